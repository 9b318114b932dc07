"""The draft of a report: a row for everything that a roadmap plans, and room for what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dorkarta import dates
from dorkarta.deadline import Period
from dorkarta.drafts.answering import answering, written
from dorkarta.drafts.roadmap import REVIEWED, DraftError
from dorkarta.drafts.slug import years
from dorkarta.drafts.yaml_text import Node, comment, dashed, field
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming, words
from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import modeline
from dorkarta.records.lineage import lineage
from dorkarta.records.plan import Plan, Planned
from dorkarta.records.record import Record
from dorkarta.records.reporting import reported


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedReport:
    """What is to be drafted."""

    roadmap: Record[Roadmap]
    territory: str
    level: LevelId
    period: Period | None = None
    """Without it, the period of the roadmap."""

    @property
    def span(self) -> Period:
        """The period of the report."""
        return self.period or self.roadmap.content.period


def report_path(asked: AskedReport) -> str:
    """The identity of the draft: `krasnodar-krai/krasnodar/report-2020-2021`."""
    whose = "school-" if asked.level is LevelId.SCHOOL else ""
    return f"{asked.territory}/report-{whose}{years(asked.span)}"


def report_draft(plan: Plan, asked: AskedReport) -> str:
    """The YAML of a draft that passes the checks where it belongs. Nothing in it is said to have been done.

    Raises:
        DraftError: the roadmap does not hold in the territory, or plans nothing for the level in the period.
    """
    roadmap = asked.roadmap
    if roadmap.territory not in lineage(asked.territory):
        raise DraftError(f"Территория {asked.territory} не входит в {roadmap.territory}, чья это карта.")
    rows = [one for one in reported(plan.by_roadmap[roadmap.path]) if _belongs(one, asked)]
    if not rows:
        raise DraftError(f"В карте {roadmap.path} нет мероприятий уровня {asked.level} за этот период.")
    entries = (line for one in rows for line in _entry(plan, asked, one))
    return "\n".join((*_head(plan, asked), "entries:", *entries, ""))


def _belongs(one: Planned, asked: AskedReport) -> bool:
    """What was called off is not reported, nor is what surely happens at another time."""
    if one.level is not asked.level or one.activity.cancelled:
        return False
    return not one.occurrences or any(asked.span.meets(each.start, each.end) for each in one.occurrences)


def _head(plan: Plan, asked: AskedReport) -> Iterator[str]:
    name = naming.roadmap_name(plan.corpus, asked.roadmap)
    guide = _GUIDE.format(name=name, path=asked.roadmap.path)
    source = {"title": f"Проект отчёта по карте «{name}»", "form": "проект"}
    return report_head(plan.corpus, asked, guide=guide, source=source)


def report_head(
    corpus: Corpus, asked: AskedReport, *, guide: str, source: Mapping[str, str], signed: str | None = None
) -> Iterator[str]:
    """The fields of a report above its entries.

    Arguments:
        corpus: All records.
        asked: What is reported on, and by whom.
        guide: What an editor should know, as a comment.
        source: What the report was made from.
        signed: The post of the one who signed.
    """
    place = corpus.territory(asked.territory).title
    yield modeline(report_path(asked))
    yield from comment(guide)
    yield from field("title", f"Отчёт о выполнении дорожной карты: {place}, {dates.years(asked.span)}")
    yield from field("level", asked.level)
    yield from field("period", f"{asked.span.start}/{asked.span.end}")
    yield from field("roadmap", asked.roadmap.path)
    yield from field("signed", signed) if signed else comment("signed: должность подписавшего, без фамилии")
    yield from field("source", source)
    yield from comment(REVIEWED)


def _entry(plan: Plan, asked: AskedReport, one: Planned) -> Iterator[str]:
    activity = one.activity
    whole = plan.whole_of(one)
    fields: dict[str, Node] = {"id": activity.id}
    if activity.number:
        fields["number"] = activity.number
    fields["title"] = naming.activity_title(activity)
    fields["activity"] = one.key
    responsible, unknown = _responsible(plan, asked, one)
    if responsible:
        fields["responsible"] = responsible
    if activity.audience:
        fields["audience"] = list(activity.audience)
    deadline = words.deadline(activity.deadline, one.timing) or "не назван"
    remarks = [f"Ответственный по карте – «{name}» – здесь неизвестен. Впишите своего." for name in unknown]
    if whole is not None:
        remarks.insert(0, f"Часть мероприятия «{naming.activity_title(whole.activity)}».")
    if activity.title is None:
        remarks.append("Название в карте утрачено: впишите своё.")
    lines = [line for name, value in fields.items() for line in field(name, value, 4)]
    yield from (line for remark in remarks for line in comment(remark, 2))
    yield from dashed(lines, 2)
    yield from comment(f"Срок по карте: {deadline}.", 4)
    yield from _EMPTY


def _responsible(plan: Plan, asked: AskedReport, one: Planned) -> tuple[list[Node], list[str]]:
    """Names that are known in the territory, and those that are not; a part without names has its whole's."""
    above = plan.whole_of(one)
    while not one.activity.responsible and above is not None:
        one, above = above, plan.whole_of(above)
    names = one.activity.responsible
    found = [answering(plan.corpus, each, upper=asked.roadmap.territory, territory=asked.territory) for each in names]
    known = [written(each) for each in found if each is not None]
    return known, [name.body for name, each in zip(names, found, strict=True) if each is None]


_EMPTY: Final = (
    "    description: # что сделано и что получилось",
    "    date: # когда проведено",
    "    evidence: # [{document: код из documents.yaml}]",
)
"""What only those can fill in who did it."""

_GUIDE: Final = """\
Проект отчёта по карте «{name}»: по записи на каждое мероприятие этого уровня.
Что сделать:
– впишите полное название отчёта (title), в source – сам документ, когда он подписан;
– у выполненного заполните description, date (не срок карты, а день, когда проведено) и evidence; документы, которые
  это подтверждают, описывают в documents.yaml;
– чего не делали, то оставьте пустым: пока description пусто, о выполнении не сказано ничего;
– id не меняйте: на них держатся ссылки; activity ведёт к пункту карты ({path}), его оставьте;
– людей по именам не называйте (152-ФЗ); строки с «#» можно удалить.
"""
