"""The peer that we are measured against shows the same records."""

import re
import subprocess
import sys
from pathlib import Path

import yaml

from dorkarta.records.loading import load
from dorkarta.records.walk import activities

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "benchmarks" / "peer.py"


def test_every_record_is_a_page_with_all_its_rows(tmp_path: Path) -> None:
    """Each activity of a roadmap, its parts too, and each entry of a report is a row of a table."""
    subprocess.run([sys.executable, SCRIPT, ROOT, tmp_path / "peer"], check=True)
    corpus = load(ROOT)
    expected = {path: sum(1 for _ in activities(record.content)) for path, record in corpus.roadmaps.items()}
    expected |= {path: len(record.content.entries) for path, record in corpus.reports.items()}
    assert expected == {path: _rows(tmp_path / f"peer/docs/{path}.md") for path in expected}
    assert yaml.safe_load((tmp_path / "peer/mkdocs.yml").read_text(encoding="utf-8"))["plugins"] == []


def test_search_is_there_where_it_is_asked_for(tmp_path: Path) -> None:
    """Its own search costs MkDocs a fifth of its time, so it is measured by itself."""
    subprocess.run([sys.executable, SCRIPT, ROOT, tmp_path / "peer", "--search"], check=True)
    assert yaml.safe_load((tmp_path / "peer/mkdocs.yml").read_text(encoding="utf-8"))["plugins"] == ["search"]


def _rows(page: Path) -> int:
    """Rows of tables without their heads."""
    lines = re.findall(r"^\|.*\|$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    heads = [line for line in lines if line.startswith("| ---")]
    return len(lines) - 2 * len(heads)
