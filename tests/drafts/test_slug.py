"""Names of new files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.drafts.slug import MOST, slug
from dorkarta.model.base import SLUG


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Сетевые пары школ", "setevye-pary-shkol"),
        ("МБОУ СОШ № 5", "mbou-sosh-5"),
        ("Щёлково: объезд, юг", "shchyolkovo-obezd-yug"),
        ("Café 2.0", "cafe-2-0"),
        ("№ – «»", ""),
    ],
)
def test_russian_words_become_latin_ones(title: str, name: str) -> None:
    """Letters are transliterated, other signs part the words."""
    assert slug(title) == name


@given(st.text(max_size=300))
def test_every_name_fits_addresses(text: str) -> None:
    """A name is a slug of the records, or there is none."""
    name = slug(text)
    assert not name or (re.fullmatch(SLUG, name) and len(name) <= MOST)
