"""Who answers for a demand in a territory below: names that are known there and mean the same."""

from dorkarta.drafts.yaml_text import Node
from dorkarta.model.body import BodyKind
from dorkarta.model.responsible import Responsible
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus, body_names


def answering(corpus: Corpus, name: Responsible, *, upper: str, territory: str) -> Responsible | None:
    """The same body as an upper roadmap names, or the one organisation that fills its role in the territory.

    Arguments:
        corpus: All records.
        name: As the upper roadmap prints it.
        upper: The territory of that roadmap.
        territory: Where the draft is made.

    Returns:
        A name with the addition of the upper one; none where nothing below means that body.
    """
    meant = corpus.find_body(upper, name.body)
    if meant is None:
        return None
    if meant.content.kind is BodyKind.ROLE and territory != upper:
        own = [
            each for each in corpus.bodies if each.territory == territory and meant.content.id in each.content.fulfils
        ]
        if len(own) == 1:
            return name.model_copy(update={"body": naming.body_name(own[0].content)})
    for known in (name.body, *body_names(meant.content)):
        found = corpus.find_body(territory, known)
        if found is not None and found.path == meant.path:
            return name.model_copy(update={"body": known})
    return None


def written(name: Responsible) -> Node:
    """As it stands in a file: the name alone where nothing is added to it."""
    return {"body": name.body, "addition": name.addition} if name.addition else name.body
