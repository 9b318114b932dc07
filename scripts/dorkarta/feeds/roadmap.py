"""The JSON twin of a roadmap."""

from collections.abc import Mapping

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public import PublicActivity, PublicRoadmap, PublicSection
from dorkarta.model.activity import Activity
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.corpus import Corpus, Record
from dorkarta.records.plan import Plan, Planned


def public_roadmap(plan: Plan, record: Record[Roadmap]) -> PublicRoadmap:
    """The whole roadmap, its names resolved."""
    content = record.content
    planned = {one.activity.id: one for one in plan.by_roadmap[record.path]}
    return PublicRoadmap(
        id=record.path,
        title=content.title,
        level=content.level.value,
        territory=convert.place(plan.corpus, record.territory),
        period=convert.period(content.period),
        goal=content.goal,
        summary=content.summary,
        appendix=content.appendix,
        approved=convert.approval(plan.corpus, record.territory, content.approved),
        source=convert.source(content.source),
        sections=[_section(plan.corpus, record.path, each, content.level, planned) for each in content.sections],
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.roadmap(record.path),
    )


def _section(
    corpus: Corpus, path: str, section: Section, above: LevelId, planned: Mapping[str, Planned]
) -> PublicSection:
    level = section.level or above
    return PublicSection(
        id=section.id,
        number=section.number,
        title=section.title,
        level=level.value,
        notes=convert.notes(section.notes),
        activities=[_activity(corpus, each, planned) for each in section.activities],
        sections=[_section(corpus, path, each, level, planned) for each in section.sections],
        url=f"{addresses.roadmap(path)}#{addresses.section_anchor(section.id)}",
    )


def _activity(corpus: Corpus, activity: Activity, planned: Mapping[str, Planned]) -> PublicActivity:
    one = planned[activity.id]
    territory = one.record.territory
    return PublicActivity(
        id=activity.id,
        number=activity.number,
        title=activity.title,
        level=one.level.value,
        form=activity.form,
        forms=convert.forms(one.forms),
        deadline=convert.deadline(activity.deadline, one.timing),
        responsible=convert.responsible(corpus, territory, activity.responsible),
        audience=list(activity.audience),
        expected_result=activity.expected_result,
        indicators=convert.indicators(activity.indicators),
        documents=[convert.document(corpus, territory, reference) or reference for reference in activity.documents],
        activities=[_activity(corpus, each, planned) for each in activity.activities],
        cancelled=convert.act(corpus, territory, activity.cancelled) if activity.cancelled else None,
        amended=[convert.act(corpus, territory, each) for each in activity.amended],
        notes=convert.notes(activity.notes),
        inferred=dict(activity.inferred),
        url=addresses.activity(one.record.path, activity.id),
    )
