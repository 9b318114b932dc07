"""Every address, anchor and file name of the site.

All are relative to the site's root, so that the site works under any sub-path; a page prefixes them with
`root_of` its own address.
"""

import re
from typing import Final

COUNTRY: Final = "country"
"""Stands in addresses for the territory above all regions, whose path is empty."""

HOME: Final = ""
LEVELS: Final = "levels/"
TERRITORIES: Final = "territories/"
ROADMAPS: Final = "roadmaps/"
REPORTS: Final = "reports/"
BODIES: Final = "bodies/"
DOCUMENTS: Final = "documents/"
PROGRESS: Final = "progress/"
PROGRESS_RULES: Final = "progress/rules/"
INDICATORS: Final = "progress/indicators/"
PRACTICES: Final = "practices/"
RISKS: Final = "risks/"
TEMPLATES: Final = "templates/"
GLOSSARY: Final = "glossary/"
EDITORS: Final = "editors/"
RULES: Final = "editors/rules/"
ABOUT: Final = "about/"
CHANGES: Final = "changes/"
SEARCH: Final = "search/"
CALENDAR: Final = "calendar/"
FEEDS: Final = "calendar/feeds/"
DOWNLOADS: Final = "downloads/"
API: Final = "api/v1/"
SEARCH_BUNDLE: Final = "pagefind/"
SEARCH_PLACES: Final = "pagefind/places.json"
ASSETS: Final = "assets/dorkarta/"
EDITION_SCRIPT: Final = "assets/dorkarta/js/edition.js"
MANIFEST: Final = "manifest.json"
CHECKSUMS: Final = "SHA256SUMS"


def level(level_id: str, region: str | None = None) -> str:
    """The page of a level, of the whole country or of one region."""
    return f"{LEVELS}{level_id}/{region}/" if region else f"{LEVELS}{level_id}/"


def territory(path: str) -> str:
    """The page of a territory."""
    return f"{TERRITORIES}{path}/"


def roadmap(path: str) -> str:
    """The page of a roadmap."""
    return f"{ROADMAPS}{path}/"


def report(path: str) -> str:
    """The page of a report."""
    return f"{REPORTS}{path}/"


def progress(territory_path: str) -> str:
    """The dashboard of a territory."""
    return f"{PROGRESS}{territory_path}/"


def indicators(roadmap_path: str) -> str:
    """The indicators of a roadmap: plan and fact."""
    return f"{INDICATORS}{roadmap_path}/"


def activity_anchor(identity: str) -> str:
    """The anchor of an activity on the page of its roadmap."""
    return f"m-{identity}"


def activity(roadmap_path: str, identity: str) -> str:
    """The place of an activity."""
    return f"{roadmap(roadmap_path)}#{activity_anchor(identity)}"


def indicator_anchor(identity: str, number: int = 0) -> str:
    """The anchor of an activity on the page of indicators, or of one of its figures, which count from 1."""
    return f"i-{identity}--{number}" if number else f"i-{identity}"


def section_anchor(identity: str) -> str:
    """The anchor of a section on the page of its roadmap."""
    return f"s-{identity}"


def subject_anchor(index: int) -> str:
    """The anchor of a subject of the system of work on the page of its level."""
    return f"subject-{index}"


def entry_anchor(identity: str) -> str:
    """The anchor of an entry on the page of its report."""
    return f"e-{identity}"


def entry(report_path: str, identity: str) -> str:
    """The place of an entry of a report."""
    return f"{report(report_path)}#{entry_anchor(identity)}"


def body(territory_path: str, identity: str) -> str:
    """The page of a body."""
    return f"{BODIES}{territory_path or COUNTRY}/{identity}/"


def body_in(territory_path: str, identity: str, place: str) -> str:
    """What a body answers for in one territory, where a single page does not hold all of it."""
    return f"{body(territory_path, identity)}in/{place}/"


def documents(region: str) -> str:
    """The page of a region's documents; those of the whole country stand under a name of their own."""
    return f"{DOCUMENTS}{region or COUNTRY}/"


def document_anchor(territory_path: str, identity: str) -> str:
    """The anchor of a document on the page of its region: municipalities share it, and no name holds two hyphens."""
    inside = territory_path.partition("/")[2]
    return f"d-{inside}--{identity}" if inside else f"d-{identity}"


def document(territory_path: str, identity: str) -> str:
    """The place of a document."""
    region = territory_path.partition("/")[0]
    return f"{documents(region)}#{document_anchor(territory_path, identity)}"


def term_anchor(short: str) -> str:
    """The anchor of an abbreviation in the glossary: its own letters, so that it stays when others come."""
    return "t-" + "-".join(short.replace("/", " ").split())


def school_year(first: int, territory_path: str = "") -> str:
    """The page of a school year, of the whole site or of one territory: `calendar/2020-2021/tula-oblast/tula/`."""
    year = f"{CALENDAR}{first}-{first + 1}/"
    return f"{year}{territory_path}/" if territory_path else year


def month(year: int, number: int) -> str:
    """The page of a month: `calendar/2021-03/`."""
    return f"{CALENDAR}{year}-{number:02}/"


def feed(kind: str | None = None, name: str = "") -> str:
    """An iCalendar feed: of everything, or of one level, territory, body, form, roadmap."""
    return f"{FEEDS}{kind}/{name}.ics" if kind else f"{FEEDS}all.ics"


def companions(url: str) -> tuple[str, ...]:
    """How the addresses of the files begin that belong to a page: its downloads, its feed, its JSON twin."""
    page = url.rstrip("/")
    section, _, path = page.partition("/")
    found = [f"{DOWNLOADS}{page}"] if path else []
    if path and (kind := _FEED_KINDS.get(f"{section}/")):
        found.append(f"{FEEDS}{kind}/{path}")
    if path and f"{section}/" in {ROADMAPS, REPORTS}:
        found.append(f"{API}{path}")
    return tuple(found)


_FEED_KINDS: Final = {LEVELS: "level", TERRITORIES: "territory", BODIES: "body", ROADMAPS: "roadmap"}
"""Which feeds belong to the pages of a section."""


def record_api(path: str) -> str:
    """The JSON twin of a record."""
    return f"{API}{path}.json"


def progress_api(roadmap_path: str) -> str:
    """The execution of a roadmap: its activities in all territories. It follows the twin of the roadmap."""
    return f"{API}{roadmap_path}/progress.json"


def indicators_api(roadmap_path: str) -> str:
    """Plan and fact of a roadmap's indicators."""
    return f"{API}{roadmap_path}/indicators.json"


def list_api(name: str, ending: str = "json") -> str:
    """A list of the API."""
    return f"{API}{name}.{ending}"


def schema_api(name: str) -> str:
    """The JSON Schema of a public type."""
    return f"{API}schema/{name}.json"


def file_of(url: str) -> str:
    """The file that a page's address is served from."""
    return f"{url}index.html" if url.endswith("/") or not url else url


def root_of(url: str) -> str:
    """From a page back to the site's root: `../../`; for the root itself `./`."""
    return "../" * url.count("/") or "./"


def stem(url: str, part: str = "") -> str:
    """What the files of a page, or of a part of it, are called without their endings."""
    return f"{url}{part}" if part else url.rstrip("/")


def download(stem: str, ending: str) -> str:
    """A file to take away: `downloads/roadmaps/tula-oblast/tula/roadmap-2020-2021.pdf`."""
    return f"{DOWNLOADS}{stem}.{ending}"


def search_index(place: str) -> str:
    """The search index of a region or of a municipality; of no place that of the whole site."""
    return f"{SEARCH_BUNDLE}places/{place.replace('/', '--')}/" if place else SEARCH_BUNDLE


def level_part(level_id: str) -> str:
    """What one level does in a roadmap."""
    return f"level-{level_id}"


def section_part(identity: str) -> str:
    """One section of a roadmap."""
    return f"section-{identity}"


def form_part(level_id: str | None = None) -> str:
    """The blank form of a report on a roadmap, or on what one level does in it."""
    return f"report-form-{level_id}" if level_id else "report-form"


def practice(name: str) -> str:
    """The page of a practice."""
    return f"{PRACTICES}{name}/"


def template(name: str) -> str:
    """The files of a template without their endings: a blank of the registry, or a draft after a roadmap's path."""
    return f"{TEMPLATES}{name}"


def part_anchor(model: str) -> str:
    """Of the fields of a record or a part of one, by the name of its model: `ReportEntry` → `report-entry`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model).lower()


def field_anchor(model: str, field: str) -> str:
    """Of one field: `report-entry.date`."""
    return f"{part_anchor(model)}.{field}"


def rule_page(code: str) -> str:
    """The page of a rule: `editors/rules/E201/`."""
    return f"{RULES}{code}/"
