"""What the tests of the module share."""

import pathlib

import pytest

import wirecopy

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def seeds():
    return wirecopy.read(ROOT / "seeds")


@pytest.fixture(scope="session")
def families():
    """Invented stories of known descent: copies, rewrites, traps."""
    return wirecopy.read(*sorted((ROOT / "tests/families/tuning").glob("*.jsonl")), strict=True)


@pytest.fixture(scope="session")
def seed_rows(seeds):
    return [{"id": article.id, "text": article.text} for article in seeds]
