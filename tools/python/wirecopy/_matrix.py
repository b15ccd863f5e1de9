"""Matrix: scores of all pairs as a numpy array that knows what its rows and columns are."""

from __future__ import annotations

from typing import Any

import numpy

from . import _core, _html


class Matrix(numpy.ndarray):
    """An array of float32, rows by columns. `rows` and `columns` are the ids; `grades`, where they
    were asked for, an array of their names; `measure` and `description` say what a cell is. What is
    cut out of it or computed from it has none of these (None, and "" for the last two)."""

    rows: list[str] | None
    columns: list[str] | None
    grades: Any
    measure: str
    description: str

    def __array_finalize__(self, source: Any) -> None:
        self.rows = None
        self.columns = None
        self.grades = None
        self.measure = ""
        self.description = ""

    def _repr_html_(self) -> str | None:
        if self.rows is None or self.columns is None:
            return None
        most = _html.MOST_CELLS
        shown = numpy.asarray(self)[:most, :most]
        return _html.matrix(
            self.rows[:most], self.columns[:most], shown.tolist(),
            None if self.grades is None else self.grades[:most, :most].tolist(), self.measure,
            self.description, max(1.0, float(shown.max())) if shown.size else 1.0,
            (self.shape[0], self.shape[1]))


def made(values: Any, rows: list[str], columns: list[str], grades: Any, measure: str,
         description: str) -> Matrix:
    matrix: Matrix = values.view(Matrix)
    matrix.rows = rows
    matrix.columns = columns
    matrix.grades = None if grades is None else numpy.array(_core.grades())[grades]
    matrix.measure = measure
    matrix.description = description
    return matrix
