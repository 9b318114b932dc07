"""Whether there is anything to build: asked first, so that nothing else need be read where nothing changed."""

from pathlib import Path

from dorkarta.site import ledger as ledgers
from dorkarta.site.folders import folders_of
from dorkarta.site.request import Request
from dorkarta.site.sources import Sources


def is_unchanged(project: Path, published: Path, request: Request) -> bool:
    """Whether the published edition is just the one that is asked for, and nobody touched it.

    Arguments:
        project: The folder of `mkdocs.yml`.
        published: The folder that is published.
        request: What is asked for.
    """
    folders = folders_of(project)
    ledger = ledgers.read(ledgers.place(folders.cache, published))
    if not ledger.digest or not ledger.is_whole(published):
        return False
    sources = Sources(project, folders.cache)
    is_same = request.digest(sources.of_all) == ledger.digest
    sources.save()
    return is_same
