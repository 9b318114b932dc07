"""The places of the country: regions, their municipalities, and how many schools have a roadmap there."""

from dataclasses import dataclass
from typing import Final

LARGEST: Final = 1200
"""So many roadmaps a region has at most; what is bigger is a country of several equal ones."""

_REGIONS: Final = (
    ("zarechnaya", "Заречн"),
    ("priozyornaya", "Приозёрн"),
    ("lugovaya", "Лугов"),
    ("stepnaya", "Степн"),
    ("borovaya", "Боров"),
    ("kamennaya", "Каменн"),
    ("polevaya", "Полев"),
    ("rodnikovaya", "Родников"),
    ("beregovaya", "Берегов"),
    ("dubravnaya", "Дубравн"),
)
_PREFIXES: Final = (
    ("verkhne", "Верхне"),
    ("nizhne", "Нижне"),
    ("novo", "Ново"),
    ("staro", "Старо"),
    ("krasno", "Красно"),
    ("belo", "Бело"),
    ("cherno", "Черно"),
    ("tikho", "Тихо"),
    ("bystro", "Быстро"),
    ("yasno", "Ясно"),
    ("dolgo", "Долго"),
)
_ENDINGS: Final = (
    ("rechensk", "реченск"),
    ("polsk", "польск"),
    ("borsk", "борск"),
    ("kamensk", "каменск"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A territory as its papers call it."""

    path: str
    title: str
    genitive: str
    locative: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Municipality:
    """A town whose schools have roadmaps."""

    place: Place
    schools: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A region with its municipalities."""

    place: Place
    code: int
    municipalities: tuple[Municipality, ...]


def country(roadmaps: int) -> tuple[Region, ...]:
    """Regions that have so many roadmaps together; what comes first in a bigger country is there in a smaller one."""
    count = -(-roadmaps // LARGEST)
    shares = [roadmaps // count + (index < roadmaps % count) for index in range(count)]
    return tuple(_region(index, share) for index, share in enumerate(shares))


def _region(index: int, roadmaps: int) -> Region:
    place = _region_place(index)
    towns = min(_towns(roadmaps), roadmaps - 1)
    schools = roadmaps - 1 - towns
    return Region(
        place=place,
        code=101 + index,
        municipalities=tuple(
            Municipality(place=_town_place(place, town), schools=schools // towns + (town < schools % towns))
            for town in range(towns)
        ),
    )


def _towns(roadmaps: int) -> int:
    """Bigger regions have more and bigger municipalities: 7 for 50 roadmaps, 44 for 1,200."""
    return round(0.73 * roadmaps**0.578)


def _region_place(index: int) -> Place:
    again, which = divmod(index, len(_REGIONS))
    slug, stem = _REGIONS[which]
    behind = f"-{again + 1}" if again else ""
    number = f" № {again + 1}" if again else ""
    return Place(
        path=f"{slug}-oblast{behind}",
        title=f"{stem}ая область{number}",
        genitive=f"{stem}ой области{number}",
        locative=f"в {stem}ой области{number}",
    )


def _town_place(region: Place, index: int) -> Place:
    (slug, prefix), (slug_ending, ending) = _PREFIXES[index % len(_PREFIXES)], _ENDINGS[index // len(_PREFIXES)]
    name = prefix + ending
    return Place(path=f"{region.path}/{slug}{slug_ending}", title=name, genitive=f"{name}а", locative=f"в {name}е")
