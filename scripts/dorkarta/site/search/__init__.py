"""The search of the site: what can be found goes into indexes of Pagefind, few enough bytes at a time."""

from dorkarta.site.search.bundle import SearchError
from dorkarta.site.search.prose import prose_findable
from dorkarta.site.search.stub import stub
from dorkarta.site.search.weight import FirstSearch
from dorkarta.site.search.writing import write_search

__all__ = ["FirstSearch", "SearchError", "prose_findable", "stub", "write_search"]
