"""Which activity an entry means, as a person says it: `13=krasnodar-krai/roadmap-2020-2021#85`."""

from collections.abc import Iterable, Mapping

from dorkarta.linking.proposing import Proposals
from dorkarta.records.references import meant
from dorkarta.text import perhaps


class LinkError(ValueError):
    """A link that cannot be; the message says in Russian why."""


def accepted(proposals: Proposals, said: Iterable[str]) -> Mapping[int, str]:
    """Read links: by the index of an entry the key of its activity.

    Arguments:
        proposals: The report and what it may mean.
        said: `13=krasnodar-krai/roadmap-2020-2021#85`; without a path the roadmap of the report is meant.

    Raises:
        LinkError: one of them cannot be.
    """
    found: dict[int, str] = {}
    for each in said:
        name, _, reference = (part.strip() for part in each.partition("="))
        if not name or not reference:
            raise LinkError(f"Связь «{each}» не понята. Пишите так: 13=krasnodar-krai/roadmap-2020-2021#85.")
        entry = _entry(proposals, name)
        if entry in found:
            raise LinkError(f"Запись {name} названа дважды, а связь у записи одна.")
        found[entry] = _activity(proposals, reference)
    return found


def _entry(proposals: Proposals, name: str) -> int:
    """The index of an entry by its id, if it means nothing yet."""
    entries = proposals.report.content.entries
    known = {entry.id: index for index, entry in enumerate(entries)}
    if name not in known:
        raise LinkError(f"Записи «{name}» в отчёте нет. Есть: {', '.join(known)}.")
    if linked := entries[known[name]].activity:
        raise LinkError(f"Запись {name} уже связана с {linked}. Чтобы связать её иначе, уберите activity из файла.")
    return known[name]


def _activity(proposals: Proposals, reference: str) -> str:
    plan, report = proposals.plan, proposals.report
    key = meant(reference, report)
    if key not in plan.by_key:
        hint = perhaps(key, plan.by_key) or "Пишите путь карты и код пункта: krasnodar-krai/roadmap-2020-2021#85."
        raise LinkError(f"Мероприятия «{reference}» нет. {hint}")
    if not proposals.may_mean(plan.by_key[key]):
        raise LinkError(
            f"О мероприятии {key} этот отчёт говорить не может: оно другой территории, другого уровня или отменено."
        )
    return key
