"""A paper with all that a paper may hold, the papers of all records, and the programs that read what is written."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from dorkarta.documents import report, roadmap
from dorkarta.documents.imprint import Imprint
from dorkarta.documents.paper import Column, Fact, Paper, Remark, Row, RowKind, Table, Width
from dorkarta.records.plan import Plan

Convert = Callable[[Mapping[str, bytes], str], Mapping[str, bytes]]

COLUMNS = (
    Column(key="number", title="№ п/п", width=Width.NUMBER),
    Column(key="title", title="Наименование задачи/мероприятия", width=Width.LONG),
    Column(key="indicator", title="наименование", width=Width.SHORT, group="Результат"),
    Column(key="target", title="плановое значение", width=Width.FIGURE, group="Результат"),
    Column(key="responsible", title="Исполнитель", width=Width.SHORT),
)
MOMENT = datetime.datetime(2021, 3, 10, 15, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=3)))


@pytest.fixture(scope="session")
def numbered() -> Callable[[str, int], str]:
    """Makes so many words, each of which stands in one place only: `д0000 д0001 …`."""
    return _numbered


def _numbered(letter: str, count: int) -> str:
    return " ".join(f"{letter}{number:04}" for number in range(count))


@pytest.fixture(scope="session")
def full_paper() -> Paper:
    """Every kind of row, texts of several pages, a word of three thousand letters, remarks, decisions, two tables."""
    rows = (
        Row(kind=RowKind.SECTION, cells=("1. Раздел",), remarks=(1,), state="Исключён 1 марта 2021 г."),
        Row(kind=RowKind.SECTION, cells=("1.1. Подраздел",), depth=1),
        Row(kind=RowKind.SECTION, cells=("1.1.1. Часть подраздела",), depth=2),
        Row(kind=RowKind.ITEM, cells=("1.", "Короткое", "первый", "4", "УО"), remarks=(1, 2)),
        Row(kind=RowKind.MORE, cells=(None, None, "второй", "не менее 4", None)),
        Row(kind=RowKind.MORE, cells=(None, None, "третий", "1E5", None), remarks=(3,), state="Отменено"),
        Row(kind=RowKind.ITEM, cells=("2.", _numbered("д", 900), "", "", _numbered("о", 300)), state="Исполнено"),
        Row(kind=RowKind.MORE, cells=(None, None, _numbered("п", 200), "2", None)),
        Row(kind=RowKind.ITEM, cells=("3.", "х" * 3000, f"https://example.org/{'a' * 200}", "9" * 30, "УО,\nИМО")),
        Row(kind=RowKind.PART, cells=("", "часть", "", "", ""), depth=1),
        Row(kind=RowKind.PART, cells=("", "часть части", "", "", ""), depth=2, remarks=(2,)),
        Row(kind=RowKind.MORE, cells=(None, None, None, None, None), remarks=(3,)),
    )
    second = Table(
        columns=COLUMNS[:2],
        rows=(
            Row(kind=RowKind.SECTION, cells=("События",)),
            Row(kind=RowKind.ITEM, cells=("1.", "Семинар")),
        ),
        title="Март 2021",
        lead="День в документах не назван.",
    )
    return Paper(
        stem="roadmaps/test/roadmap-2021",
        name="Муниципальная дорожная карта: Проба, 2021",
        title="Дорожная карта мероприятий",
        part="Раздел 1. Раздел",
        appendix="Приложение № 1\nк письму",
        grif=("УТВЕРЖДЕНО", "Начальник управления", "10 марта 2021 г."),
        facts=(Fact(label="Цель", value="создание условий"),),
        tables=(Table(columns=COLUMNS, rows=rows), second),
        signed="Начальник отдела",
        remarks=(
            Remark(number=1, where="Раздел 1", kind="Исправлено", text="буква"),
            Remark(number=2, where="Пункт 1", kind="Замечание", text="о пункте"),
            Remark(number=3, where="Пункт 1", kind="Утрачено", text="число"),
            Remark(number=4, where="", kind="Замечание", text="обо всём"),
        ),
        sources=("Источник: проба (распознанный скан).", "Дополнение: другая проба."),
        address="roadmaps/test/roadmap-2021/",
        live="https://пример.рф/карта школ/?раздел=1&уровень=«школа»",
        publisher="Институт развития <образования> & школ",
        changed=datetime.date(2021, 3, 10),
        moment=MOMENT,
    )


@pytest.fixture(scope="session")
def official_papers(official_plan: Plan) -> Mapping[str, Paper]:
    """The papers of all roadmaps and reports of this project."""
    corpus = official_plan.corpus
    imprint = Imprint(publisher="Дорожные карты поддержки школ", site_url="https://example.org/")
    return {
        **{path: roadmap.make(official_plan, record, imprint) for path, record in corpus.roadmaps.items()},
        **{path: report.make(corpus, record, imprint) for path, record in corpus.reports.items()},
    }


@pytest.fixture(scope="session")
def converted(office: Callable[[Mapping[str, bytes], str], dict[str, bytes]]) -> Convert:
    """Lets LibreOffice turn DOCX files into another format: name → bytes."""

    def convert(files: Mapping[str, bytes], target: str) -> Mapping[str, bytes]:
        made = office({f"{place}.docx": data for place, data in enumerate(files.values())}, target)
        return {name: made[f"{place}.{target.partition(':')[0]}"] for place, name in enumerate(files)}

    return convert
