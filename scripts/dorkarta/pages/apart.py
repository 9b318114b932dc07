"""Names that tell roadmaps of one list apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from dorkarta.model.roadmap import Roadmap
from dorkarta.records import naming
from dorkarta.records.corpus import Corpus
from dorkarta.records.record import Record


def names_apart(corpus: Corpus, records: Iterable[Record[Roadmap]]) -> Mapping[str, str]:
    """By the path of a roadmap its short name; where several bear it, as schools of a town do, its full title.

    Arguments:
        corpus: Knows what territories are called.
        records: The roadmaps of the list.
    """
    listed = {record.path: record for record in records}
    short = {path: naming.roadmap_name(corpus, record) for path, record in listed.items()}
    borne = Counter(short.values())
    return {path: name if borne[name] == 1 else listed[path].content.title.rstrip(".") for path, name in short.items()}
