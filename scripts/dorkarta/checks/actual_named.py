"""A figure of a report is about an indicator of the plan."""

from collections.abc import Iterator

from dorkarta.checks.actuals import Figure, figures
from dorkarta.checks.evidence import entry_number
from dorkarta.checks.rule import Example, Finding, Reach, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.text import perhaps, shortened


def find(corpus: Corpus) -> Iterator[Finding]:
    """Figures that no indicator is known of; where the activity itself is unknown, another rule says so."""
    for each in figures(corpus):
        if each.entry.activity is None:
            yield Finding(
                place(each.report, *each.path, "value"),
                f"Запись {entry_number(each.entry)} приводит факт, но не говорит, какого мероприятия карты.",
                "Впишите в запись activity: путь карты и номер мероприятия; без него факт нигде не появится.",
            )
        elif each.row is not None and each.indicator is None:
            yield _unnamed(each, tuple(plan.name for plan in each.row.activity.indicators))


def _unnamed(each: Figure, known: tuple[str, ...]) -> Finding:
    named, listed = each.actual.indicator, "; ".join(f"«{shortened(name, 60)}»" for name in known)
    if not known:
        return Finding(
            place(each.report, *each.path, "value"),
            f"У мероприятия {each.entry.activity} показателей нет, а факт есть.",
            "Проверьте номер мероприятия; если показатель в карте есть, впишите его в карту.",
        )
    if named is None:
        return Finding(
            place(each.report, *each.path, "value"),
            f"У мероприятия {each.entry.activity} несколько показателей, а факт не говорит, о каком он.",
            f"Впишите indicator – одно из названий: {listed}.",
        )
    return Finding(
        place(each.report, *each.path, "indicator"),
        f"Показателя «{shortened(named, 60)}» у мероприятия {each.entry.activity} нет.",
        perhaps(named, known) or f"Есть: {listed}.",
    )


RULE = Rule(
    code="E243",
    title="Факт отчёта говорит о показателе мероприятия.",
    why="Иначе число не попадёт на страницу показателей и с планом его никто не сравнит.",
    example=Example(
        bad="""
            activity: zarechnaya-oblast/roadmap-2023-2024#2
            actuals: [{indicator: Количество справок, year: "2023", value: "1"}]
        """,
        good="""
            activity: zarechnaya-oblast/roadmap-2023-2024#2
            actuals: [{indicator: Количество аналитических справок, year: "2023", value: "1"}]
        """,
    ),
    find=find,
    reach=Reach.NAMED,
)
