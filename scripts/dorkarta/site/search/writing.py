"""The indexes of a whole site, and what the browser is told of them."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from dorkarta import addresses
from dorkarta.pages.findable import Findable
from dorkarta.site.search.bundle import build_index, tool_key
from dorkarta.site.search.kept import KeptIndexes
from dorkarta.site.search.places import LIMITS, ROOT, Home, Limits, indexes, places_file, searched_together
from dorkarta.site.search.spool import Spool
from dorkarta.site.search.weight import FirstSearch, loaded, runtime, weight_of


def write_search(
    found: Iterable[Findable],
    site: Path,
    cache: Path,
    *,
    titles: Mapping[str, str],
    hands: int = 1,
    limits: Limits = LIMITS,
) -> FirstSearch:
    """Write all that the search of a site needs.

    Arguments:
        found: What can be found, in order.
        site: The folder of the site.
        cache: Where indexes are kept from one build to the next.
        titles: What territories are called, by their paths.
        hands: How many indexes may be made at a time.
        limits: From where on one index is too much.

    Raises:
        SearchError: Pagefind refused.
    """
    shutil.rmtree(site / addresses.SEARCH_BUNDLE, ignore_errors=True)
    kept = KeptIndexes(cache)
    with tempfile.TemporaryFile() as file, ThreadPoolExecutor(hands) as pool:
        spool = Spool(file)
        for each in found:
            spool.add(each)
        homes = indexes(spool.extents, limits)
        names = list(dict.fromkeys((ROOT, *homes.values())))
        laid = dict(zip(names, pool.map(lambda name: _lay(name, homes, spool, kept, site), names), strict=True))
    kept.forget()
    weights = {name: weight_of(sizes) for name, (sizes, _) in laid.items()}
    running = runtime(site / addresses.search_index(ROOT))
    chosen = len(names) > 1 and running + loaded(weights.values()) > limits.first_search
    (site / addresses.SEARCH_PLACES).write_bytes(places_file(homes, titles, choose=chosen))
    return FirstSearch(
        bytes=max(running + loaded(weights[name] for name in each) for each in searched_together(names, choose=chosen)),
        chosen=chosen,
        indexes=len(names),
        made=sum(anew for _, anew in laid.values()),
    )


def _lay(
    name: str, homes: Mapping[Home, str], spool: Spool, kept: KeptIndexes, site: Path
) -> tuple[Mapping[str, int], bool]:
    """Lay one index into the site."""
    mine = [home for home, index in homes.items() if index == name]
    target, merged = site / addresses.search_index(name), name != ROOT
    return kept.lay(
        target.name,
        spool.key(mine, made_with=f"{tool_key()} {merged}"),
        target,
        partial(_make, spool, mine, merged=merged),
    )


def _make(spool: Spool, homes: list[Home], bundle: Path, *, merged: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="dorkarta-search-") as folder:
        stubs = Path(folder) / "stubs"
        spool.unroll(homes, stubs)
        build_index(stubs, bundle, merged=merged)
