"""Explanation: what a pair is and what that rests on."""

from __future__ import annotations

import functools
import json
from typing import Any

from . import _core, _html


class Explanation:
    """`str()` is the report of `wirecopy explain`, `to_dict()` and `json` have everything with its
    places in both texts, in bytes and in code points."""

    def __init__(self, made: _core.Explanation) -> None:
        self._made = made

    @functools.cached_property
    def json(self) -> str:
        return self._made.json()

    @functools.cached_property
    def _report(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.json)
        return report

    def to_dict(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.json)
        return made

    def text(self, width: int = 80, colour: bool = False) -> str:
        return self._made.text(width, colour)

    @property
    def grade(self) -> str:
        """copy, edited, rewrite, partial, related or none."""
        return str(self._report["grade"])

    @property
    def story(self) -> float:
        """Probability that both tell one event."""
        return float(self._report["story"])

    @property
    def derived(self) -> float:
        """Probability that both come from one report."""
        return float(self._report["derived"])

    @property
    def jaccard(self) -> float:
        return float(self._report["jaccard"])

    @property
    def reason(self) -> str:
        """Why, in a sentence or two."""
        return str(self._report["reason"])

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<wirecopy.Explanation: {self.grade}, derived {self.derived:.2f}>"

    def _repr_html_(self) -> str:
        return _html.explanation(self._report)
