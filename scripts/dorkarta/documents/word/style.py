"""A style of paragraphs or of letters."""

from collections.abc import Mapping
from dataclasses import dataclass

from dorkarta.documents.word.markup import twips, w
from dorkarta.documents.word.xml import Xml


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A style of paragraphs, or of the letters inside of them. Lengths are millimetres, sizes and spaces points."""

    id: str
    name: str
    based_on: str | None = None
    following: str | None = None
    """The style of the paragraph that Enter begins."""
    built_in: bool = False
    default: bool = False
    of_letters: bool = False

    keeps_next: bool = False
    keeps_lines: bool = False
    rule_above: bool = False
    tab_right: float | None = None
    hyphenated: bool = True
    above: float | None = None
    below: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: str | None = None
    outline: int | None = None
    """The level in the navigation pane: 0 for the title."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    underlined: bool = False
    raised: bool = False

    def element(self) -> Xml:
        """The style as the part of styles defines it."""
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val=self.based_on) if self.based_on else None,
            w("next", val=self.following) if self.following else None,
            w("uiPriority", val=1),
            w("qFormat"),
            None if self.of_letters else self._paragraph(),
            self._letters(),
            type="character" if self.of_letters else "paragraph",
            styleId=self.id,
            **({} if self.built_in else {"customStyle": 1}),
            **({"default": 1} if self.default else {}),
        )

    def _paragraph(self) -> Xml:
        spaces = {"before": self.above, "after": self.below}
        indents = {"left": self.left, "right": self.right, "hanging": self.hanging}
        return w(
            "pPr",
            w("keepNext") if self.keeps_next else None,
            w("keepLines") if self.keeps_lines else None,
            w("pBdr", w("top", val="single", sz=4, space=4, color="auto")) if self.rule_above else None,
            w("tabs", w("tab", val="right", pos=twips(self.tab_right))) if self.tab_right else None,
            None if self.hyphenated else w("suppressAutoHyphens"),
            _given(
                "spacing", {side: None if points is None else round(20 * points) for side, points in spaces.items()}
            ),
            _given("ind", {side: None if length is None else twips(length) for side, length in indents.items()}),
            w("jc", val=self.align) if self.align else None,
            None if self.outline is None else w("outlineLvl", val=self.outline),
        )

    def _letters(self) -> Xml:
        return w(
            "rPr",
            *(w(tag, val=int(self.bold)) for tag in ("b", "bCs") if self.bold is not None),
            *(w(tag, val=int(self.italic)) for tag in ("i", "iCs") if self.italic is not None),
            *(w(tag, val=round(2 * self.size)) for tag in ("sz", "szCs") if self.size is not None),
            w("u", val="single") if self.underlined else None,
            w("vertAlign", val="superscript") if self.raised else None,
        )


def _given(tag: str, measures: Mapping[str, int | None]) -> Xml | None:
    """An element with the measures that are given, or none."""
    given = {side: measure for side, measure in measures.items() if measure is not None}
    return w(tag, **given) if given else None
