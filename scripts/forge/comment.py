"""Writes the one comment of a request: what it changes, in words.

    python3 scripts/forge/comment.py request/diff.md

It runs with the right to comment, while the text comes from a stranger's request. So the text is only quoted: cut to
a length, without the power to call people, and never taken from another file by a link. Which request it is, the
server says: that of the branch whose newest commit was checked.
"""

import json
import os
import sys
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlencode

MARK = "<!-- dorkarta-diff -->"
"""Begins our comment, so that the next run finds it; `dorkarta diff` writes it too."""
LONGEST = 60_000
"""The server takes 65,536 characters."""
CUT = "\n\n… Это начало рассказа: весь он не поместился."
NOTHING = "Записи не изменились."
PAGES = 10
"""Of a hundred comments each; ours is among the first."""


def main() -> None:
    """Find the request and write under it."""
    repository = os.environ["GITHUB_REPOSITORY"]
    number = request_of(repository)
    if number is None:
        print("Открытого запроса с этим коммитом нет, писать некуда.")
        return
    body = comment_of(told_in(Path(sys.argv[1])))
    written = own_comment(repository, number)
    if written is None:
        ask("POST", f"/repos/{repository}/issues/{number}/comments", {"body": body})
    else:
        ask("PATCH", f"/repos/{repository}/issues/comments/{written}", {"body": body})


def told_in(path: Path) -> bytes:
    """The beginning of a file, as much as a comment may need; a link is refused, since it may lead to a secret."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read(4 * LONGEST)


def comment_of(told: bytes) -> str:
    """The comment: what was told, cut, and calling nobody."""
    text = told.decode("utf-8", "replace").replace("\0", "").strip().removeprefix(MARK).strip()
    text = text.replace("@", "@\u2060")  # a word joiner: it looks the same, and nobody is called
    if len(text) > LONGEST:
        text = text[:LONGEST] + CUT
    return f"{MARK}\n{text or NOTHING}\n"


def request_of(repository: str) -> int | None:
    """The open request whose newest commit is the one that was checked."""
    head = f"{os.environ['HEAD_OWNER']}:{os.environ['HEAD_BRANCH']}"
    query = urlencode({"state": "open", "head": head, "per_page": 100}, quote_via=quote)
    for request in ask("GET", f"/repos/{repository}/pulls?{query}"):
        if request["head"]["sha"] == os.environ["HEAD_SHA"]:
            return int(request["number"])
    return None


def own_comment(repository: str, number: int) -> int | None:
    """The comment that an earlier run wrote."""
    for page in range(1, PAGES + 1):
        comments = ask("GET", f"/repos/{repository}/issues/{number}/comments?per_page=100&page={page}")
        for comment in comments:
            if comment["user"]["type"] == "Bot" and comment["body"].startswith(MARK):
                return int(comment["id"])
        if len(comments) < 100:
            break
    return None


def ask(method: str, path: str, value: object = None) -> list[dict] | dict:
    """What the server answers."""
    request = urllib.request.Request(  # noqa: S310  # the address is the server's own
        os.environ.get("GITHUB_API_URL", "https://api.github.com") + path,
        method=method,
        data=None if value is None else json.dumps(value).encode(),
        headers={
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "Accept": "application/vnd.github+json",
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # as above
        return json.load(answer)


if __name__ == "__main__":
    main()
