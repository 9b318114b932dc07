"""The draft of a roadmap: what an upper one demands of a level, ready for a territory to go on from there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dorkarta import dates
from dorkarta.deadline import Kind, Period
from dorkarta.drafts.answering import answering, written
from dorkarta.drafts.demand import Demand, DemandSection, demanded
from dorkarta.drafts.slug import slug, years
from dorkarta.drafts.yaml_text import Node, comment, dashed, field
from dorkarta.model.activity import Activity
from dorkarta.model.level import LevelId
from dorkarta.model.note import NoteKind
from dorkarta.model.roadmap import Columns, Roadmap
from dorkarta.records import naming
from dorkarta.records.columns import columns_of
from dorkarta.records.kinds import modeline
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.timing import timing_of
from dorkarta.text import capital

_COPIED: Final = ("form", "deadline", "responsible", "audience", "expected_result")
"""Fields of an activity that a draft takes over; where one of them was only inferred, the draft says so."""


class DraftError(ValueError):
    """What was asked for cannot be drafted; the message says why in Russian."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is to be drafted."""

    upper: Record[Roadmap]
    level: LevelId
    territory: str
    period: Period | None = None
    """Without it, the period of the upper roadmap."""
    school: str | None = None
    """Whose roadmap it is, where it is a school's."""

    @property
    def span(self) -> Period:
        """The period of the draft."""
        return self.period or self.upper.content.period


def roadmap_path(asked: Asked) -> str:
    """The identity of the draft: `krasnodar-krai/krasnodar/roadmap-2021`; that of a school has its name in it."""
    whose = (slug(asked.school or "") or LevelId.SCHOOL.value,) if asked.level is LevelId.SCHOOL else ()
    return f"{asked.territory}/{'-'.join(('roadmap', *whose, years(asked.span)))}"


def roadmap_draft(plan: Plan, asked: Asked) -> str:
    """The YAML of a draft that passes the checks where it belongs.

    Raises:
        DraftError: the territory or the level lies not below the roadmap, or the roadmap demands nothing of it.
    """
    _refuse_impossible(plan, asked)
    sections = demanded(plan, asked.upper, asked.level)
    if not sections:
        raise DraftError(f"В карте {asked.upper.path} нет мероприятий уровня {asked.level}: составлять не из чего.")
    return "\n".join((*_Writer(plan, asked).whole(sections), ""))


def _refuse_impossible(plan: Plan, asked: Asked) -> None:
    corpus, upper, territory = plan.corpus, asked.upper, asked.territory
    if upper.territory not in lineage(territory):
        raise DraftError(f"Территория {territory} не входит в {upper.territory}, чья это карта.")
    if territory not in corpus.territories:
        raise DraftError(
            f"В папке roadmaps/{territory} нет territory.yaml. Сначала опишите территорию: "
            f"dorkarta new territory {territory} --title … --genitive … --locative …"
        )
    order = list(LevelId)
    if order.index(asked.level) <= order.index(upper.content.level):
        raise DraftError(f"Карта {upper.path} сама уровня {upper.content.level}: уровень проекта должен быть ниже.")


class _Writer:
    """Writes one draft."""

    def __init__(self, plan: Plan, asked: Asked) -> None:
        self._plan = plan
        self._corpus = plan.corpus
        self._asked = asked
        self._upper = asked.upper
        self._calendar = plan.corpus.school_calendar(asked.territory)
        self._count = 0

    def whole(self, sections: tuple[DemandSection, ...]) -> Iterator[str]:
        body = [line for index, each in enumerate(sections, 1) for line in self._section(each, f"{index}", 2)]
        yield from self._head()
        yield "sections:"
        yield from body

    def _head(self) -> Iterator[str]:
        asked, upper = self._asked, self._upper.content
        source = naming.roadmap_name(self._corpus, self._upper)
        name = self._corpus.level_name(asked.territory, asked.level).roadmap
        whose = asked.school or self._corpus.territory(asked.territory).title
        yield modeline(roadmap_path(asked))
        yield from comment(_GUIDE.format(source=source, path=self._upper.path))
        yield from field("title", f"{name}: {whose}, {dates.years(asked.span)} (проект)")
        yield from field("level", asked.level)
        yield from field("period", f"{asked.span.start}/{asked.span.end}")
        yield from comment(_APPROVED)
        yield from comment(REVIEWED)
        yield from field("source", {"title": f"Проект, составлен по карте «{source}»", "form": "проект"})
        planned = self._plan.by_roadmap[self._upper.path]
        headings = upper.columns or Columns()
        printed = columns_of(self._upper, planned).printed
        columns: dict[str, Node] = {name: getattr(headings, name) for name in printed if getattr(headings, name)}
        if columns:
            yield from comment("Названия граф – как в верхней карте.")
            yield from field("columns", columns)

    def _section(self, found: DemandSection, number: str, indent: int) -> Iterator[str]:
        inside = indent + 2
        lines = [*field("id", f"s{number}", inside)]
        if found.section.number:
            lines += field("number", number, inside)
        lines += field("title", found.section.title, inside)
        if found.demands:
            lines.append(f"{' ' * inside}activities:")
        yield from dashed(lines, indent)
        for demand in found.demands:
            self._count += 1
            yield from self._activity(demand, f"{self._count}", inside + 2)
        if found.sections:
            yield f"{' ' * inside}sections:"
        for index, each in enumerate(found.sections, 1):
            yield from self._section(each, f"{number}.{index}", inside + 2)

    def _activity(self, demand: Demand, number: str, indent: int) -> Iterator[str]:
        inside = indent + 2
        fields, remarks = self._fields(demand.planned, number)
        for remark in remarks:
            yield from comment(remark, indent)
        lines = [line for name, value in fields.items() for line in field(name, value, inside)]
        if demand.parts:
            lines.append(f"{' ' * inside}activities:")
        yield from dashed(lines, indent)
        for index, part in enumerate(demand.parts, 1):
            yield from self._activity(part, f"{number}.{index}", inside + 2)

    def _fields(self, one: Planned, number: str) -> tuple[dict[str, Node], list[str]]:
        """The fields of an activity, and what an editor should know of them."""
        activity, where = one.activity, f"верхняя карта, {_place(one)}"
        remarks = [
            f"{where}: {naming.NOTE_TITLES[note.kind].lower()} – {note.text}"
            for note in activity.notes
            if note.kind in (NoteKind.LOSS, NoteKind.CONFLICT)
        ]
        fields: dict[str, Node] = {"id": number, "number": number}
        if activity.title:
            fields["title"] = activity.title
        if activity.form:
            fields["form"] = activity.form
        said = self._deadline(one)
        fields |= said
        if one.timing is not None and not said:
            words = activity.deadline or "по датам редактора"
            remarks.append(f"Срок верхней карты – «{words}» – в период этой карты не попадает. Впишите свой: deadline.")
        responsible, unknown = self._responsible(activity)
        if responsible:
            fields["responsible"] = responsible
        remarks += [f"Ответственный верхней карты – «{name}» – здесь неизвестен. Впишите своего." for name in unknown]
        if activity.audience:
            fields["audience"] = list(activity.audience)
        if activity.expected_result:
            fields["expected_result"] = activity.expected_result
        if activity.indicators:
            named = "; ".join(each.name for each in activity.indicators)
            remarks.append(f"Показатели верхней карты: {named}. Впишите свои плановые значения: indicators.")
        fields["implements"] = one.key
        if not activity.title:
            source = naming.roadmap_name(self._corpus, self._upper)
            text = f"название утрачено в верхней карте: {_place(one)} карты «{source}»"
            fields["notes"] = [{"kind": NoteKind.LOSS.value, "text": text}]
        remarks += [
            f"{where}: {naming.FIELD_TITLES.get(name, name)} – {why}"
            for name, why in activity.inferred.items()
            if name in _COPIED and name in fields
        ]
        return fields, [capital(remark) for remark in remarks]

    def _deadline(self, one: Planned) -> dict[str, Node]:
        """The words of the upper roadmap and the dates that its editor gave, where they hold in the draft's period."""
        activity, span = one.activity, self._asked.span
        timing = timing_of(activity.deadline, activity.dates, period=span, calendar=self._calendar)
        if timing is None or timing.reading.kind is Kind.UNPARSEABLE:
            return {}
        unclear = timing.reading.ambiguity and not timing.reading.intervals
        if unclear or not all(span.meets(each.start, each.end) for each in timing.occurrences):
            return {}
        said: dict[str, Node] = {"deadline": activity.deadline} if activity.deadline else {}
        if activity.dates:
            said["dates"] = [f"{each.start}/{each.end}" for each in activity.dates]
            why = activity.inferred.get("dates", "так понят срок верхней карты")
            said["inferred"] = {"dates": why}
        return said

    def _responsible(self, activity: Activity) -> tuple[list[Node], list[str]]:
        known: list[Node] = []
        unknown = []
        for name in activity.responsible:
            found = answering(self._corpus, name, upper=self._upper.territory, territory=self._asked.territory)
            if found is None:
                unknown.append(name.body)
            else:
                known.append(written(found))
        return known, unknown


def _place(one: Planned) -> str:
    """«пункт 107»; of an activity without a number its id."""
    return f"пункт {one.activity.number or one.activity.id}"


_GUIDE: Final = """\
Проект. Составлен по карте «{source}»: здесь всё, что она поручает этому уровню.
Что сделать:
– впишите полное название карты (title) и проверьте период (period);
– проверьте сроки, формы и ответственных, добавьте свои мероприятия;
– id не меняйте: на них держатся ссылки; implements ведёт к пункту верхней карты ({path}), его оставьте;
– когда карту утвердят, впишите approved, в source – сам документ; строки с «#» можно удалить.
"""
REVIEWED: Final = "reviewed: ГГГГ-ММ-ДД – день, когда запись в последний раз целиком сверили с документом"
"""The line that stands in drafts of records with that field."""
_APPROVED: Final = """\
approved:
  by: кто утвердил
  post: должность, без фамилии
  date: ГГГГ-ММ-ДД
  number: номер акта"""
