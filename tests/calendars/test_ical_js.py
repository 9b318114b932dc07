"""The feeds in the library that calendars on the web are made with."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dorkarta.calendars.entries import uid_of
from dorkarta.calendars.events import events_of
from dorkarta.calendars.feeds import feed_files, feeds_of
from dorkarta.calendars.ical_text import escape
from dorkarta.records.plan import Plan

PACKAGE = "ical.js@2.2.1"

SCRIPT = """
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
const feeds = JSON.parse(readFileSync(0, "utf8"));
const found = {};
for (const [address, text] of Object.entries(feeds)) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  found[address] = {
    title: calendar.getFirstPropertyValue("x-wr-calname"),
    days: calendar.getAllSubcomponents("vevent").flatMap((component) => {
      const event = new ICAL.Event(component);
      const days = [];
      if (!event.isRecurring()) days.push(event.startDate);
      else for (let at = event.iterator(), day; (day = at.next());) days.push(day);
      const url = component.getFirstPropertyValue("url");
      return days.map((day) => [event.uid, day.toString(), event.summary, event.description.includes(url)]);
    }),
  };
}
console.log(JSON.stringify(found));
"""


@pytest.fixture
def node(request: pytest.FixtureRequest) -> Path:
    """A folder with the package from the npm registry, kept between runs."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"ЛЕНТЫ НЕ ПРОВЕРЕНЫ в ical.js: на этой машине нет программы {program}")
    assert request.config.cache
    folder = request.config.cache.mkdir("ical-js")
    if not (folder / "node_modules/ical.js").is_dir():
        npm = shutil.which("npm") or "npm"
        done = subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--no-save", "--prefix", str(folder), PACKAGE],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(f"ЛЕНТЫ НЕ ПРОВЕРЕНЫ в ical.js: пакет {PACKAGE} не установился: {done.stderr}")
    (folder / "read.mjs").write_text(SCRIPT, encoding="utf-8")
    return folder


def test_ical_js_reads_every_feed(official_plan: Plan, node: Path) -> None:
    """It parses each official feed, expands its rules to the same days, and knows words and links."""
    files = feed_files(official_plan, site_url="https://example.org/shnor/", modified={})
    feeds = {address: data.decode() for address, data in files}
    done = subprocess.run(
        [shutil.which("node") or "node", str(node / "read.mjs")],
        input=json.dumps(feeds),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    for made in feeds_of(official_plan):
        expected = sorted(
            (uid_of(event.planned, event.number).rpartition("_")[0], event.anchor.isoformat())
            for event in events_of(made.planned)
        )
        read = found[made.address]
        assert read["title"] == escape(made.title)  # it leaves properties alone that it does not know
        assert sorted((uid.rpartition("_")[0], day) for uid, day, _, _ in read["days"]) == expected
        assert all(summary and linked for _, _, summary, linked in read["days"])
