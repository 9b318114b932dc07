"""What changed, on the pages of records and on that of the whole site."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html

from dorkarta.history.change import Change, ChangeKind, RecordChanges
from dorkarta.history.chronicle import Chronicle, Day
from dorkarta.pages import history, practice, report, roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.rendering import Renderer
from dorkarta.records.corpus import Corpus

EditionOf = Callable[..., Edition]

FILE = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"
REPORT = "roadmaps/zarechnaya-oblast/verkhnerechensk/report-2023-2024.yaml"
PAGE = "roadmaps/zarechnaya-oblast/roadmap-2023-2024/"

PUBLISHED = Change(kind=ChangeKind.PUBLISHED, text="запись опубликована")
MINOR = Change(kind=ChangeKind.MINOR, text="другой порядок строк")


def deadline(number: str, identity: str) -> Change:
    return Change(kind=ChangeKind.DEADLINE, text="срок <b>", where=number, part="activities", id=identity)


def day(date: str, *records: RecordChanges) -> Day:
    return Day(date=datetime.date.fromisoformat(date), records=records)


def of(file: str, *changes: Change) -> RecordChanges:
    return RecordChanges(file=file, title="Прежнее название", changes=changes)


DAYS = (
    day(
        "2024-03-10",
        of(FILE, deadline("3", "3"), deadline("99", "99"), MINOR),
        of("roadmaps/gone/roadmap-1.yaml", MINOR),
    ),
    day("2024-02-01", of(FILE, MINOR), of(REPORT, PUBLISHED)),
    day(
        "2024-01-01",
        of(FILE, PUBLISHED),
        of("content/practices/gone.md", PUBLISHED),
        of("roadmaps/registry/forms.yaml", MINOR),
        of("roadmaps/registry/redirects.yaml", PUBLISHED),
    ),
)


@pytest.fixture
def edition(edition_of: EditionOf, small: Corpus) -> Edition:
    """An edition of the small project with some days of history."""
    return replace(edition_of(small), history=Chronicle(days=DAYS, known=True))


@pytest.fixture(scope="session")
def renderer(pytestconfig: pytest.Config) -> Renderer:
    return Renderer(pytestconfig.rootpath / "theme" / "blocks")


def test_history_of_a_record(edition: Edition) -> None:
    """Days stand newest first; an item is a link while it stands in the record; small matters are one line."""
    view = history.record_history(edition, FILE)
    assert view is not None
    assert view.note is None
    assert [(each.date, [(line.where, line.href, line.text) for line in each.lines]) for each in view.days] == [
        ("10 марта 2024\u00a0г.", [("пункт 3", f"{PAGE}#m-3", "срок <b>"), ("пункт 99", None, "срок <b>")]),
        ("1 февраля 2024\u00a0г.", [(None, None, "мелкая правка записи")]),
        ("1 января 2024\u00a0г.", [(None, None, "запись опубликована")]),
    ]
    assert history.record_history(edition, "roadmaps/other.yaml") is None


def test_long_history_is_folded(edition: Edition) -> None:
    """Of a long history the newest days are seen, at least one; a day of very many changes counts the rest."""
    many = of(FILE, *(deadline(str(number), str(number)) for number in range(100)))
    days = (day("2024-03-10", many), day("2024-02-01", of(FILE, MINOR)))
    view = history.record_history(replace(edition, history=Chronicle(days=days, known=True)), FILE)
    assert view is not None
    (shown,), (earlier,) = view.days, view.earlier
    assert (len(shown.lines), shown.more) == (60, "и ещё 40 изменений")
    assert [line.text for line in earlier.lines] == ["мелкая правка записи"]
    assert view.earlier_title == "Раньше: 1 день с правками"


def test_short_history(edition: Edition) -> None:
    """Where older commits are missing, a record whose beginning was not seen says so, and so does the site."""
    short = replace(edition, history=Chronicle(days=DAYS[:2], known=True, short=True))
    notes = [view.note for file in (FILE, REPORT) if (view := history.record_history(short, file))]
    assert [note is not None for note in notes] == [True, False]
    assert history.make_block(short).view.note.startswith("История короткая")


def test_the_pages_of_records(edition: Edition, renderer: Renderer) -> None:
    """The history stands at the end of a page and of its contents; nothing of it is taken for markup."""
    page = roadmap.make(edition, edition.corpus.roadmaps["zarechnaya-oblast/roadmap-2023-2024"])
    assert page.toc[-1].anchor == "history"
    tree = html.fromstring(renderer.block(page, page.url))
    (section,) = tree.xpath("//section[h2[@id='history']]")
    assert "dk-screen-only" in section.get("class")
    assert section.xpath(".//a/@href") == [f"../../../{PAGE}#m-3"]
    assert "срок <b>" in section.text_content()
    other = report.make(edition, edition.corpus.reports["zarechnaya-oblast/verkhnerechensk/report-2023-2024"])
    assert "запись опубликована" in renderer.block(other, other.url)


def test_pages_without_history(edition_of: EditionOf, levels: Corpus, renderer: Renderer) -> None:
    """Where nothing is known, records show no history at all, and the page of the site says why."""
    edition = edition_of(levels)
    pages = [
        *(roadmap.make(edition, each) for each in levels.roadmaps.values()),
        *(report.make(edition, each) for each in levels.reports.values()),
        *(each.make() for each in practice.promises(edition)),
    ]
    for page in pages:
        assert all(entry.anchor != "history" for entry in page.toc)
        assert "История записи" not in renderer.block(page, page.url)
    assert "без хранилища git" in renderer.block(history.make_block(edition), "changes/")


def test_changes_of_the_site(edition: Edition, renderer: Renderer) -> None:
    """Each day lists what is new, then what changed, by the names that records have now; what is gone has no link.

    Lists that only editors need are passed over.
    """
    block = history.make_block(edition)
    said = [
        (
            each.date,
            [(link.title, link.href is not None) for link in each.published],
            [(record.title, record.href is not None) for record in each.records],
        )
        for each in block.view.days
    ]
    roadmap_name = "Областная дорожная карта: Заречная область, 2023–2024"
    assert said == [
        ("10 марта 2024\u00a0г.", [], [("Дорожная карта: gone", False), (roadmap_name, True)]),
        (
            "1 февраля 2024\u00a0г.",
            [("Отчёт о выполнении дорожной карты: Город Верхнереченск, 2023–2024", True)],
            [(roadmap_name, True)],
        ),
        (
            "1 января 2024\u00a0г.",
            [(roadmap_name, True), ("Практика: Прежнее название", False)],
            [("Формы мероприятий: Россия", False)],
        ),
    ]
    tree = html.fromstring(renderer.block(block, "changes/"))
    assert tree.xpath("//h2/@id") == [entry.anchor for entry in block.toc]
    assert not tree.xpath("//b")


def test_a_day_of_very_many_records(edition: Edition) -> None:
    """A day on which hundreds of records came does not fill the page; it counts them."""
    records = [of(f"roadmaps/a/roadmap-{number}.yaml", PUBLISHED) for number in range(100)]
    view = history.make_block(replace(edition, history=Chronicle(days=(day("2024-01-01", *records),), known=True))).view
    assert len(view.days[0].published) == 40
    assert view.days[0].more == "И ещё 60 записей."
