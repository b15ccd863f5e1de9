"""Tables: what was found, as rows for Python and as an Arrow stream for everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from . import _core, _html

if TYPE_CHECKING:
    import pandas
    import pyarrow

Row = TypeVar("Row", bound=tuple[Any, ...])


class Table(Sequence[Row], Generic[Row]):
    """Rows, read when they are asked for. `pyarrow.table(it)`, `polars.DataFrame(it)` and duckdb take
    it as it is, without a copy of its columns."""

    __slots__ = ("_row", "_table")

    def __init__(self, table: _core.Table, row: type[Row]) -> None:
        self._table = table
        self._row = row

    def __len__(self) -> int:
        return len(self._table)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(f"there is no row {place} among {len(self)}")
        return self._row(*self._table.row(place % len(self)))

    def __iter__(self) -> Iterator[Row]:
        columns = [self._table.column(i) for i in range(len(self.columns))]
        return (self._row(*values) for values in zip(*columns))

    def __repr__(self) -> str:
        return f"<wirecopy.{self._row.__name__} x {len(self)}: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return _html.table(self.columns, self[:_html.MOST_ROWS], len(self))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """By the Arrow PyCapsule interface. A requested schema is not looked at, as it may be."""
        return self._table.stream()

    @property
    def columns(self) -> list[str]:
        return self._table.names()

    def column(self, name: str) -> list[Any]:
        """The values of a column."""
        return self._table.column(self.columns.index(name))

    def to_dicts(self) -> list[dict[str, Any]]:
        names = self.columns
        return [dict(zip(names, row)) for row in self]

    def to_arrow(self) -> pyarrow.Table:
        """Needs pyarrow."""
        import pyarrow

        return pyarrow.table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """Needs pandas."""
        import pandas

        return pandas.DataFrame({name: self.column(name) for name in self.columns})


class Pair(NamedTuple):
    """What two articles are to each other."""

    id_a: str
    id_b: str
    grade: str
    story: float
    """Probability that both tell one event."""
    derived: float
    """Probability that both come from one report."""
    jaccard: float
    """Of word shingles."""
    containment_a: float
    """Share of the shingles of a that b has."""
    containment_b: float


class CopyPair(NamedTuple):
    """Two articles that share most of their wording."""

    id_a: str
    id_b: str
    jaccard: float
    containment_a: float
    containment_b: float


class ClusteredArticle(NamedTuple):
    """Where an article belongs."""

    id: str
    story: str
    """Id of the story's first article."""
    origin: str
    """Id of the origin's first article."""
    role: str
    """alone, independent, representative, rewrite, edited or copy."""


class RemovedArticle(NamedTuple):
    """An article that leaves, and the one that stays in its place."""

    id: str
    kept: str
    grade: str
    story: float
    derived: float
    jaccard: float
