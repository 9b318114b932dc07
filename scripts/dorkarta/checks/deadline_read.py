"""Every deadline is understood, or an editor says what it means."""

from collections.abc import Iterator

from dorkarta.checks.deadlines import deadlines
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.deadline import Kind
from dorkarta.records.corpus import Corpus


def find(corpus: Corpus) -> Iterator[Finding]:
    """Deadlines that cannot be read or contradict themselves."""
    for each in deadlines(corpus):
        if each.timing.reading.kind is Kind.UNPARSEABLE:
            reason = each.timing.reading.reason or f"Срок «{each.words}» не понят."
            hint = f"Перепишите слова или поставьте рядом дни, например dates: [{each.period.start}/{each.period.end}]."
            yield Finding(place(each.record, *each.path), reason, hint)


RULE = Rule(
    code="E230",
    title="Каждый срок понятен.",
    why="Из слов срока получается календарь; догадываться о датах сайт не станет.",
    example=Example(
        bad="""
            - {id: "1.1", title: Отбор школ, deadline: 31 февраля 2024 года, responsible: [УО]}
            - {id: "1.2", title: Назначение кураторов, deadline: до 15 мартта 2024 года, responsible: [УО]}
        """,
        good="""
            - {id: "1.1", title: Отбор школ, deadline: 29 февраля 2024 года, responsible: [УО]}
            - {id: "1.2", title: Назначение кураторов, deadline: до 15 марта 2024 года, responsible: [УО]}
        """,
    ),
    find=find,
    reach=Reach.FILE,
)
