"""All files of the country, region by region: levels that answer each other, and reports with their documents."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from synthetic import practices, reports, roadmaps, territories
from synthetic.chance import Chance
from synthetic.deadlines import Years
from synthetic.places import Municipality, Place, Region
from synthetic.reports import Paper, Report
from synthetic.roadmaps import Activity, Header, Outline

_REGION_YEARS: Final = Years(first=2024, count=2)
_YEARS: Final = Years(first=2024, count=1)
_REPORTING: Final = 8
"""One of so many roadmaps of municipalities and schools has a report."""
_ANSWERED: Final = 0.8
"""How much of what its municipality asks a school does."""

File = tuple[str, str]
"""A path in the project and its text."""


def records(regions: Sequence[Region], seed: int) -> Iterator[File]:
    """All generated files; only the first region has a system."""
    for region in regions:
        yield from _region(region, seed)
    yield f"roadmaps/{regions[0].place.path}/system.yaml", territories.system(regions[0].place)


def region_roadmap(place: Place) -> str:
    """The path of a region's roadmap."""
    return f"{place.path}/roadmap-{_REGION_YEARS.words}"


def town_roadmap(place: Place) -> str:
    """The path of a municipality's roadmap."""
    return f"{place.path}/roadmap-{_YEARS.words}"


def _region(region: Region, seed: int) -> Iterator[File]:
    place, path = region.place, region_roadmap(region.place)
    plan, rows, chance = _drawn(path, "region", _REGION_YEARS, seed)
    order = _order(f"{chance.between(700, 1900)}", datetime.date(2024, 8, 19), "региональной")
    header = Header(
        title=f"Дорожная карта по сопровождению школ с низкими образовательными результатами {place.genitive}",
        years=_REGION_YEARS,
        by="Минобр",
        post=f"Министр образования {place.genitive}",
        date=order.date,
        number=order.number,
        document=order.id,
        goal="Повышение качества образования в школах с низкими образовательными результатами к концу 2026 года",
    )
    own = [row for row in rows if row.level == "region"]
    told = _report(plan, header, own, seed, of=place.genitive)
    yield _file(path, roadmaps.roadmap(plan, header, rows, {}, chance))
    yield _file(told.path, reports.report(told, Chance(f"{seed}/{told.path}#text")))
    yield _file(f"{place.path}/territory", territories.region_name(region))
    yield _file(f"{place.path}/bodies", territories.region_bodies(place))
    yield _file(f"{place.path}/documents", territories.documents(place.path, (order, *told.papers), header.by))
    yield _file(f"{place.path}/school-years", territories.school_years(_REGION_YEARS))
    for name, text in practices.practices(place.path, path, own, told):
        yield f"content/practices/{name}.md", text
    for town in region.municipalities:
        yield from _municipality(town, plan, seed)


def _municipality(town: Municipality, region: Outline, seed: int) -> Iterator[File]:
    place, path = town.place, town_roadmap(town.place)
    plan, rows, chance = _drawn(path, "municipality", _YEARS, seed)
    order = _order(f"{chance.between(100, 900)}-О", datetime.date(2024, 8, 26), "муниципальной")
    header = Header(
        title=f"Дорожная карта сопровождения школ с низкими образовательными результатами города {place.genitive}",
        years=_YEARS,
        by="УО",
        post=f"Начальник управления образования администрации города {place.genitive}",
        date=order.date,
        number=order.number,
        document=order.id,
        goal="Создание условий для повышения качества образования в школах города",
    )
    asked = {level: region.asked(level) for level in ("municipality", "school")}
    yield _file(path, roadmaps.roadmap(plan, header, rows, roadmaps.answers(plan, asked, chance), chance))
    told = []
    if _reports(path, seed):
        own = [row for row in rows if row.level == "municipality"]
        told.append(_report(plan, header, own, seed, of=f"города {place.genitive}"))
    for number in range(1, town.schools + 1):
        school, report = _school(place, number, plan, seed)
        told += [report] if report else []
        yield school
    papers = (order, *(paper for report in told for paper in report.papers))
    yield from (_file(report.path, reports.report(report, Chance(f"{seed}/{report.path}#text"))) for report in told)
    yield _file(f"{place.path}/territory", territories.town_name(place))
    yield _file(f"{place.path}/bodies", territories.town_bodies(place))
    yield _file(f"{place.path}/documents", territories.documents(place.path, papers, header.by))


def _school(place: Place, number: int, town: Outline, seed: int) -> tuple[File, Report | None]:
    path = f"{place.path}/roadmap-school-{number}-{_YEARS.words}"
    plan, rows, chance = _drawn(path, "school", _YEARS, seed)
    school = f"школы № {number} города {place.genitive}"
    header = Header(
        title=f"Дорожная карта повышения качества образования {school}",
        years=_YEARS,
        by=None,
        post=f"Директор {school}",
        date=datetime.date(2024, 8, 27 + number % 5),
        number=str(chance.between(20, 400)),
        document=None,
        goal="Переход школы в эффективный режим функционирования и развития",
    )
    # Somebody has to answer whatever the municipality asks: the first school leaves nothing out.
    asked = {"school": [key for key in town.asked("school") if number == 1 or chance.happens(_ANSWERED)]}
    text = roadmaps.roadmap(plan, header, rows, roadmaps.answers(plan, asked, chance), chance)
    return _file(path, text), _report(plan, header, rows, seed, of=school) if _reports(path, seed) else None


def _drawn(path: str, level: str, years: Years, seed: int) -> tuple[Outline, tuple[Activity, ...], Chance]:
    """What a roadmap is to hold, and the chance that goes on from there."""
    plan, chance = roadmaps.outline(path, level, seed), Chance(f"{seed}/{path}")
    return plan, roadmaps.activities(plan, years, chance), chance


def _order(number: str, date: datetime.date, which: str) -> Paper:
    """The act that sets a roadmap in force."""
    title = f"Об утверждении {which} дорожной карты сопровождения школ"
    return Paper(id="order-roadmap", kind="приказ", number=number, date=date, title=title)


def _reports(path: str, seed: int) -> bool:
    return Chance(f"{seed}/{path}#reports").happens(1 / _REPORTING)


def _report(plan: Outline, header: Header, rows: Sequence[Activity], seed: int, *, of: str) -> Report:
    path, year = plan.path.replace("/roadmap-", "/report-"), header.years.first
    return Report(
        path=path,
        roadmap=plan.path,
        level=plan.level,
        title=f"Отчёт о выполнении дорожной карты {of} за первое полугодие {year}-{year + 1} учебного года",
        signed=header.post,
        year=year,
        entries=reports.entries(path, rows, year, Chance(f"{seed}/{path}")),
    )


def _file(path: str, text: str) -> File:
    return f"roadmaps/{path}.yaml", text
