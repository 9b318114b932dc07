"""The feeds on the built site."""

from pathlib import Path

from dorkarta.calendars.feeds import feed_files
from dorkarta.records.plan import Plan


def test_the_site_holds_every_feed(built_site: Path, official_plan: Plan) -> None:
    """Each feed lies at its address, with links to the site, and no other file is a feed."""
    expected = dict(feed_files(official_plan, site_url="https://example.org/shnor/", modified={}))
    found = {path.relative_to(built_site).as_posix(): path.read_bytes() for path in built_site.rglob("*.ics")}
    assert found == expected


def test_links_of_the_feeds_lead_to_activities(built_site: Path) -> None:
    """The address of an entry is a page of the site with that anchor."""
    feed = (built_site / "calendar/feeds/body/krasnodar-krai/iro-kk.ics").read_bytes().replace(b"\r\n ", b"").decode()
    links = {
        line.removeprefix("URL:https://example.org/shnor/") for line in feed.splitlines() if line.startswith("URL:")
    }
    assert links
    for link in links:
        page, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in (built_site / page / "index.html").read_text("utf-8")
