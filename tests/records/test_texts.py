"""The free texts of records."""

from collections.abc import Callable, Mapping
from pathlib import Path

from dorkarta.model.practice import Practice
from dorkarta.model.roadmap import Roadmap
from dorkarta.records.corpus import Corpus
from dorkarta.records.texts import TextKind, all_texts, free_texts, read_texts, words_of

CASES = Path(__file__).resolve().parent.parent / "cases" / "checks"

CorpusWith = Callable[[Mapping[str, str]], Corpus]


def test_plain_value() -> None:
    """Titles and names are free texts, of whatever depth and shape; ids, numbers, dates and notes are none."""
    value = {
        "title": "Карта",
        "level": "region",
        "period": "2024-01-01/2024-12-31",
        "approved": {"by": "УО", "date": "2024-01-01", "number": "5"},
        "sections": [
            {
                "id": "1",
                "title": "Раздел",
                "activities": [
                    {
                        "id": "1.1",
                        "title": "Вебинар",
                        "responsible": ["УО", {"body": "ИРО", "addition": "отдел"}],
                        "implements": "a/b#1",
                        "indicators": [{"name": "Число", "target": "не менее 1"}],
                        "notes": [{"kind": "repair", "text": "скан"}],
                        "inferred": {"form": "почему"},
                        "allow": {"W301": "почему"},
                    }
                ],
            }
        ],
        "unknown": "поле",
    }
    assert [text for _, text in free_texts(Roadmap, value)] == [
        *("Карта", "УО", "Раздел", "Вебинар", "УО", "ИРО", "отдел", "Число"),
    ]


def test_wrong_shapes() -> None:
    """A value that the model would refuse is read as far as it fits."""
    value = {"title": ["Карта"], "sections": {"id": "1"}, "source": "Документ", "goal": {"a": "б"}}
    assert list(free_texts(Roadmap, value)) == [(("source",), "Документ")]


def test_model_and_value(small: Corpus) -> None:
    """A model has the same texts as the value from which it was made, names of bodies under `body`."""
    roadmap = small.roadmaps["zarechnaya-oblast/roadmap-2023-2024"]
    texts = dict(free_texts(Roadmap, roadmap.content))
    assert texts["sections", 0, "activities", 0, "responsible", 0, "body"] == "Минобр"
    assert texts["sections", 0, "activities", 0, "title"] == "Утверждение системы работы со ШНОР"


def test_prose(corpus_with: CorpusWith) -> None:
    """The prose of a practice is read, though it is no field."""
    bare = (CASES / "E250-practice-steps" / "good" / "content" / "practices" / "consultations.md").read_text("utf-8")
    practice = corpus_with({"content/practices/a.md": f"{bare}\nТекст"}).practices["a"].content
    assert [text for path, text in read_texts(Practice, practice) if path == ("prose",)] == ["Текст"]
    assert [text for path, text in free_texts(Practice, practice) if path == ("prose",)] == []


def test_texts_without_their_paths(official: Corpus) -> None:
    """The quick walk gathers the same texts of every record as the one that tells where they stand."""
    for file in official.files:
        if file.content is not None:
            texts = all_texts(type(file.content), file.content)
            read = {words for _, words, kind in texts if kind is not TextKind.SIGN}
            signs = {words for _, words, kind in texts if kind is TextKind.SIGN}
            assert words_of(file.content) == (read, signs)
