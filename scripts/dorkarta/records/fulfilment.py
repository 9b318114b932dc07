"""Which organisation fills which role, and where."""

from collections.abc import Iterator

from dorkarta.model.body import Body, BodyKind
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


def roles_of(corpus: Corpus, organisation: Record[Body]) -> Iterator[Record[Body]]:
    """The roles that an organisation fills in its territory."""
    for identity in organisation.content.fulfils:
        role = corpus.find_body_by_id(organisation.territory, identity)
        if role is not None and role.content.kind is BodyKind.ROLE:
            yield role


def fulfillers_of(corpus: Corpus, role: Record[Body]) -> Iterator[Record[Body]]:
    """The organisations that fill a role, by territory; an organisation itself is filled by nobody."""
    if role.content.kind is not BodyKind.ROLE:
        return
    for organisation in corpus.bodies:
        if any(each.path == role.path for each in roles_of(corpus, organisation)):
            yield organisation
