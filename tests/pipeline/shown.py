"""The shell lines that tools/STREAM.md shows, to be run as they stand but for names."""

import pathlib
import re

PAGE = pathlib.Path(__file__).resolve().parents[2] / "tools/STREAM.md"


def lines_below(opening):
    """The first block behind the line that begins so."""
    text = PAGE.read_text(encoding="utf-8")
    start = text.index(f"\n{opening}")
    block = re.search(r"\n\n((?:    .*\n)+)", text[start:]).group(1)
    return block[4:].replace("\n    ", "\n")


def with_names(block, names):
    """The block with other names in it. All must be there."""
    for name, other in names.items():
        if name not in block:
            raise ValueError(f"{PAGE.name} does not say {name} any more")
        block = block.replace(name, other)
    return block
