"""Archives hold the files in their order and nothing of the machine."""

import io
import zipfile

from dorkarta.documents.zipped import zipped

FILES = {"[Content_Types].xml": b"<a/>", "б/в.txt": "текст".encode(), "empty": b""}


def test_files_come_back_in_order() -> None:
    """Names, contents and order are those that were given."""
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == list(FILES)


def test_no_entry_tells_time_or_system() -> None:
    """Entries have the first moment of zip's era and one system, so the same files make the same bytes."""
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}
