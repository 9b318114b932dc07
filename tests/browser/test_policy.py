"""The site works under the Content-Security-Policy that `.deploy/nginx.conf` sends."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

pytestmark = pytest.mark.browser

CONFIGURATION = Path(__file__).resolve().parents[2] / ".deploy" / "nginx.conf"


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("", "h1"),
        ("roadmaps/krasnodar-krai/roadmap-2020-2021/", "[id='m-36']"),
        ("calendar/2021-03/", "h1"),
        ("risks/", "h1"),
        ("search/?q=мониторинг", "main a[href*='#m-']"),
        ("404.html", "h1"),
    ],
)
def test_nothing_is_refused_by_the_policy(browser: Browser, address: str, path: str, seen: str) -> None:
    """Scripts run, styles hold, the search finds, and the browser complains of nothing."""
    policy = re.search(r"map \$uri \$shnor_csp \{\s*default \"(.+)\";", CONFIGURATION.read_text("utf-8"))
    assert policy
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)

    def with_policy(route: Route) -> None:
        if route.request.resource_type not in {"document", "script"}:
            route.continue_()
            return
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy[1]})

    page.route("**/*", with_policy)
    page.goto(address + path, wait_until="networkidle")
    expect(page.locator(seen).first).to_be_visible()
    expect(page.locator("html.dk-js")).to_have_count(1)
    assert refused == []
    page.unroute_all(behavior="ignoreErrors")
    page.close()
