"""The JSON twin of a roadmap."""

from collections.abc import Mapping
from dataclasses import dataclass

from dorkarta import addresses
from dorkarta.feeds import convert
from dorkarta.feeds.public import PublicActivity, PublicRoadmap, PublicSection
from dorkarta.model.activity import Activity
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap, Section
from dorkarta.records.corpus import Corpus
from dorkarta.records.plan import Planned
from dorkarta.records.record import Record
from dorkarta.records.threads import Threads


@dataclass(frozen=True, kw_only=True, slots=True)
class _Context:
    """What every part of a roadmap needs."""

    threads: Threads
    planned: Mapping[str, Planned]
    """By the id of the activity."""

    @property
    def corpus(self) -> Corpus:
        """All records."""
        return self.threads.plan.corpus


def public_roadmap(threads: Threads, record: Record[Roadmap]) -> PublicRoadmap:
    """The whole roadmap, its names resolved."""
    plan, content = threads.plan, record.content
    context = _Context(threads=threads, planned={one.activity.id: one for one in plan.by_roadmap[record.path]})
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
        reviewed=content.reviewed,
        sections=[_section(context, record.path, each, content.level) for each in content.sections],
        notes=convert.notes(content.notes),
        inferred=dict(content.inferred),
        url=addresses.roadmap(record.path),
    )


def _section(context: _Context, path: str, section: Section, above: LevelId) -> PublicSection:
    level = section.level or above
    return PublicSection(
        id=section.id,
        number=section.number,
        title=section.title,
        level=level.value,
        notes=convert.notes(section.notes),
        activities=[_activity(context, each) for each in section.activities],
        sections=[_section(context, path, each, level) for each in section.sections],
        url=f"{addresses.roadmap(path)}#{addresses.section_anchor(section.id)}",
    )


def _activity(context: _Context, activity: Activity) -> PublicActivity:
    corpus, one = context.corpus, context.planned[activity.id]
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
        implements=[upper.key for upper in context.threads.above(one)],
        implemented_by=[lower.key for lower in context.threads.below(one)],
        activities=[_activity(context, each) for each in activity.activities],
        cancelled=convert.act(corpus, territory, activity.cancelled) if activity.cancelled else None,
        amended=[convert.act(corpus, territory, each) for each in activity.amended],
        notes=convert.notes(activity.notes),
        inferred=dict(activity.inferred),
        url=addresses.activity(one.record.path, activity.id),
    )
