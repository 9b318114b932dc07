"""The keys of what everything is made from."""

from dorkarta.site.scopes import Scopes

CITY = "roadmaps/zarechnaya-oblast/verkhnerechensk"
RECORDS = {
    "roadmaps/registry/forms.yaml": "1",
    "roadmaps/zarechnaya-oblast/bodies.yaml": "2",
    "roadmaps/zarechnaya-oblast/roadmap-2024.yaml": "3",
    f"{CITY}/territory.yaml": "4",
    f"{CITY}/roadmap-2024.yaml": "5",
    f"{CITY}/roadmap-school-1-2024.yaml": "6",
    f"{CITY}/report-2024.yaml": "7",
    "roadmaps/zarechnaya-oblast/nizhnerechensk/territory.yaml": "8",
    "content/practices/pairs.md": "9",
}


def test_the_key_of_some_records() -> None:
    """It follows from these records and from the words around them, and from no other roadmap, report or practice."""
    asked = (f"{CITY}/roadmap-2024.yaml",)

    def key(changed: str = "", *, everywhere: str = "") -> str:
        return Scopes({**RECORDS, changed: "new"}, everywhere, "a day").key_of(asked)

    telling = {file for file in RECORDS if key(file) != key()}
    assert telling == {
        "roadmaps/registry/forms.yaml",
        "roadmaps/zarechnaya-oblast/bodies.yaml",
        f"{CITY}/territory.yaml",
        *asked,
    }
    assert key(everywhere="other tools") != key()


def test_records_that_come_and_go() -> None:
    """Other records are another key; their order is none."""
    scopes = Scopes(RECORDS, "", "")
    both = [f"{CITY}/roadmap-2024.yaml", f"{CITY}/roadmap-school-1-2024.yaml"]
    assert scopes.key_of(both) == scopes.key_of(reversed(both))
    assert len({scopes.key_of(both), scopes.key_of(both[:1]), scopes.key_of(both[1:])}) == 3
