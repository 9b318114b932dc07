"""Roadmaps: what is planned, by whom, and what of a higher roadmap it carries out."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from synthetic import wording
from synthetic.chance import Chance
from synthetic.deadlines import Deadline, Years, deadline
from synthetic.lines import field, listed, scalar
from synthetic.wording import Matter

REVIEWED: Final = "2025-02-10"

_INSIDE: Final = "        "
"""The indent of an activity's fields."""

_SECTIONS: Final[Mapping[str, tuple[tuple[str, str, int, int], ...]]] = {
    "region": (
        ("Нормативно-правовое и информационное обеспечение", "region", 7, 10),
        ("Мониторинг и анализ рисковых факторов", "region", 5, 8),
        ("Повышение квалификации управленческих команд и педагогов", "region", 7, 10),
        ("Муниципальный уровень", "municipality", 6, 9),
        ("Уровень образовательной организации", "school", 4, 6),
    ),
    "municipality": (
        ("Организационно-методическое сопровождение школ", "municipality", 7, 12),
        ("Мониторинг качества образования и аудит", "municipality", 5, 9),
        ("Адресная помощь управленческим командам и педагогам", "municipality", 5, 9),
        ("Работа образовательных организаций", "school", 8, 13),
    ),
    "school": (
        ("Управление школой и внутришкольный контроль", "school", 5, 11),
        ("Повышение предметной и методической компетентности педагогов", "school", 5, 11),
        ("Работа с обучающимися, испытывающими трудности в обучении", "school", 5, 11),
        ("Взаимодействие с родителями (законными представителями)", "school", 3, 8),
        ("Воспитательная работа и школьный уклад", "school", 3, 8),
    ),
}
"""By the level of a roadmap: title, level, fewest and most activities."""

_RESPONSIBLE: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("region", "region"): ("Минобр", "ИРО", "ИРО", "ЦОКО", "ЦНППМ"),
    ("region", "municipality"): ("МОУО", "МОУО", "ТМС", "МНЦ", "Сообщество тьюторов", "Муниципальные координаторы"),
    ("region", "school"): ("Руководство ОО", "Руководители ОО", "Педагогические работники ОО"),
    ("municipality", "municipality"): ("УО", "УО", "Методический центр", "МНЦ", "Кураторы ШНОР", "Тьюторы", "ПМПК"),
    ("municipality", "school"): ("Руководители ШНОР", "Руководство ОО", "Педагогические работники ОО"),
    ("school", "school"): (
        "Руководство ОО",
        "Руководство ОО",
        "Педагогические работники ОО",
        "{body: Педагогические работники ОО, addition: учителя-предметники}",
        "Методический центр",
    ),
}
"""By the level of the roadmap and of the activity; as YAML, since some have an addition."""

_INDICATORS: Final = (
    ("Количество проведённых мероприятий", "4", ("2", "2", "0")),
    ("Количество обученных педагогов", "не менее 30", ("10", "20", "0")),
    ("Количество подготовленных материалов", "6", ("2", "4", "0")),
    ("Доля педагогов, прошедших диагностику", "80%", ("40%", "80%", "80%")),
    ("Доля обучающихся, преодолевших минимальный порог", "не менее 95%", ("90%", "95%", "96%")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A section before its activities have words: higher and lower roadmaps know each other by it."""

    id: str
    title: str
    level: str
    ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """A roadmap before its activities have words."""

    path: str
    level: str
    sections: tuple[Section, ...]

    def rows(self, level: str) -> list[str]:
        """The ids of the activities of a level."""
        return [id_ for section in self.sections if section.level == level for id_ in section.ids]

    def asked(self, level: str) -> list[str]:
        """The addresses of the activities of a level."""
        return [f"{self.path}#{id_}" for id_ in self.rows(level)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """A row of the table, as far as a report has to know it."""

    id: str
    level: str
    matter: Matter
    deadline: Deadline
    responsible: tuple[str, ...]
    audience: tuple[str, ...]
    indicator: tuple[str, str, tuple[str, ...]] | None
    act: str | None
    """That it was changed or called off."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What stands above the table."""

    title: str
    years: Years
    by: str | None
    post: str
    date: datetime.date
    number: str
    document: str | None
    goal: str


def outline(path: str, level: str, seed: int) -> Outline:
    """The sections of a roadmap and the numbers of its activities."""
    chance = Chance(f"{seed}/{path}#outline")
    found: list[Section] = []
    total = 0
    for index, (title, part, fewest, most) in enumerate(_SECTIONS[level], 1):
        count = chance.between(fewest, most)
        numbers = range(1, count + 1)
        ids = [str(total + each) for each in numbers] if level == "region" else [f"{index}.{each}" for each in numbers]
        found.append(Section(id=f"s{index}", title=title, level=part, ids=tuple(ids)))
        total += count
    return Outline(path=path, level=level, sections=tuple(found))


def activities(plan: Outline, years: Years, chance: Chance) -> tuple[Activity, ...]:
    """The rows of a roadmap."""
    return tuple(
        _activity(id_, section.level, _RESPONSIBLE[plan.level, section.level], years, chance)
        for section in plan.sections
        for id_ in section.ids
    )


def answers(plan: Outline, asked: Mapping[str, Sequence[str]], chance: Chance) -> dict[str, list[str]]:
    """What each of its activities carries out of a higher roadmap.

    Arguments:
        plan: The lower roadmap.
        asked: By level, the addresses of what a higher roadmap asks of it.
        chance: Chooses the activities.
    """
    found: dict[str, list[str]] = {}
    for level, addresses in asked.items():
        rows = sorted(plan.rows(level), key=lambda _: chance.random())
        for index, address in enumerate(addresses):
            found.setdefault(rows[index % len(rows)], []).append(address)
    return found


def roadmap(
    plan: Outline, header: Header, rows: Sequence[Activity], implements: Mapping[str, list[str]], chance: Chance
) -> str:
    """The file."""
    return "\n".join(_lines(plan, header, {row.id: row for row in rows}, implements, chance)) + "\n"


def _activity(id_: str, level: str, bodies: tuple[str, ...], years: Years, chance: Chance) -> Activity:
    count = 1 + chance.happens(0.35) + chance.happens(0.1)
    return Activity(
        id=id_,
        level=level,
        matter=wording.matter(chance),
        deadline=deadline(years, chance),
        responsible=tuple(dict.fromkeys(chance.one(bodies) for _ in range(count))),
        audience=wording.audience(chance) if chance.happens(0.4) else (),
        indicator=chance.one(_INDICATORS) if chance.happens(0.05) else None,
        act=wording.act(chance) if chance.happens(0.02) else None,
    )


def _lines(
    plan: Outline, header: Header, rows: Mapping[str, Activity], implements: Mapping[str, list[str]], chance: Chance
) -> Iterator[str]:
    up = "../" * (plan.path.count("/") + 1)
    yield f"# yaml-language-server: $schema={up}.schema/roadmap.json"
    yield from field("", "title", header.title)
    yield f"level: {plan.level}"
    yield f"period: {header.years.period}"
    yield from field("", "goal", header.goal)
    by = f"by: {header.by}, " if header.by else ""
    document = f", document: {header.document}" if header.document else ""
    yield f'approved: {{{by}post: {header.post}, date: {header.date}, number: "{header.number}"{document}}}'
    yield "source:"
    yield from field("  ", "title", header.title)
    yield "  form: DOCX"
    yield f"reviewed: {REVIEWED}"
    yield "columns:"
    yield "  number: № п/п"
    yield "  title: Наименование мероприятия"
    yield "  form: Форма"
    yield "  deadline: Сроки выполнения"
    yield "  responsible: Ответственные"
    yield "  expected_result: Ожидаемый результат"
    yield "sections:"
    for number, section in enumerate(plan.sections, 1):
        yield f"  - id: {section.id}"
        if plan.level != "region":
            yield f'    number: "{number}"'
        yield f"    title: {section.title}"
        if section.level != plan.level:
            yield f"    level: {section.level}"
        yield "    activities:"
        for id_ in section.ids:
            yield from _row(rows[id_], header.years, implements.get(id_, ()), chance)


def _row(row: Activity, years: Years, implements: Sequence[str], chance: Chance) -> Iterator[str]:
    yield f'      - id: "{row.id}"'
    yield f'        number: "{row.id}"'
    yield from field(_INSIDE, "title", row.matter.title)
    if row.matter.form:
        yield f"        form: {row.matter.form}"
    yield from _when(row.deadline)
    yield f"        responsible: [{', '.join(row.responsible)}]"
    if row.audience:
        yield f"        audience: {listed(row.audience)}"
    yield from _outcome(row, years, chance)
    if implements:
        yield f"        implements: [{', '.join(implements)}]"
    if chance.happens(0.05):
        yield from _parts(row, years, chance)
    yield from _remarks(row, chance)


def _when(deadline: Deadline) -> Iterator[str]:
    if deadline.text:
        yield f"        deadline: {scalar(deadline.text)}"
    if deadline.dates:
        yield f"        dates: {deadline.dates}"


def _outcome(row: Activity, years: Years, chance: Chance) -> Iterator[str]:
    if chance.happens(0.7):
        yield from field(_INSIDE, "expected_result", wording.result(chance))
    if row.indicator:
        name, target, values = row.indicator
        told = ", ".join(f'"{years.first + index}": "{value}"' for index, value in enumerate(values[: years.count + 1]))
        yield "        indicators:"
        yield f"          - name: {name}"
        yield f'            target: "{target}"'
        yield f"            years: {{{told}}}"


def _parts(row: Activity, years: Years, chance: Chance) -> Iterator[str]:
    yield "        activities:"
    for number, title in enumerate(wording.parts(chance), 1):
        yield f'          - id: "{row.id}.{number}"'
        yield from field("            ", "title", title)
        part = deadline(years, chance)
        if part.text and not part.dates:
            yield f"            deadline: {scalar(part.text)}"


def _remarks(row: Activity, chance: Chance) -> Iterator[str]:
    if row.act:
        yield f"        {row.act}"
    if chance.happens(0.03):
        kind, text = wording.note(chance)
        yield f'        notes: [{{kind: {kind}, text: "{text}"}}]'
    if row.deadline.dates:
        yield "        inferred: {dates: срок назван в приказе об организации работы}"
