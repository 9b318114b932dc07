"""The names that the records know: what editors' programs suggest, and never more than that."""

from collections.abc import Iterable, Mapping

from dorkarta.model.body import BodyKind
from dorkarta.model.names import Vocabulary
from dorkarta.records.corpus import Corpus, body_names

Known = Mapping[Vocabulary, Mapping[str, str]]
"""By vocabulary: a name → what it stands for."""


def known_names(corpus: Corpus) -> Known:
    """All names of a corpus, in alphabetical order; territories are not told apart, since a schema knows of none."""
    bodies = [record.content for record in corpus.bodies]
    return {
        Vocabulary.BODIES: _sorted((name, body.title) for body in bodies for name in body_names(body)),
        Vocabulary.ROLES: _sorted((body.id, body.title) for body in bodies if body.kind is BodyKind.ROLE),
        Vocabulary.FORMS: _sorted((name, form.title) for form in corpus.forms for name in (form.title, *form.aliases)),
        Vocabulary.AUDIENCES: _sorted(
            (name, audience.title) for audience in corpus.audiences for name in (audience.title, *audience.aliases)
        ),
        Vocabulary.RISK_FACTORS: _sorted((factor.id, factor.title) for factor in corpus.risk_factors.values()),
    }


def _sorted(names: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    return dict(sorted(names))
