"""A whole project of any size for measuring: a country that does not exist, plausible and without an error.

    python scripts/benchmarks/corpus.py FOLDER --roadmaps 1200 [--seed 1]

Writes settings, prose, theme and vocabularies of this project and generated records into a new or empty folder. The
same seed and size give the same bytes everywhere; a roadmap stays as it is when the number of roadmaps changes.
50 roadmaps are a small region, 1,200 a big one, 12,000 a country of ten regions. The records pass
`dorkarta check --as-of 2025-03-10` without an error and without a warning.
"""

import argparse
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from synthetic.places import Region, country
from synthetic.records import records, region_roadmap, town_roadmap

_PROJECT: Final = Path(__file__).resolve().parents[2]
_TEMPLATE_OF_ROWS: Final = r"(?m)^  - id: .*(\n   .*)*\n +(- )?activities:(\n   .*)*\n"
"""A blank form that is made of activities of an official roadmap."""


def main() -> None:
    """Write a project."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="новая или пустая папка")
    parser.add_argument("--roadmaps", type=int, default=1200, help="сколько дорожных карт")
    parser.add_argument("--seed", type=int, default=1, help="другое число – другие записи")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        parser.error(f"папка {asked.folder} не пуста")
    if asked.roadmaps < 1:
        parser.error("нужна хотя бы одна дорожная карта")
    write(asked.folder, roadmaps=asked.roadmaps, seed=asked.seed)


def write(folder: Path, *, roadmaps: int, seed: int = 1) -> None:
    """Write a project with so many roadmaps into an empty folder."""
    regions = country(roadmaps)
    _copy(folder, regions)
    for path, text in records(regions, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _copy(folder: Path, regions: Sequence[Region]) -> None:
    """Copy what the project itself has, without what speaks of official records."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(_PROJECT / "theme", folder / "theme")
    shutil.copytree(_PROJECT / "content", folder / "content")
    for practice in (folder / "content/practices").glob("*.md"):
        if practice.name != "index.md":
            practice.unlink()
    registry = folder / "roadmaps/registry"
    about_records = shutil.ignore_patterns("redirects.yaml", "debts.yaml")
    shutil.copytree(_PROJECT / "roadmaps/registry", registry, ignore=about_records)
    _rewrite(registry / "risk-factors.yaml", r"(?m)^ +sections: .*\n", "")
    _rewrite(registry / "templates.yaml", _TEMPLATE_OF_ROWS, "")
    _rewrite(registry / "templates.yaml", r"(?m)^( +roadmap: ).*$", rf"\g<1>{_sample(regions[0])}")


def _sample(region: Region) -> str:
    """The roadmap that blank forms are made after."""
    towns = region.municipalities
    return town_roadmap(towns[0].place) if towns else region_roadmap(region.place)


def _rewrite(file: Path, pattern: str, replacement: str) -> None:
    file.write_text(re.sub(pattern, replacement, file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
