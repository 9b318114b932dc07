"""The same records as a plain site of MkDocs and Material, to be built beside ours.

    python scripts/benchmarks/peer.py PROJECT FOLDER [--search]
    python -m mkdocs build -q -f FOLDER/mkdocs.yml

Writes a page of Markdown with its table for every roadmap and report of a project, and lists of them by regions.
It is as Material's user would begin, and kind to MkDocs: only the home page is in the navigation, since entries for all
records make a build three times as long; its search is off unless asked for; what takes ours most of its time
(checks, dates, states, calendars, documents, the API) is not there at all.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dorkarta.model.activity import Activity
from dorkarta.model.report import Report
from dorkarta.model.responsible import Responsible
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.files import RecordFile, read_files

_SETTINGS: Final = """\
site_name: Дорожные карты
theme:
  name: material
  language: ru
nav:
  - Главная: index.md
not_in_nav: |
  /*/
plugins: {plugins}
"""


def main() -> None:
    """Write the project of MkDocs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("project", type=Path, help="проект с записями")
    parser.add_argument("folder", type=Path, help="новая или пустая папка")
    parser.add_argument("--search", action="store_true", help="с поиском, который Material включает сам")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        parser.error(f"папка {asked.folder} не пуста")
    write(asked.project, asked.folder, has_search=asked.search)


def write(project: Path, folder: Path, *, has_search: bool = False) -> None:
    """Write the records of a project as a site of MkDocs and Material into an empty folder."""
    titles: dict[str, str] = {}
    for record in read_files(project):
        if isinstance(record.content, Roadmap | Report):
            titles[record.path] = record.content.title
            _write(folder / f"docs/{record.path}.md", _page(record))
    regions = sorted({path.partition("/")[0] for path in titles})
    for region in regions:
        inside = {path.partition("/")[2]: title for path, title in titles.items() if path.startswith(f"{region}/")}
        _write(folder / f"docs/{region}/index.md", _list(region, inside))
    _write(folder / "docs/index.md", _list("Дорожные карты", {f"{region}/index": region for region in regions}))
    _write(folder / "mkdocs.yml", _SETTINGS.format(plugins="[search]" if has_search else "[]"))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _list(title: str, pages: dict[str, str]) -> str:
    links = (f"- [{name}]({path}.md)" for path, name in pages.items())
    return _text(f"# {title}", "", *links)


def _page(record: RecordFile) -> str:
    match record.content:
        case Roadmap() as roadmap:
            return _text(*_roadmap(roadmap))
        case Report() as report:
            return _text(*_report(report))
    raise TypeError(record.path)


def _roadmap(roadmap: Roadmap) -> Iterator[str]:
    yield f"# {roadmap.title}"
    yield ""
    yield roadmap.goal or ""
    for section in roadmap.sections:
        yield from _section(section, depth=2)


def _section(section: Section, *, depth: int) -> Iterator[str]:
    title = f"{section.number} {section.title}" if section.number else section.title
    yield from ("", f"{'#' * depth} {title}", "")
    if section.activities:
        yield from _head("№", "Мероприятие", "Форма", "Срок", "Ответственные", "Результат")
        yield from (_activity(activity) for activity in _rows(section.activities))
    for part in section.sections:
        yield from _section(part, depth=depth + 1)


def _rows(activities: Iterable[Activity]) -> Iterator[Activity]:
    """Activities, each with its parts behind it."""
    for activity in activities:
        yield activity
        yield from _rows(activity.activities)


def _activity(row: Activity) -> str:
    bodies = _bodies(row.responsible)
    return _row(row.number or row.id, row.title, row.form, row.deadline, bodies, row.expected_result)


def _report(report: Report) -> Iterator[str]:
    yield f"# {report.title}"
    yield ""
    yield from _head("№", "Мероприятие", "Описание", "Дата", "Ответственные", "Подтверждения")
    for entry in report.entries:
        proofs = "; ".join(each.quote or each.document for each in entry.evidence)
        number, bodies = entry.number or entry.id, _bodies(entry.responsible)
        yield _row(number, entry.title, entry.description, entry.date, bodies, proofs)


def _bodies(responsible: Iterable[Responsible]) -> str:
    return ", ".join(f"{each.body} ({each.addition})" if each.addition else each.body for each in responsible)


def _head(*titles: str) -> Iterator[str]:
    yield _row(*titles)
    yield _row(*("---" for _ in titles))


def _row(*cells: str | None) -> str:
    texts = ((cell or "").replace("|", "\\|").replace("\n", "<br>") for cell in cells)
    return f"| {' | '.join(texts)} |"


def _text(*lines: str) -> str:
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
