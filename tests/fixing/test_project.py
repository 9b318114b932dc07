"""The files of a project, mended together."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.checks.checking import check
from dorkarta.diagnostic import Diagnostic, Place
from dorkarta.fixing.deed import Deed
from dorkarta.fixing.mending import Mended, Wishes, mend
from dorkarta.fixing.project import Plan, plan, write
from dorkarta.fixing.source import Source, texts_in
from dorkarta.fixing.telling import as_diff, in_words
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.files import failed
from dorkarta.records.lexicon import Lexicon
from dorkarta.records.texts import free_texts
from dorkarta.spelling.laws import spelt

ROADMAP = "roadmaps/zarechnaya-oblast/roadmap-2023-2024.yaml"
BODIES = "roadmaps/zarechnaya-oblast/verkhnerechensk/bodies.yaml"
LOCAL = "roadmaps/zarechnaya-oblast/verkhnerechensk/roadmap-2024.yaml"
HEAD = """\
title: Дорожная карта
level: municipality
period: 2024-01-01/2024-12-31
source: {title: Дорожная карта}
sections:
  - id: "1"
    title: Работа
    activities:
"""


@pytest.fixture
def project(small_project: Path, tmp_path: Path) -> Path:
    """A copy of the small project."""
    return Path(shutil.copytree(small_project, tmp_path / "project"))


def _plan(project: Path, **wishes: bool) -> Plan:
    return plan(project, wanted=lambda _: True, wishes=Wishes(**wishes), check=check)


def _put(project: Path, file: str, text: str) -> None:
    (project / file).write_text(text, "utf-8", newline="")


def test_plain_lines(project: Path) -> None:
    """The mark of byte order, CRLF and a missing last line end go; what stays is byte for byte the same."""
    good = (project / ROADMAP).read_text("utf-8")
    _put(project, ROADMAP, "\ufeff" + good.rstrip("\n").replace("\n", "\r\n"))
    (mended,) = _plan(project).mended
    assert mended.after == good
    assert set(mended.done) == {Deed.BOM, Deed.LINE_END, Deed.LAST_LINE}


def test_name_and_list_together(project: Path) -> None:
    """A name and the list that knows it are mended at once, so that the name is still known."""
    bodies = (project / BODIES).read_text("utf-8")
    _put(project, BODIES, f"{bodies}  - {{id: school-7, title: 'Центр \"Старт\"', kind: organisation}}\n")
    _put(project, LOCAL, HEAD + '      - {id: "1.1", title: Вебинар, responsible: [\'Центр "Старт"\']}\n')
    assert {mended.file for mended in _plan(project).mended} == {BODIES, LOCAL}


def test_one_without_the_other(project: Path) -> None:
    """A list is not mended alone, if a record would then name what nobody knows."""
    bodies = (project / BODIES).read_text("utf-8")
    _put(project, BODIES, f"{bodies}  - {{id: school-7, title: 'Центр \"Старт\"', kind: organisation}}\n")
    _put(project, LOCAL, HEAD + '      - {id: "1.1", title: Вебинар, responsible: [\'Центр "Старт"\']}\n')
    made = plan(project, wanted=lambda file: file == BODIES, wishes=Wishes(), check=check)
    assert made.mended == ()
    assert made.refused == (BODIES,)
    assert "не исправлен" in "".join(in_words(made, written=True))


def test_unread(project: Path) -> None:
    """A file that is no YAML is told with its diagnostics, the others are mended."""
    _put(project, LOCAL, "title: [незакрыто\n")
    _put(project, ROADMAP, (project / ROADMAP).read_text("utf-8") + "\n\n")
    made = _plan(project)
    assert [problem.code for problem in made.unread] == ["E002"]
    assert [mended.file for mended in made.mended] == [ROADMAP]


def test_wrong_field_does_not_hinder(project: Path) -> None:
    """A file with an error of the model is mended where that is safe, its error stays."""
    _put(project, LOCAL, HEAD + '      - {id: "1.1", titel: Вебинар, title: Учёба  завучей}\n')
    (mended,) = _plan(project).mended
    assert mended.after == HEAD + '      - {id: "1.1", titel: Вебинар, title: Учёба завучей}\n'


def test_names(project: Path) -> None:
    """Other names become first names only when asked, and keep their capital; titles stay."""
    line = '      - {{id: "1.1", title: КПК, form: {}, responsible: [{}], audience: [{}]}}\n'
    other = line.format("Вебинары / КПК", "Управление образования города Верхнереченска", "Руководители школ")
    _put(project, LOCAL, HEAD + other)
    assert _plan(project).mended == ()
    changed = {mended.file: mended.after for mended in _plan(project, names=True).mended}
    first = line.format('"Вебинар, курсы повышения квалификации"', "УО", "Руководители образовательных организаций")
    assert changed.get(LOCAL, "") == HEAD + first.replace('"Вебинар, курсы повышения квалификации"', "Вебинары / КПК")


def test_deadlines(project: Path) -> None:
    """Deadlines get the wording of their reading only when asked; other words stay."""
    line = '      - {{id: "1.1", title: Учёба, deadline: "{}"}}\n      - {{id: "1.2", title: Учёба, deadline: "{}"}}\n'
    _put(project, LOCAL, HEAD + line.format("до 01.03.2024 г.", "как получится"))
    assert _plan(project).mended == ()
    changed = {mended.file: mended.after for mended in _plan(project, deadlines=True).mended}
    assert changed[LOCAL] == HEAD + line.format("до 1 марта 2024 года", "как получится")


def test_write(project: Path) -> None:
    """A file is replaced at once, keeps its rights, and stays behind its link."""
    (project / ROADMAP).chmod(0o640)
    (project / LOCAL).symlink_to(project / ROADMAP)
    write(project, Mended(file=LOCAL, before="", after="новое\n", done=Counter()))
    assert (project / LOCAL).is_symlink()
    assert (project / ROADMAP).read_text("utf-8") == "новое\n"
    assert (project / ROADMAP).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (project / ROADMAP).parent.iterdir() if path.name.startswith(".")] == []


def test_diff() -> None:
    """The diff is a patch, which says where the last line had no end."""
    mended = Mended(file="a.yaml", before="один\nдва", after="один\nдва\n", done=Counter())
    assert as_diff(mended) == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n один\n-два\n\\ No newline at end of file\n+два\n"
    )


def test_told() -> None:
    """What is done is counted in Russian; where nothing is, that is said."""
    mended = Mended(file="a.yaml", before="", after="", done=Counter({Deed.QUOTE: 3, Deed.HYPHEN: 1}))
    assert list(in_words(Plan(mended=(mended,), refused=(), unread=()), written=True)) == [
        "a.yaml: исправлено: 1 перенос, 3 кавычки",
        "Исправлено: 1 файл. Просмотрите правку: git diff.",
    ]
    assert list(in_words(Plan(mended=(), refused=(), unread=()), written=True)) == ["Исправлять нечего."]
    fault = Diagnostic(code="E002", place=Place(file="a.yaml"), message="")
    assert list(in_words(Plan(mended=(), refused=(), unread=(fault,)), written=True)) == ["Больше исправлять нечего."]


SMALL_TEXT = (Path(__file__).resolve().parent.parent / "cases" / "project" / ROADMAP).read_text("utf-8")
SPOTS = [match.start() for match in re.finditer(" ", SMALL_TEXT)]
DAMAGE = st.tuples(
    st.sampled_from(SPOTS),
    st.sampled_from(
        ["  ", " - ", "- ", " , ", ' "', '" ', " «", " ПНОР ", "\u00ad ", " c ", " TMC", "\r\n", " \n", " # ", "  "]
    ),
)


@given(st.lists(DAMAGE, min_size=1, max_size=12))
def test_damaged(damages: list[tuple[int, str]]) -> None:
    """Whatever is done to the spaces of a file: what is mended says the same but for slips, and once is enough."""
    text = SMALL_TEXT
    for spot, damage in sorted(damages, reverse=True):
        text = text[:spot] + damage + text[spot + 1 :]
    lexicon = Lexicon(corpus=Corpus(files=()))
    known = lexicon.known("")
    file = failed(
        ROADMAP.removeprefix("roadmaps/").removesuffix(".yaml"),
        ROADMAP,
        Diagnostic(code="", place=Place(file=ROADMAP), message=""),
    )
    mended = mend(file, text, lexicon, Wishes())
    before = Source(text=text.replace("\r\n", "\n")).tree.value
    if mended is None:
        assert not isinstance(before, dict)
        return
    after = Source(text=mended.after).tree.value
    free = {path for path, _ in free_texts(Roadmap, before)}
    was, now = dict(texts_in(before)), dict(texts_in(after))
    assert was.keys() == now.keys()
    for path, words in was.items():
        meant = spelt(" ".join(words.split()), known) if path in free else words
        assert " ".join(now[path].split()) in {" ".join(meant.split()), " ".join(words.split())}
    again = mend(file, mended.after, lexicon, Wishes())
    assert again is not None
    assert again.after == mended.after
