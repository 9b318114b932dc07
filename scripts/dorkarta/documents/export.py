"""One record as one file, as the command `dorkarta export` gives it out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dorkarta import addresses
from dorkarta.calendars.feeds import feed_files
from dorkarta.documents import report, roadmap
from dorkarta.documents.blank import blank_of
from dorkarta.documents.form_rows import form_rows
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.orders import Format, Order
from dorkarta.documents.originals import originals
from dorkarta.documents.pdf import Press
from dorkarta.documents.report_form import report_form
from dorkarta.documents.roadmap import Cut
from dorkarta.documents.workshop import make
from dorkarta.feeds.api import record_json
from dorkarta.model.level import LevelId
from dorkarta.records.corpus import Corpus
from dorkarta.records.folders import RECORDS
from dorkarta.records.plan import Plan
from dorkarta.text import perhaps

JSON: Final = "json"
ICS: Final = "ics"
FORM: Final = "form"
FORMATS: Final = (*(each.value for each in Format), JSON, ICS, FORM)


class ExportError(ValueError):
    """What was asked for does not exist; the message says in Russian what does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """What is asked for."""

    record: str
    """A path («tula-oblast/tula/roadmap-2020-2021») or the file of a record."""
    format: str
    level: str | None = None
    section: str | None = None
    territory: str | None = None
    """Who fills the form in, where it is not the territory of the roadmap."""


def export(asked: Export, plan: Plan, imprint: Imprint, *, project: Path, templates: Path) -> tuple[str, bytes]:
    """A name for the file and its bytes.

    Arguments:
        asked: The record, the format and the part.
        plan: All activities.
        imprint: Who publishes, where, and when records were changed.
        project: The folder that the files of records are relative to.
        templates: The folder of the templates for print.

    Raises:
        ExportError: there is no such record, part or format.
    """
    if asked.format not in FORMATS:
        raise ExportError(f"Формата «{asked.format}» нет. Есть: {', '.join(FORMATS)}.")
    corpus = plan.corpus
    path = _path(corpus, asked.record)
    name = path.replace("/", "-")
    is_roadmap = path in corpus.roadmaps
    whole_only = not is_roadmap or asked.format in (JSON, ICS) or (asked.section and asked.format == FORM)
    if (asked.level or asked.section) and whole_only:
        raise ExportError(
            "Делятся только дорожные карты: по уровням и разделам – pdf, docx, xlsx и csv, по уровням – form."
        )
    if asked.territory and not (is_roadmap and asked.format == FORM):
        raise ExportError("Территорию называют только для формы отчёта по карте: --format form.")
    if asked.format == JSON:
        return f"{name}.json", record_json(plan, path)
    if asked.format in (ICS, FORM) and not is_roadmap:
        raise ExportError(f"Отчёт нельзя сохранить в формате {asked.format}: это формат дорожных карт.")
    if asked.format == ICS:
        return f"{name}.ics", _feed(plan, path, imprint)
    cut = _cut(plan, path, asked) if is_roadmap else None
    if asked.format == FORM:
        level, territory = cut.level if cut else None, _territory(corpus, path, asked.territory)
        if territory and not form_rows(plan, corpus.roadmaps[path], level, territory):
            raise ExportError(f"Мероприятий этого уровня территория «{territory}» не исполняет: форма была бы пустой.")
        form = report_form(blank_of(plan, corpus.roadmaps[path], imprint, level=level, territory=territory))
        whose = f"-{territory.rpartition('/')[2]}" if territory else ""
        return f"{name}-{addresses.form_part(level)}{whose}.xlsx", form
    inside = originals(plan, path, project)
    if not is_roadmap:
        paper = report.make(corpus, corpus.reports[path], imprint, attachments=inside)
    else:
        paper = roadmap.make(plan, corpus.roadmaps[path], imprint, cut=cut, attachments=inside)
        name = f"{name}-{cut.name}" if cut else name
    order = Order(paper=paper, format=Format(asked.format))
    return f"{name}.{asked.format}", make(order, Press(templates))


def _path(corpus: Corpus, record: str) -> str:
    path = record.replace("\\", "/").removeprefix("./").removeprefix(f"{RECORDS}/").removesuffix(".yaml").strip("/")
    known = (*corpus.roadmaps, *corpus.reports)
    if path in known:
        return path
    for each in known:  # an absolute file name of whatever folder
        if path.endswith(f"/{RECORDS}/{each}"):
            return each
    hint = perhaps(path, known)
    raise ExportError(f"Записи «{record}» нет. {hint or 'Есть: ' + ', '.join(known) + '.'}")


def _cut(plan: Plan, path: str, asked: Export) -> Cut | None:
    if asked.level is None and asked.section is None:
        return None
    if asked.level and asked.section:
        raise ExportError("Выберите что-то одно: уровень или раздел.")
    planned = plan.by_roadmap[path]
    if asked.level is not None:
        levels = [level.value for level in LevelId if any(one.level is level for one in planned)]
        if asked.level not in levels:
            raise ExportError(f"Уровня «{asked.level}» в этой карте нет. Есть: {', '.join(levels)}.")
        return Cut(level=LevelId(asked.level))
    sections = list(dict.fromkeys(section.id for one in planned for section in one.sections))
    if asked.section not in sections:
        raise ExportError(f"Раздела «{asked.section}» в этой карте нет. Есть: {', '.join(sections)}.")
    return Cut(section=asked.section)


def _territory(corpus: Corpus, path: str, territory: str | None) -> str | None:
    """Who reports: the territory of the roadmap, or one inside it."""
    own = corpus.roadmaps[path].territory
    places = (own, *corpus.inner_territories.get(own, ()))
    if territory is None or territory in places:
        return territory
    hint = perhaps(territory, places) or f"Есть: {', '.join(places)}."
    raise ExportError(f"Территория «{territory}» эту карту не исполняет. {hint}")


def _feed(plan: Plan, path: str, imprint: Imprint) -> bytes:
    alone = Plan(corpus=plan.corpus, planned=plan.by_roadmap[path])
    feeds = dict(feed_files(alone, site_url=imprint.site_url, modified=imprint.modified))
    found = feeds.get(addresses.feed("roadmap", path))
    if found is None:
        raise ExportError("В этой карте нет мероприятий с датами, календарь был бы пустым.")
    return found
