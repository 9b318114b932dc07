"""The files of a territory that its roadmaps and reports lean upon: names, bodies, documents, school years, system."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from synthetic.deadlines import Years
from synthetic.lines import field, inline
from synthetic.places import Place, Region
from synthetic.reports import Paper
from synthetic.roadmaps import REVIEWED

_QUARTERS: Final = ((0, "09-01", "10-25"), (0, "11-05", "12-28"), (1, "01-09", "03-21"), (1, "03-31", "05-26"))
"""The quarters of every school year here: which of its two calendar years, first day, last day."""


def region_name(region: Region) -> str:
    """The file `territory.yaml` of a region."""
    place = region.place
    return (
        "# yaml-language-server: $schema=../../.schema/territory.json\n"
        f"{_place(place)}level: region\n"
        f'code: "{region.code}"\n'
        "timezone: Europe/Moscow\n"
        "levels:\n  region: {title: Областной уровень, roadmap: Областная дорожная карта}\n"
    )


def town_name(place: Place) -> str:
    """The file `territory.yaml` of a municipality."""
    return f"# yaml-language-server: $schema=../../../.schema/territory.json\n{_place(place)}level: municipality\n"


def region_bodies(place: Place) -> str:
    """The organisations of a region."""
    return (
        "# yaml-language-server: $schema=../../.schema/bodies.json\n"
        "bodies:\n"
        + _body("ministry", f"Министерство образования {place.genitive}", "Минобр")
        + _body("iro", f"Институт развития образования {place.genitive}", "ИРО")
        + _body("coko", f"Центр оценки качества образования {place.genitive}", "ЦОКО")
        + _body("cnppm", f"Центр непрерывного повышения профессионального мастерства {place.genitive}", "ЦНППМ")
    )


def town_bodies(place: Place) -> str:
    """The organisations of a municipality with the roles that they fulfil."""
    return (
        "# yaml-language-server: $schema=../../../.schema/bodies.json\n"
        "bodies:\n"
        + _body("education-department", f"Управление образования администрации города {place.genitive}", "УО", "mouo")
        + _body("methodical-centre", f"Методический центр города {place.genitive}", "Методический центр", "tms")
        + _body("mentor-centre", f"Наставнический центр города {place.genitive}", "Наставнический центр", "mnc")
        + _body("tutors", f"Сообщество тьюторов города {place.genitive}", None, "tutor-community")
    )


def documents(territory: str, papers: Iterable[Paper], issuer: str) -> str:
    """What a territory issued: the act that set its roadmap in force, and what reports cite."""
    up = "../" * (territory.count("/") + 2)
    lines = [f"# yaml-language-server: $schema={up}.schema/documents.json", "documents:"]
    for paper in papers:
        lines += _document(paper, issuer)
    return "\n".join(lines) + "\n"


def school_years(years: Years) -> str:
    """The quarters of the school years that the roadmaps are for."""
    lines = ["# yaml-language-server: $schema=../../.schema/school-years.json", "years:"]
    for start in range(years.first, years.first + years.count):
        lines += [f"  - year: {start}-09-01/{start + 1}-08-31", "    quarters:"]
        lines += [f"      - {start + year}-{first}/{start + year}-{last}" for year, first, last in _QUARTERS]
        lines.append("    source: календарный учебный график, рекомендованный министерством образования области")
    return "\n".join(lines) + "\n"


def system(place: Place) -> str:
    """The second table of a regional roadmap: who works on what, by which norms."""
    title = f"Содержательное наполнение системы работы со школами {place.genitive}"
    lines = ["# yaml-language-server: $schema=../../.schema/system.json", f"title: {title}"]
    lines += ["source:", f"  title: {title}", "  form: DOCX", f"reviewed: {REVIEWED}", "levels:"]
    lines += _level("region", _REGION_NORMS, (("ИРО", _REGION_WORK), ("ЦОКО", _MONITORING_WORK)))
    lines += _level("municipality", _TOWN_NORMS, (("МОУО", _TOWN_WORK),))
    lines += _level("school", _SCHOOL_NORMS, (("Руководство ОО", _SCHOOL_WORK),))
    return "\n".join(lines) + "\n"


_REGION_NORMS: Final = ("Концепция региональной системы работы со школами", "Региональная дорожная карта")
_REGION_WORK: Final = (
    "Методическое обеспечение сетевого взаимодействия школ",
    "Курсы повышения квалификации для управленческих команд",
    "Подготовка адресных рекомендаций на основе анализа данных",
)
_MONITORING_WORK: Final = ("Мониторинг рисковых факторов", "Оценка предметных компетенций педагогических работников")
_TOWN_NORMS: Final = ("Муниципальная дорожная карта", "Положение о муниципальном наставническом центре")
_TOWN_WORK: Final = (
    "Закрепление кураторов за школами",
    "Организация работы муниципальных тьюторов",
    "Контроль выполнения программ перехода",
)
_SCHOOL_NORMS: Final = ("Программа перехода в эффективный режим функционирования и развития", "Рабочие программы")
_SCHOOL_WORK: Final = (
    "Составление рискового профиля школы",
    "Корректировка внутришкольной системы оценки качества образования",
    "Получение консультаций в муниципальном наставническом центре",
)


def _place(place: Place) -> str:
    return f"title: {place.title}\ngenitive: {place.genitive}\nlocative: {place.locative}\n"


def _body(id_: str, title: str, short: str | None, fulfils: str | None = None) -> str:
    lines = [f"  - id: {id_}", f"    title: {title}"]
    lines += [f"    short: {short}"] if short else []
    lines += ["    kind: organisation"]
    lines += [f"    fulfils: [{fulfils}]"] if fulfils else []
    return "\n".join(lines) + "\n"


def _document(paper: Paper, issuer: str) -> Iterator[str]:
    yield f"  - id: {paper.id}"
    yield f"    kind: {paper.kind}"
    yield f'    number: "{paper.number}"'
    yield f"    date: {paper.date}"
    yield from field("    ", "title", paper.title)
    yield f"    issuer: {inline(issuer)}"


def _level(level: str, norms: Sequence[str], subjects: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    yield f"  - level: {level}"
    yield "    norms:"
    yield from (f'      - {{number: "{number}", title: {norm}}}' for number, norm in enumerate(norms, 1))
    yield "    subjects:"
    for body, work in subjects:
        yield f"      - bodies: [{body}]"
        yield "        components:"
        yield from (f'          - {{number: "{number}", title: {title}}}' for number, title in enumerate(work, 1))
