"""What a command asks for → a draft and the file where it belongs, or a sentence about why not."""

import datetime
import re
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from dorkarta.deadline import Period
from dorkarta.drafts.body import bodies_path, body_draft
from dorkarta.drafts.practice import practice_draft
from dorkarta.drafts.report import AskedReport, report_draft, report_path
from dorkarta.drafts.roadmap import Asked, DraftError, roadmap_draft, roadmap_path
from dorkarta.drafts.slug import slug
from dorkarta.drafts.territory import territory_draft
from dorkarta.model.base import TERRITORY_PATH, Span
from dorkarta.model.body import BodyKind
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.model.territory import Territory
from dorkarta.records import kinds
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import PRACTICES, RECORDS
from dorkarta.records.lineage import COUNTRY
from dorkarta.records.plan import plan_of
from dorkarta.records.record import Record
from dorkarta.text import nearest, numeral, perhaps

__all__ = ["Draft", "DraftError", "body", "body_file", "practice", "report", "roadmap", "territory"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A file to be written."""

    file: str
    """Relative to the project."""
    text: str
    next: str
    """What its editor is to do."""
    replaces: str | None = None
    """What the file holds now, where something was added to it."""


def roadmap(corpus: Corpus, *, upper: str, level: str, territory: str, period: str | None, school: str | None) -> Draft:
    """The draft of a roadmap out of an upper one.

    Raises:
        DraftError: some of it does not exist or does not fit.
    """
    place = _territory(territory)
    asked = Asked(
        upper=_roadmap(corpus, upper),
        level=_level(level),
        territory=place,
        period=_period(period) if period else None,
        school=_text(school, "название школы") if school else None,
    )
    if asked.school and asked.level is not LevelId.SCHOOL:
        raise DraftError("Название школы (--school) указывают для школьной карты: --level school.")
    for path in (asked.upper.territory, place):
        _refuse_unread(corpus, f"{path}/territory")
    _refuse_unread(corpus, f"{kinds.REGISTRY}/levels")
    described = corpus.territories.get(place)
    if described and asked.level is LevelId.MUNICIPALITY and described.content.level is not LevelId.MUNICIPALITY:
        raise DraftError(f"{described.content.title} – не муниципалитет: укажите папку муниципалитета.")
    text = roadmap_draft(plan_of(corpus), asked)
    count = numeral(text.count("\n        implements: "), "мероприятие", "мероприятия", "мероприятий")
    return Draft(
        file=f"{RECORDS}/{roadmap_path(asked)}.yaml",
        text=text,
        next=f"В проекте {count}; что дописать, сказано в нём самом. Проверка: dorkarta check.",
    )


def report(corpus: Corpus, *, path: str, level: str | None, territory: str | None, period: str | None) -> Draft:
    """The draft of a report on a roadmap.

    Raises:
        DraftError: some of it does not exist or does not fit.
    """
    upper = _roadmap(corpus, path)
    place = _territory(territory) if territory else upper.territory
    described = _described(corpus, place)
    own = upper.content.level if place == upper.territory else described.content.level
    asked = AskedReport(
        roadmap=upper,
        territory=place,
        level=_level(level) if level else own,
        period=_period(period) if period else None,
    )
    text = report_draft(plan_of(corpus), asked)
    count = numeral(text.count("\n    activity: "), "запись", "записи", "записей")
    return Draft(
        file=f"{RECORDS}/{report_path(asked)}.yaml",
        text=text,
        next=f"В проекте {count}; что дописать, сказано в нём самом. Проверка: dorkarta check.",
    )


def body_file(territory: str | None) -> str:
    """The list that a body of a territory or of the country is added to."""
    return f"{RECORDS}/{bodies_path(_territory(territory) if territory else '')}.yaml"


def body(
    corpus: Corpus, *, title: str, short: str | None, territory: str | None, kind: str | None, existing: str | None
) -> Draft:
    """The draft of an organisation or a role.

    Raises:
        DraftError: some of it does not exist, or is known already.
    """
    place = _described(corpus, _territory(territory)).territory if territory else COUNTRY
    named = _text(title, "название")
    brief = _text(short, "сокращение") if short else None
    _refuse_unread(corpus, bodies_path(place))
    for name in (named, brief):
        found = corpus.find_body(place, name) if name else None
        if found is not None and found.territory == place:
            raise DraftError(f"«{name}» уже есть: {found.content.title} ({found.file}, {found.content.id}).")
    text, identity = body_draft(
        territory=place,
        title=named,
        short=brief,
        kind=_body_kind(kind or (BodyKind.ORGANISATION if territory else BodyKind.ROLE)),
        existing=existing,
    )
    near = nearest(named, corpus.body_names_in(place))
    alike = f" Похожее имя уже есть: «{near}». Не одно ли это и то же?" if near else ""
    return Draft(
        file=body_file(territory),
        text=text,
        next=f"Код – {identity}: если нужен другой, смените его сейчас.{alike} Проверка: dorkarta check.",
        replaces=existing,
    )


def practice(corpus: Corpus, *, title: str, territory: str, level: str, today: datetime.date) -> Draft:
    """The draft of a practice.

    Raises:
        DraftError: there is no such territory or level, or no file can bear the title.
    """
    place, named = _described(corpus, _territory(territory)).territory, _text(title, "название")
    name = slug(named)
    if not name:
        raise DraftError("В названии нет ни букв, ни цифр: имени файла из него не получится.")
    return Draft(
        file=f"{PRACTICES}/{name}.md",
        text=practice_draft(title=named, territory=place, level=_level(level), reviewed=today),
        next="Заполните пустые поля: dorkarta check назовёт обязательные.",
    )


def territory(corpus: Corpus, *, path: str, title: str, genitive: str, locative: str) -> Draft:
    """The draft of a territory.

    Raises:
        DraftError: the folder has no fitting name, or its region is not described.
    """
    place = _territory(path)
    region = place.partition("/")[0]
    if region != place and region not in corpus.territories:
        raise DraftError(f"Региона {region} ещё нет. Сначала опишите его: dorkarta new territory {region} …")
    text = territory_draft(
        path=place,
        title=_text(title, "название"),
        genitive=_text(genitive, "родительный падеж"),
        locative=_text(locative, "слова «где»"),
    )
    return Draft(file=f"{RECORDS}/{place}/territory.yaml", text=text, next="Проверка: dorkarta check.")


def _roadmap(corpus: Corpus, name: str) -> Record[Roadmap]:
    """By its path or by the name of its file, wherever the project lies."""
    path = name.replace("\\", "/").removesuffix(".yaml")
    path = path.rpartition(f"{RECORDS}/")[2].strip("/")
    if path in corpus.roadmaps:
        return corpus.roadmaps[path]
    _refuse_unread(corpus, path)
    raise DraftError(f"Дорожной карты «{name}» нет. {perhaps(path, corpus.roadmaps) or ''}".rstrip())


def _refuse_unread(corpus: Corpus, path: str) -> None:
    """A file that is there but wrong is no file that is missing."""
    for file in corpus.files:
        if file.path == path and file.content is None:
            raise DraftError(f"В файле {file.file} ошибки, сначала исправьте их: dorkarta check.")


def _territory(path: str) -> str:
    place = path.replace("\\", "/").strip("/").removeprefix(f"{RECORDS}/")
    if not re.fullmatch(TERRITORY_PATH, place):
        raise DraftError(f"«{path}» – не папка территории: krasnodar-krai или krasnodar-krai/krasnodar.")
    return place


def _described(corpus: Corpus, place: str) -> Record[Territory]:
    if place not in corpus.territories:
        _refuse_unread(corpus, f"{place}/territory")
        raise DraftError(f"Территории {place} нет. {perhaps(place, corpus.territories) or ''}".rstrip())
    return corpus.territories[place]


def _body_kind(name: str) -> BodyKind:
    try:
        return BodyKind(name)
    except ValueError:
        raise DraftError(f"Вида «{name}» нет. Есть: {', '.join(BodyKind)}.") from None


def _level(name: str) -> LevelId:
    try:
        return LevelId(name)
    except ValueError:
        raise DraftError(f"Уровня «{name}» нет. Есть: {', '.join(LevelId)}.") from None


def _period(words: str) -> Period:
    try:
        return TypeAdapter(Span).validate_python(words)
    except ValidationError as error:
        raise DraftError(f"Период «{words}»: {error.errors()[0]['msg']}.") from None


def _text(words: str, what: str) -> str:
    """On one line, of signs that can be seen."""
    plain = " ".join(words.split())
    if not plain:
        raise DraftError(f"Не сказано {what}.")
    if not plain.isprintable():
        raise DraftError(f"В тексте стоят знаки, которых не видно ({what}). Наберите его заново.")
    return plain
