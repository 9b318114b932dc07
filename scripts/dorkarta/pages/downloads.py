"""«Скачать»: the files of a page with their sizes. What was not made is not offered."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dorkarta import addresses
from dorkarta.model.level import LevelId
from dorkarta.model.roadmap import Roadmap
from dorkarta.pages.edition import Edition
from dorkarta.pages.views import DownloadsView, FileGroup, FileView, PartFile
from dorkarta.records import naming
from dorkarta.records.record import Record
from dorkarta.text import file_size

_FORMATS: Final = {
    "pdf": ("PDF", "для печати"),
    "docx": ("DOCX", "Word"),
    "xlsx": ("XLSX", "Excel"),
    "csv": ("CSV", "таблица для программ"),
}
"""Ending → its name and what it is for; the first one is the prominent one."""

_REFUSED: Final = str.maketrans("", "", '\\/:*?"<>|«»')
"""What some system does not take in the name of a file."""


def downloads(edition: Edition, url: str, name: str) -> DownloadsView | None:
    """The files of a page.

    Arguments:
        edition: What pages are made from.
        url: The address of the page.
        name: What a person would call the document.
    """
    files = tuple(_files(edition, url, name))
    return DownloadsView(files=files) if files else None


def record_downloads(edition: Edition, url: str, path: str, name: str) -> DownloadsView | None:
    """The files of a record, its JSON twin among them."""
    files = tuple(_files(edition, url, name))
    json = addresses.record_api(path)
    if not files or json not in edition.downloads:
        return DownloadsView(files=files) if files else None
    twin = FileView(
        label="JSON", hint="для программ", size=_size(edition, json), href=json, name=_file_name(name, "json")
    )
    return DownloadsView(files=(*files, twin))


def roadmap_downloads(edition: Edition, record: Record[Roadmap], name: str) -> DownloadsView | None:
    """The files of a roadmap: the whole, its levels and sections, blank forms of reports."""
    url = addresses.roadmap(record.path)
    whole = record_downloads(edition, url, record.path, name)
    if whole is None:
        return None
    groups = (
        FileGroup(title="По уровням", files=tuple(_levels(edition, record, url, name))),
        FileGroup(title="По разделам", files=tuple(_sections(edition, record, url, name))),
        FileGroup(title="Бланк отчёта", files=tuple(_forms(edition, record, url, name))),
    )
    return DownloadsView(files=whole.files, groups=tuple(group for group in groups if group.files))


def _files(edition: Edition, url: str, name: str) -> Iterator[FileView]:
    for ending, (label, hint) in _FORMATS.items():
        address = addresses.download(addresses.stem(url), ending)
        if address in edition.downloads:
            yield FileView(
                label=label, hint=hint, size=_size(edition, address), href=address, name=_file_name(name, ending)
            )


def _levels(edition: Edition, record: Record[Roadmap], url: str, name: str) -> Iterator[PartFile]:
    for level in LevelId:
        title = naming.level_title(edition.corpus, record.territory, level)
        yield from _part(edition, addresses.stem(url, addresses.level_part(level)), "pdf", title=title, name=name)


def _sections(edition: Edition, record: Record[Roadmap], url: str, name: str) -> Iterator[PartFile]:
    for section in record.content.sections:
        stem = addresses.stem(url, addresses.section_part(section.id))
        yield from _part(edition, stem, "pdf", title=naming.section_title(section), name=name)


def _forms(edition: Edition, record: Record[Roadmap], url: str, name: str) -> Iterator[PartFile]:
    whole = addresses.stem(url, addresses.form_part())
    yield from _part(edition, whole, "xlsx", title="Отчёт о выполнении всей карты", name=name)
    for level in LevelId:
        title = naming.level_title(edition.corpus, record.territory, level)
        stem = addresses.stem(url, addresses.form_part(level))
        yield from _part(edition, stem, "xlsx", title=f"Отчёт: {title.lower()}", name=name)


def _part(edition: Edition, stem: str, ending: str, *, title: str, name: str) -> Iterator[PartFile]:
    address = addresses.download(stem, ending)
    if address in edition.downloads:
        yield PartFile(
            title=title,
            label=_FORMATS[ending][0],
            size=_size(edition, address),
            href=address,
            name=_file_name(name, ending, title),
        )


def _size(edition: Edition, address: str) -> str:
    return file_size(edition.downloads[address])


def _file_name(name: str, ending: str, part: str = "", most: int = 120) -> str:
    """A name that every system takes: no colons, no slashes, no quotes, not too long."""
    plain = f"{_plain(name)}. {_plain(part)}".strip(" .")
    return f"{plain[:most].rstrip(' .,')}.{ending}"


@lru_cache(maxsize=256)  # every file of a page begins with the same words
def _plain(words: str) -> str:
    return words.replace(": ", ". ").translate(_REFUSED)
