"""Articles: from lists, mappings, data frames, anything that speaks Arrow, and files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Union

from . import _core
from ._errors import InputError


class Article(NamedTuple):
    """One text by one outlet. What is not known is empty."""

    id: str
    text: str
    title: str = ""
    source: str = ""
    date: str = ""


class Rejected(NamedTuple):
    """An article, or a whole file, that could not be used."""

    source: str
    """The file; "articles" for what came from Python."""
    line: int
    """The line of a file, from 1; the row of a table or list, from 0."""
    id: str
    reason: str


class Articles(Sequence[Article]):
    """Articles made ready once, for any number of calls; every call makes one of what it is given.

    `data` may be

    - any iterable of texts, of mappings with the keys below, or of `Article`;
    - a mapping from ids to texts, or from the names of columns to lists;
    - a pandas, polars or other data frame, a pyarrow table, batch or reader, a duckdb relation: any
      object with `__arrow_c_stream__` or `__arrow_c_array__`.

    `id`, `text`, `title`, `source` and `date` say what columns and keys are called. Only the text is
    needed; an article without an id is called by its place. Dates may be text, date or timestamp.

    A row without text, or with an id that came before, raises `InputError`; with `strict=False` it is
    passed over and stands in `rejected`.
    """

    __slots__ = ("_list",)

    def __init__(self, data: ArticlesLike, *, id: str = "id", text: str = "text",
                 title: str = "title", source: str = "source", date: str = "date",
                 strict: bool = True) -> None:
        self._list = _core.ArticleList(strict)
        names = (id, text, title, source, date)
        if isinstance(data, Articles):
            self._list = data._list
        elif isinstance(data, (str, bytes)):
            raise InputError("articles: a text alone is no list of articles; files are for read()")
        elif not _add_arrow(self._list, data, _core.FieldNames(*names)):
            _add_rows(self._list, data, names)

    def __len__(self) -> int:
        return len(self._list)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(f"there is no article {place} among {len(self)}")
        return Article(*self._list.article(place % len(self)))

    def __iter__(self) -> Iterator[Article]:
        return (self[i] for i in range(len(self)))

    def __repr__(self) -> str:
        rejected = f", {len(self.rejected)} rejected" if self.rejected else ""
        return f"<wirecopy.Articles: {len(self)}{rejected}>"

    @property
    def ids(self) -> list[str]:
        return self._list.ids()

    @property
    def rejected(self) -> list[Rejected]:
        return [Rejected(*one) for one in self._list.rejected()]


ArticlesLike = Union[Articles, Iterable[Any], Mapping[str, Any]]


def read(*paths: str | os.PathLike[str], id: str = "id", text: str = "text", title: str = "title",
         source: str = "source", date: str = "date", strict: bool = False) -> Articles:
    """The articles of files and folders, as the command line reads them: text, JSON Lines, CSV and
    TSV, plain, gzip or zstd. What cannot be read stands in `rejected`; with `strict=True` it raises
    `InputError`. A path that is not there raises `FileNotFoundError`."""
    for path in paths:
        if os.fspath(path) != "-":
            os.stat(path)
    articles = Articles.__new__(Articles)
    articles._list = _core.read([os.fspath(path) for path in paths],
                                _core.FieldNames(id, text, title, source, date), strict)
    return articles


def _add_arrow(made: _core.ArticleList, data: Any, names: _core.FieldNames) -> bool:
    """False when `data` does not speak Arrow."""
    if hasattr(data, "__arrow_c_stream__"):
        try:
            stream = data.__arrow_c_stream__()
        except ImportError:  # pandas without pyarrow
            return False
        made.add_stream(stream, names)
        return True
    if hasattr(data, "__arrow_c_array__"):
        schema, array = data.__arrow_c_array__()
        made.add_array(schema, array, names)
        return True
    return False


def _add_rows(made: _core.ArticleList, data: Any, names: tuple[str, ...]) -> None:
    text = names[1]
    if hasattr(data, "columns") and hasattr(data, "iloc"):  # pandas without pyarrow
        data = {str(name): data[name].tolist() for name in data.columns}
    if isinstance(data, Mapping):
        column = data.get(text)
        if column is not None and not isinstance(column, str):
            given = [data.get(name) for name in names]
            lists = [column if column is not None else [None] * len(data[text]) for column in given]
            for row in zip(*lists, strict=True):
                _add(made, *row)
        else:
            for key, value in data.items():
                if isinstance(value, Mapping):
                    _add(made, key, *(value.get(name) for name in names[1:]))
                else:
                    _add(made, key, value, None, None, None)
        return
    for row in data:
        if isinstance(row, Article):
            _add(made, *row)
        elif isinstance(row, Mapping):
            _add(made, *(row.get(name) for name in names))
        else:
            _add(made, None, row, None, None, None)


def _add(made: _core.ArticleList, id: Any, text: Any, title: Any, source: Any, date: Any) -> None:
    fields = [_as_text("id", id), text, _as_text("title", title), _as_text("source", source),
              _as_text("date", date)]
    if not isinstance(text, str) and not _is_missing(text):
        raise InputError(f"articles: row {len(made) + len(made.rejected())}: a text must be str, "
                         f"not {type(text).__name__}")
    made.add(fields[0], text if isinstance(text, str) else None, *fields[2:])


def _is_missing(value: Any) -> bool:
    """None, and what pandas has in its place: nothing else is unequal to itself, or refuses to say."""
    if value is None:
        return True
    try:
        return bool(value != value)
    except TypeError:  # pandas.NA
        return True


def _as_text(name: str, value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if _is_missing(value):
        return None
    if name == "date" and hasattr(value, "isoformat"):
        return str(value.isoformat())
    if hasattr(value, "__index__"):
        return str(value.__index__())
    raise InputError(f"articles: {name}: {value!r} is no text")
