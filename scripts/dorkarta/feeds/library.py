"""The lists of practices, risk factors and territories."""

from typing import Any, assert_never

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public_library import (
    PracticeList,
    PublicPractice,
    PublicResult,
    PublicRiskFactor,
    PublicRiskGroup,
    PublicStep,
    PublicTerritory,
    RiskFactorList,
    TerritoryList,
)
from dorkarta.model.practice import Practice, Step
from dorkarta.model.responsible import Responsible
from dorkarta.model.risk_factor import RiskFactor
from dorkarta.model.territory import Territory
from dorkarta.records.corpus import Corpus
from dorkarta.records.library import Library
from dorkarta.records.record import Record
from dorkarta.records.references import ActivityRow, EntryRow, SystemPart


def practice_list(library: Library) -> PracticeList:
    """All practices by name."""
    return PracticeList(practices=[_practice(library, record) for record in library.practices])


def risk_factor_list(library: Library) -> RiskFactorList:
    """Groups and factors in the order of the registry."""
    corpus = library.plan.corpus
    return RiskFactorList(
        groups=[
            PublicRiskGroup(
                id=group.id,
                title=group.title,
                short=group.short,
                source=group.source,
                sections=list(group.sections),
            )
            for group in corpus.risk_groups
        ],
        factors=[_factor(library, factor) for factor in corpus.risk_factors.values()],
    )


def territory_list(library: Library) -> TerritoryList:
    """All territories by path."""
    territories = sorted(library.plan.corpus.territories.items())
    return TerritoryList(territories=[_territory(library, record) for _, record in territories])


def _practice(library: Library, record: Record[Practice]) -> PublicPractice:
    corpus, content = library.plan.corpus, record.content
    contact = (Responsible(body=content.contact),) if content.contact else ()
    documents = (convert.document(corpus, record.territory, reference) for reference in content.documents)
    forms = {form.id: form for name in content.forms for form in corpus.find_forms(name) or ()}
    return PublicPractice(
        id=record.path,
        title=content.title,
        territory=convert.place(corpus, record.territory),
        level=content.level.value,
        summary=content.summary,
        problem=content.problem,
        risks=list(content.risks),
        risks_why=content.risks_why,
        roles=[role.value for role in content.roles],
        form_names=list(content.forms),
        forms=convert.forms(forms.values()),
        subject=content.subject,
        steps=[_step(library, step) for step in content.steps],
        result=PublicResult(text=content.result.text, measured=content.result.measured) if content.result else None,
        activities=list(content.activities),
        entries=list(content.entries),
        documents=[document for document in documents if document],
        contact=next(iter(convert.responsible(corpus, record.territory, contact)), None),
        proof=content.proof.value,
        proof_why=content.proof_why,
        reviewed=content.reviewed,
        prose=content.prose,
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.practice(record.path),
    )


def _step(library: Library, step: Step) -> PublicStep:
    kind, url = _source(library, step.source)
    return PublicStep(text=step.text, source=step.source, kind=kind, url=url)


def _source(library: Library, reference: str) -> tuple[str, str]:
    """The kind and the address of what a step cites."""
    source = library.references.source(reference)
    match source:
        case ActivityRow():
            return "activity", addresses.activity(source.record.path, source.activity.id)
        case EntryRow():
            return "entry", addresses.entry(source.record.path, source.entry.id)
        case SystemPart():
            return "system", addresses.level(source.level.level, source.record.territory)
        case None:
            raise KeyError(reference)  # the checks refuse such records
    assert_never(source)


def _factor(library: Library, factor: RiskFactor) -> PublicRiskFactor:
    return PublicRiskFactor(
        id=factor.id,
        title=factor.title,
        short=factor.short,
        group=factor.group,
        source=factor.source,
        sections=list(factor.sections),
        activities=[one.key for one in library.activities_against(factor)],
        practices=[record.path for record in library.by_risk.get(factor.id, ())],
        aliases=list(factor.aliases),
        notes=convert.notes(factor.notes),
    )


def _territory(library: Library, record: Record[Territory]) -> PublicTerritory:
    corpus, content, path = library.plan.corpus, record.content, record.territory
    return PublicTerritory(
        id=path,
        title=content.title,
        genitive=content.genitive,
        locative=content.locative,
        level=content.level.value,
        code=content.code,
        timezone=content.timezone,
        above=path.rpartition("/")[0] or None,
        inside=list(corpus.inner_territories.get(path, ())),
        roadmaps=_own(corpus.roadmaps_inside.get(path, ()), path),
        reports=_own(corpus.reports_inside.get(path, ()), path),
        system=_system(corpus, path),
        practices=_own(library.inside.get(path, ()), path),
        notes=convert.notes(content.notes),
        url=addresses.territory(path),
    )


def _own(records: tuple[Record[Any], ...], territory: str) -> list[str]:
    """The paths of those that are of the territory itself."""
    return sorted(record.path for record in records if record.territory == territory)


def _system(corpus: Corpus, territory: str) -> str | None:
    return corpus.systems[territory].path if territory in corpus.systems else None
