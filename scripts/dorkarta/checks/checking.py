"""All rules over all records."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dorkarta.checks import (
    actual_like_plan,
    actual_named,
    actual_year,
    allowances,
    approval_in_time,
    broken_hyphen,
    contact_named,
    dashes,
    deadline_certain,
    deadline_in_period,
    deadline_read,
    debts,
    demand_answered,
    description_copied,
    doubled_space,
    entry_not_held,
    entry_spoken_for,
    entry_tied,
    evidence_in_time,
    evidence_once,
    evidence_whole,
    id_kept,
    id_reused,
    indicator_total,
    known_abbreviation,
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
    latin_in_cyrillic,
    numbers_in_order,
    person_named,
    practice_praise,
    practice_proof,
    practice_steps,
    quotes,
    record_reviewed,
    redirect_leads,
    shnor_misspelt,
    thread_upwards,
    title_length,
    title_lost,
    unique_id,
    unique_name,
)
from dorkarta.checks.alone import judged_alone
from dorkarta.checks.clean import Clean
from dorkarta.checks.rule import ChangeRule, DatedRule, Reach, Requirement, Rule
from dorkarta.checks.text_rule import TextRule
from dorkarta.diagnostic import Diagnostic, Severity
from dorkarta.records.corpus import Corpus
from dorkarta.records.kinds import PRACTICES

RULES: Final[tuple[Rule | TextRule, ...]] = (
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
    title_length.RULE,
    contact_named.RULE,
    approval_in_time.RULE,
    numbers_in_order.RULE,
    indicator_total.RULE,
    actual_named.RULE,
    actual_like_plan.RULE,
    actual_year.RULE,
    evidence_whole.RULE,
    evidence_in_time.RULE,
    evidence_once.RULE,
    entry_tied.RULE,
    entry_spoken_for.RULE,
    entry_not_held.RULE,
    description_copied.RULE,
    practice_steps.RULE,
    practice_proof.RULE,
    practice_praise.RULE,
    redirect_leads.RULE,
    thread_upwards.RULE,
    demand_answered.RULE,
    latin_in_cyrillic.RULE,
    broken_hyphen.RULE,
    doubled_space.RULE,
    quotes.RULE,
    dashes.RULE,
    shnor_misspelt.RULE,
    known_abbreviation.RULE,
)


DATED_RULES: Final[tuple[DatedRule, ...]] = (record_reviewed.RULE,)
CHANGE_RULES: Final[tuple[ChangeRule, ...]] = (id_kept.RULE, id_reused.RULE, debts.GROWN)
ANSWERS: Final[tuple[Requirement, ...]] = (allowances.UNKNOWN, allowances.NEEDLESS, debts.PAID)
"""What is asked of the answers to warnings: of `allow` and of the list of debts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """What is wrong with records, each part sorted by place."""

    problems: tuple[Diagnostic, ...]
    """What counts."""
    debts: tuple[Diagnostic, ...]
    """Old debt: known warnings that do not count."""


def check(corpus: Corpus, *, as_of: datetime.date | None = None, base: Corpus | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is wrong and no old debt; see `examine`."""
    return examine(corpus, as_of=as_of, base=base).problems


def examine(
    corpus: Corpus,
    *,
    as_of: datetime.date | None = None,
    base: Corpus | None = None,
    clean: Clean | None = None,
    crew: int = 1,
) -> Checked:
    """Everything that is wrong.

    Arguments:
        corpus: The records.
        as_of: The day for the rules that ask for it; without it they keep silent.
        base: The records of the base revision for the rules on changes; without it they keep silent.
        clean: The files that were found clean before; they are not looked at one by one again.
        crew: How many processes may look at a time; no other threads may run then.

    Where a vocabulary could not be read, the rules that look things up in it keep silent: one mistake in
    `forms.yaml` must not call every form unknown. While some file cannot be read, nothing is called needless.
    """
    blind = _unread_vocabularies(corpus)
    seeing = [rule for rule in RULES if not blind & _LOOKS_INTO.get(rule.code, frozenset())]
    known = clean.known(corpus) if clean and not blind else frozenset()
    files = [file for file in corpus.files if file.file not in known]
    found = [problem for file in corpus.files for problem in file.problems]
    alone = judged_alone(corpus, [rule for rule in seeing if rule.reach is not Reach.ALL], files, crew=crew)
    rules: dict[str, Requirement] = {rule.code: rule for rule in (*RULES, *DATED_RULES, *CHANGE_RULES)}
    unasked = set(rules) - {rule.code for rule in seeing}
    for asked, breaches in _across(corpus, seeing, as_of, base):
        found.extend(breaches)
        unasked -= {asked}
    allowed = allowances.allowances_of(files)
    unclean = {file for file, _ in allowed}
    for judged in alone:
        found += judged.found
        unclean.update(judged.unsure, (problem.place.file for problem in judged.found))
    if clean and not blind:
        clean.remember(corpus, known | {file.file for file in files} - unclean)
    if any(file.model is None for file in corpus.files):
        unasked = set(rules)
    warnings = {code for code, rule in rules.items() if rule.severity is Severity.WARNING}
    kept = allowances.heeded(_in_order(found), allowed, known=warnings, unasked=unasked)
    counting, old = debts.split(_in_order(kept), corpus, unasked=unasked)
    return Checked(problems=_in_order(counting), debts=_in_order(replace(problem, old=True) for problem in old))


def _across(
    corpus: Corpus, rules: Iterable[Rule | TextRule], as_of: datetime.date | None, base: Corpus | None
) -> Iterator[tuple[str, Iterator[Diagnostic]]]:
    """The codes of the rules that look at several files at once, or at the day, with what they find."""
    for rule in rules:
        if isinstance(rule, Rule) and rule.reach is Reach.ALL:
            yield rule.code, rule.check(corpus)
    if as_of is not None:
        for dated in DATED_RULES:
            yield dated.code, dated.check(corpus, as_of)
    if base is not None:
        for change in CHANGE_RULES:
            yield change.code, change.check(corpus, base)


def _in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.order))


_LOOKS_INTO: Final = {
    known_body.RULE.code: frozenset({"bodies"}),
    known_role.RULE.code: frozenset({"bodies"}),
    known_form.RULE.code: frozenset({"forms"}),
    known_audience.RULE.code: frozenset({"audiences"}),
    known_document.RULE.code: frozenset({"documents"}),
    known_level.RULE.code: frozenset({"levels"}),
    known_risk.RULE.code: frozenset({"risk-factors"}),
    known_abbreviation.RULE.code: frozenset({"abbreviations", "audiences", "bodies", "forms"}),
}


def _unread_vocabularies(corpus: Corpus) -> frozenset[str]:
    unread = (file.path.rpartition("/") for file in corpus.files if file.model is None)
    return frozenset(name for folder, _, name in unread if folder != PRACTICES)
