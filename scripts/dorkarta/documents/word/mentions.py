"""How rows refer to remarks and remarks lead back, by links inside the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dorkarta.documents.paper import Remark
from dorkarta.documents.word import styles
from dorkarta.documents.word.markup import link_inside, paragraph, place, run
from dorkarta.documents.word.xml import Xml


@dataclass(kw_only=True, slots=True)
class Mentions:
    """Which remarks a document has mentioned so far: a remark leads back to its first mention."""

    seen: set[int] = field(default_factory=set)

    def marks(self, numbers: Iterable[int]) -> Iterator[Xml]:
        """«[1]» for every number, raised, a link to the remark."""
        for number in numbers:
            mark = link_inside(_remark(number), run(f"[{number}]", styles.REMARK_MARK.id))
            if number in self.seen:
                yield mark
            else:
                self.seen.add(number)
                yield place(_mention(number), 2 * number, mark)

    def remark(self, remark: Remark) -> Xml:
        """A remark with its number, a link back to where it is mentioned."""
        number = run(f"{remark.number}.", styles.REMARK_NUMBER.id)
        back = link_inside(_mention(remark.number), number) if remark.number in self.seen else number
        where = [run(remark.where, styles.REMARK_PLACE.id), run(". ")] if remark.where else []
        return paragraph(
            styles.REMARK.id,
            place(_remark(remark.number), 2 * remark.number + 1, back),
            run("\t"),
            *where,
            run(remark.kind, styles.REMARK_KIND.id),
            run(f": {remark.text}"),
        )


def _remark(number: int) -> str:
    return f"remark_{number}"


def _mention(number: int) -> str:
    return f"mention_{number}"
