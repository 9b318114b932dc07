"""All rules over all records."""

from typing import Final

from dorkarta.checks import (
    deadline_certain,
    deadline_in_period,
    deadline_read,
    demand_answered,
    known_activity,
    known_audience,
    known_body,
    known_document,
    known_form,
    known_level,
    known_risk,
    known_role,
    known_template,
    known_territory,
    person_named,
    practice_praise,
    practice_proof,
    practice_steps,
    thread_upwards,
    title_lost,
    unique_id,
    unique_name,
)
from dorkarta.checks.rule import Rule
from dorkarta.diagnostic import Diagnostic
from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import PRACTICES

RULES: Final[tuple[Rule, ...]] = (
    known_body.RULE,
    person_named.RULE,
    known_form.RULE,
    known_audience.RULE,
    known_document.RULE,
    known_activity.RULE,
    known_territory.RULE,
    known_level.RULE,
    known_role.RULE,
    known_template.RULE,
    known_risk.RULE,
    unique_id.RULE,
    unique_name.RULE,
    deadline_read.RULE,
    deadline_in_period.RULE,
    deadline_certain.RULE,
    title_lost.RULE,
    practice_steps.RULE,
    practice_proof.RULE,
    practice_praise.RULE,
    thread_upwards.RULE,
    demand_answered.RULE,
)


def check(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Everything that is wrong, sorted by place.

    Where a vocabulary could not be read, the rules that look things up in it keep silent: one mistake in
    `forms.yaml` must not call every form unknown.
    """
    found = [problem for file in corpus.files for problem in file.problems]
    blind = _unread_vocabularies(corpus)
    for rule in RULES:
        if not blind & _LOOKS_INTO.get(rule.code, frozenset()):
            found.extend(rule.check(corpus))
    return tuple(sorted(found, key=lambda problem: problem.order))


_LOOKS_INTO: Final = {
    known_body.RULE.code: frozenset({"bodies"}),
    known_role.RULE.code: frozenset({"bodies"}),
    known_form.RULE.code: frozenset({"forms"}),
    known_audience.RULE.code: frozenset({"audiences"}),
    known_document.RULE.code: frozenset({"documents"}),
    known_level.RULE.code: frozenset({"levels"}),
    known_risk.RULE.code: frozenset({"risk-factors"}),
}


def _unread_vocabularies(corpus: Corpus) -> frozenset[str]:
    unread = (file.path.rpartition("/") for file in corpus.files if file.content is None)
    return frozenset(name for folder, _, name in unread if folder != PRACTICES)
