"""«Как считается»: every state with its sign and its rule, and what holds for all of them."""

from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block, TocEntry
from dorkarta.pages.plain import plain
from dorkarta.progress.rules import PRINCIPLES, REASON_RULES, STATE_RULES
from dorkarta.text import capital


@plain
class StateRuleView:
    """When a state is chosen."""

    state: str
    label: str
    rule: str
    example: str


@plain
class RuleTextView:
    """A sentence under its heading; the id is its anchor."""

    id: str
    title: str
    text: str


@plain
class ProgressRulesView:
    """All rules, the states in the order of decision."""

    states: tuple[StateRuleView, ...]
    reasons: tuple[RuleTextView, ...]
    principles: tuple[RuleTextView, ...]


def make(_: Edition) -> Block:
    """All rules."""
    view = ProgressRulesView(
        states=tuple(
            StateRuleView(state=each.state.value, label=each.title, rule=each.rule, example=each.example)
            for each in STATE_RULES
        ),
        reasons=tuple(
            RuleTextView(id=f"reason-{each.reason.value}", title=capital(each.title), text=each.rule)
            for each in REASON_RULES
        ),
        principles=tuple(RuleTextView(id=each.id, title=each.title, text=each.text) for each in PRINCIPLES),
    )
    return Block(template="progress_rules.html", view=view, toc=_toc(view))


def _toc(view: ProgressRulesView) -> tuple[TocEntry, ...]:
    return (
        TocEntry(
            title="Состояния",
            anchor="states",
            children=tuple(TocEntry(title=capital(each.label), anchor=each.state) for each in view.states),
        ),
        TocEntry(title="Почему «заявлено»", anchor="reasons"),
        TocEntry(
            title="Общие правила",
            anchor="principles",
            children=tuple(TocEntry(title=each.title, anchor=each.id) for each in view.principles),
        ),
    )
