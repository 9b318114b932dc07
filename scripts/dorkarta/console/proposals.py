"""What a report's entries may mean, for people and for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import orjson

from dorkarta.checks.entry_remarks import remarks
from dorkarta.linking.proposing import Proposal, Proposals
from dorkarta.records import naming, words
from dorkarta.text import noun, numeral, shortened, uncapital

_LENGTH: Final = 100


@dataclass(frozen=True, kw_only=True)
class Told:
    """The proposals for a report in words."""

    proposals: Proposals

    def head(self) -> str:
        """«Отчёт krasnodar-krai/krasnodar/report-2020-2021: 15 записей, связана 1.»"""
        entries = self.proposals.report.content.entries
        linked = sum(entry.activity is not None for entry in entries)
        count = numeral(len(entries), "запись", "записи", "записей")
        return f"Отчёт {self.proposals.report.path}: {count}, с картой связано {linked}."

    def entry(self, index: int, offered: Sequence[Proposal]) -> Iterator[str]:
        """The lines of an entry: what it is, what it is linked with, what it may mean.

        Arguments:
            index: Its index.
            offered: What is proposed for it.
        """
        entry = self.proposals.report.content.entries[index]
        yield f"{entry.id}. {shortened(entry.title, _LENGTH)}"
        if about := "; ".join(filter(None, (uncapital(entry.date or ""), *self._remarks[entry.id]))):
            yield f"   {about}"
        if entry.activity:
            linked = self.proposals.plan.by_key.get(entry.activity)
            title = shortened(naming.activity_title(linked.activity), _LENGTH) if linked else ""
            yield f"   связана: {entry.activity} {title}".rstrip()
        for number, each in enumerate(offered, start=1):
            yield from self._proposal(number, each)
        if not entry.activity and not offered:
            yield "   похожих мероприятий нет"

    def _proposal(self, number: int, each: Proposal) -> Iterator[str]:
        one = each.planned
        deadline = words.deadline(one.activity.deadline, one.timing)
        yield f"   {number}) {each.score} % – {shortened(naming.activity_title(one.activity), _LENGTH)}"
        yield f"      {one.key}" + (f", срок: {deadline}" if deadline else "")
        agreeing = (
            [f"{noun(len(each.words), 'слово', 'слова', 'слова')} «{', '.join(each.words)}»"] if each.words else []
        )
        agreeing += [sign.told for sign in each.signs if sign.agrees]
        if agreeing:
            yield f"      за: {'; '.join(agreeing)}"
        if differing := [sign.told for sign in each.signs if not sign.agrees]:
            yield f"      против: {'; '.join(differing)}"

    def as_json(self, *, with_linked: bool) -> bytes:
        """The same for programs, in one document.

        Arguments:
            with_linked: Whether entries that are linked have proposals too.
        """
        report = self.proposals.report
        entries = [
            {
                "id": entry.id,
                "title": entry.title,
                "date": entry.date,
                "activity": entry.activity,
                "remarks": self._remarks[entry.id],
                "proposals": [
                    _public(each) for each in (self.proposals.of(index) if with_linked or not entry.activity else ())
                ],
            }
            for index, entry in enumerate(report.content.entries)
        ]
        options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        return orjson.dumps({"report": report.path, "entries": entries}, option=options)

    @cached_property
    def _remarks(self) -> Mapping[str, tuple[str, ...]]:
        return remarks(self.proposals.corpus, self.proposals.report)


def _public(each: Proposal) -> dict[str, Any]:
    return {
        "activity": each.planned.key,
        "title": each.planned.activity.title,
        "score": each.score,
        "words": each.words,
        "for": [sign.told for sign in each.signs if sign.agrees],
        "against": [sign.told for sign in each.signs if not sign.agrees],
    }
