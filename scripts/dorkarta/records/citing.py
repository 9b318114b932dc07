"""How the sources of a step are called: the record, and the place in it."""

from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.references import ActivityRow, EntryRow, Source
from dorkarta.text import shortened


def record_name(corpus: Corpus, source: Source) -> str:
    """«Муниципальная дорожная карта: Тула, 2020–2021»"""
    match source:
        case ActivityRow():
            return naming.roadmap_name(corpus, source.record)
        case EntryRow():
            return naming.report_name(corpus, source.record)
    return f"Содержательное наполнение системы: {corpus.territory(source.record.territory).title}"


def place(corpus: Corpus, source: Source) -> str:
    """«пункт 4.12», «запись 2», «Муниципальный уровень, МНЦ, пункт 1»"""
    match source:
        case ActivityRow():
            numbered = next((each for each in reversed(source.above) if each.number), None)
            if numbered is None:
                return f"«{shortened(naming.activity_title(source.activity), 60)}»"
            part = "" if numbered is source.activity else f", «{shortened(naming.activity_title(source.activity), 40)}»"
            return f"пункт\u00a0{numbered.number}{part}"
        case EntryRow():
            return f"запись\u00a0{source.entry.number or source.entry.id}"
    level = naming.level_title(corpus, source.record.territory, source.level.level)
    body = naming.body_name(source.body.content) if source.body else ""
    item = source.component or source.norm
    number = f"пункт\u00a0{item.number}" if item and item.number else None
    return ", ".join(word for word in (level, body, number) if word)
