"""A new edition must not lose an address of the former one silently."""

from collections.abc import Iterable
from typing import Final

from dorkarta import addresses
from dorkarta.records.folders import RECORDS
from dorkarta.records.kinds import REGISTRY
from dorkarta.site.manifest import Manifest
from dorkarta.text import nearest, numeral

REDIRECTS: Final = f"{RECORDS}/{REGISTRY}/redirects.yaml"

_SHOWN: Final = 30
"""More lines than that nobody reads."""


def lost(former: Manifest, new: Manifest) -> tuple[str, ...]:
    """Addresses that the former edition had and the new one has not; files are not named beside their page."""
    missing = former.addresses - new.addresses
    stems = [stem for address in missing for stem in addresses.companions(address)]
    return tuple(sorted(address for address in missing if not _follows(address, stems)))


def _follows(address: str, stems: Iterable[str]) -> bool:
    return any(belongs(address, stem) for stem in stems)


def belongs(address: str, stem: str) -> bool:
    """Whether a file is one of those whose addresses begin so."""
    return address.startswith((f"{stem}.", f"{stem}/"))


def refusal(gone: tuple[str, ...], former: Manifest, new: Manifest) -> str:
    """What was lost and what to write in order to lose nothing, ready to be copied."""
    count = numeral(len(gone), "опубликованный адрес", "опубликованных адреса", "опубликованных адресов")
    return "\n".join(
        [
            f"Новый сайт теряет {count}, ссылки туда перестанут работать:",
            *_some(f"  {each}" for each in gone),
            f"Если страницы переехали или сняты намеренно, впишите в {REDIRECTS}:",
            "redirects:",
            *_some(f"  - {{old: {each}, {_successor(each, former, new)}}}" for each in gone),
            "Если это ошибка, верните записи под прежними именами.",
            "Папку, на которую никто не ссылается, можно просто удалить и собрать сайт заново.",
        ]
    )


def _some(lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    return [*listed[:_SHOWN], f"  … и ещё {len(listed) - _SHOWN}"] if len(listed) > _SHOWN else listed


def _successor(address: str, former: Manifest, new: Manifest) -> str:
    """What is new and alike was probably meant."""
    section = address.partition("/")[0]
    fresh = (each for each in new.addresses - former.addresses if each.partition("/")[0] == section)
    found = nearest(address, (each for each in fresh if each.endswith("/") == address.endswith("/")))
    return f"new: {found}" if found else "gone: почему страница снята"
