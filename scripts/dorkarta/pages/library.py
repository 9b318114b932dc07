"""The block of the library: all practices, and the facets that they are chosen by."""

from collections.abc import Iterable, Iterator

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.model.practice import Practice, Proof, Role
from dorkarta.pages.edition import Edition
from dorkarta.pages.page import Block
from dorkarta.pages.plain import plain
from dorkarta.pages.practice_lines import PracticeLine, practice_forms, practice_lines
from dorkarta.pages.proposal import proposal
from dorkarta.pages.selection import ChoiceView, SelectionView, territory_options
from dorkarta.pages.views import Action, Figure, Option
from dorkarta.records import naming
from dorkarta.records.record import Record
from dorkarta.text import capital


@plain
class LibraryView:
    """All practices."""

    proofs: tuple[Figure, ...]
    """How many there are of each degree of proof."""
    selection: SelectionView
    practices: tuple[PracticeLine, ...]
    actions: tuple[Action, ...]


def make_block(edition: Edition) -> Block:
    """The library, the better proven practices first."""
    proofs = list(Proof)
    records = sorted(
        edition.library.practices,
        key=lambda each: (-proofs.index(each.content.proof), each.content.title.casefold(), each.path),
    )
    view = LibraryView(
        proofs=proof_figures(records),
        selection=SelectionView(
            total=len(records), nouns="|".join(naming.PRACTICE), choices=tuple(_choices(edition, records))
        ),
        practices=practice_lines(edition, records),
        actions=tuple(_actions(edition)),
    )
    return Block(template="practices.html", view=view)


def proof_figures(records: Iterable[Record[Practice]]) -> tuple[Figure, ...]:
    """The degrees of proof that there are, the strongest first, each leading to its practices."""
    listed = tuple(records)
    return tuple(
        Figure(
            value=count,
            label=naming.PROOF_TITLES[proof].lower(),
            href=f"{addresses.PRACTICES}?proof={proof}",
        )
        for proof in reversed(Proof)
        if (count := sum(each.content.proof is proof for each in listed))
    )


def _actions(edition: Edition) -> Iterator[Action]:
    if edition.corpus.risk_factors:
        yield Action(kind="choose", label="Подобрать по рискам школы", href=addresses.RISKS)
    if edition.corpus.templates:
        yield Action(kind="document", label="Макеты", href=addresses.TEMPLATES)
    if (href := proposal(edition)) is not None:
        yield Action(kind="edit", label="Предложить практику", href=href)


def _choices(edition: Edition, records: list[Record[Practice]]) -> Iterator[ChoiceView]:
    """The facets that leave something to choose."""
    corpus = edition.corpus
    contents = [record.content for record in records]
    risks = {each for content in contents for each in content.risks}
    levels = {content.level for content in contents}
    roles = {each for content in contents for each in content.roles}
    forms = {form.id: form.title for record in records for form in practice_forms(corpus, record)}
    proofs = {content.proof for content in contents}
    found = (
        ChoiceView(
            name="risk",
            label="Риск школы",
            any="Любой",
            options=tuple(
                Option(value=factor.id, label=factor.short)
                for factor in corpus.risk_factors.values()
                if factor.id in risks
            ),
        ),
        ChoiceView(
            name="level",
            label="Уровень",
            any="Любой",
            options=tuple(
                Option(value=each, label=corpus.country_levels[each].title) for each in LevelId if each in levels
            ),
        ),
        ChoiceView(
            name="role",
            label="Кто участвует",
            any="Все",
            options=tuple(Option(value=each, label=naming.ROLE_TITLES[each]) for each in Role if each in roles),
        ),
        ChoiceView(
            name="form",
            label="Форма",
            any="Любая",
            options=tuple(
                Option(value=value, label=label)
                for value, label in sorted(forms.items(), key=lambda pair: pair[1].casefold())
            ),
        ),
        ChoiceView(
            name="territory",
            label="Территория",
            any="Любая",
            options=tuple(territory_options(edition, (record.territory for record in records))),
        ),
        ChoiceView(
            name="proof",
            label="Подтверждение",
            any="Любое",
            options=tuple(
                Option(value=each, label=capital(naming.PROOF_TITLES[each]))
                for each in reversed(Proof)
                if each in proofs
            ),
        ),
    )
    return (each for each in found if len(each.options) > 1)
