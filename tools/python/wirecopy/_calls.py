"""The calls: what the command line does, from Python."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union, cast

from . import _core, _matrix
from ._articles import Article, Articles, ArticlesLike
from ._errors import InputError, OptionError
from ._explanation import Explanation
from ._matrix import Matrix
from ._tables import ClusteredArticle, CopyPair, Pair, RemovedArticle, Table

Progress = Callable[[str, int, int], object]
Window = Union[int, str, datetime.timedelta]
TableFile = Union[bytes, str, "os.PathLike[str]"]


def explain(a: str | Mapping[str, Any] | Article, b: str | Mapping[str, Any] | Article, *,
            corpus: ArticlesLike | None = None, ngram: int = 5, prior: float | None = None,
            credit: bool = True, threads: int = 0, frequencies: TableFile | None = None,
            model: TableFile | None = None) -> Explanation:
    """What two articles are to each other, and why. With a `corpus` the pair is judged in its company,
    and a word that is an id of it names that article."""
    company = Articles([]) if corpus is None else _articles(corpus)
    extra = _core.ArticleList(True)
    places = [_place(side, name, company, extra) for name, side in (("A", a), ("B", b))]
    listed = company._list.extended(extra) if len(extra) else company._list
    options = _options(ngram, prior, credit, None, threads, frequencies, model)
    return Explanation(_core.explain(listed, places[0], places[1], options))


def matrix(articles: ArticlesLike, columns: ArticlesLike | None = None, *, measure: str = "derived",
           ngram: int = 5, unit: str = "word", grades: bool = False, order: str = "input",
           threads: int = 0, frequencies: TableFile | None = None,
           model: TableFile | None = None, progress: Progress | None = None) -> Matrix:
    """All articles against each other, or against other ones (`columns`), by any measure of
    `measures()`. With `order="cluster"` articles that resemble each other stand together; `grades`
    of `derived` and `story` alone."""
    if unit not in ("word", "char"):
        raise OptionError(f'unit: "{unit}" is neither word nor char')
    if order not in ("input", "cluster"):
        raise OptionError(f'order: "{order}" is neither input nor cluster')
    options = _options(ngram, None, True, None, threads, frequencies, model)
    made = _core.matrix(_articles(articles)._list,
                        None if columns is None else _articles(columns)._list, options, measure,
                        unit == "char", grades, order == "cluster", progress)
    return _matrix.made(*made)


def pairs(articles: ArticlesLike, *, against: ArticlesLike | None = None,
          across_sources: bool = False, grade: str = "rewrite", all: bool = False,
          window: Window | None = None, ngram: int = 5, prior: float | None = None,
          credit: bool = True, threads: int = 0, frequencies: TableFile | None = None,
          model: TableFile | None = None, progress: Progress | None = None) -> Table[Pair]:
    """The pairs of this grade and those above it. Likely pairs are looked for; with `all` every pair
    is compared. `window` ("7d", days, or a timedelta) keeps to near dates. With `against`, another
    corpus, which may have the same ids, a pair is of one article of either; `across_sources` leaves
    out pairs of one outlet."""
    if all and window is not None:
        raise OptionError("pairs: a window is of likely pairs, not of all")
    options = _options(ngram, prior, credit, window, threads, frequencies, model)
    listed, second_side = _sides("pairs", articles, against, across_sources)
    return Table(_core.pairs(listed, options, grade, all, second_side, across_sources, progress),
                 Pair)


def copies(articles: ArticlesLike, threshold: float = 0.7, *, against: ArticlesLike | None = None,
           across_sources: bool = False, recall: float = 0.995, ngram: int = 5,
           threads: int = 0) -> Table[CopyPair]:
    """Pairs whose word shingles have at least this Jaccard similarity, found by MinHash and verified
    exactly: `wirecopy pairs --jaccard`. `against` and `across_sources` as in `pairs`."""
    listed, second_side = _sides("copies", articles, against, across_sources)
    return Table(_core.copies(listed, threshold, recall, ngram, second_side, across_sources, threads),
                 CopyPair)


@dataclass(frozen=True)
class Origin:
    """One report, and what was made of it."""

    origin: str
    """Id of its first article."""
    representative: str
    articles: int
    source: str
    """Whom most of its articles say they have it from, else whose its representative is."""
    absent: bool
    """That outlet has no article here."""


@dataclass(frozen=True)
class Story:
    story: str
    """Id of its first article."""
    articles: int
    outlets: int
    origins: tuple[Origin, ...]
    weakest: float
    """Story probability of the article that hangs by the least, and which two articles have it."""
    weakest_a: str
    weakest_b: str


class Clusters(Table[ClusteredArticle]):
    """A row an article, in their order; `stories` has one for each story."""

    __slots__ = ("stories",)
    stories: list[Story]


def cluster(articles: ArticlesLike, *, against: ArticlesLike | None = None,
            across_sources: bool = False, grade: str = "related", keep: str = "earliest",
            window: Window | None = None, ngram: int = 5, prior: float | None = None,
            credit: bool = True, threads: int = 0, frequencies: TableFile | None = None,
            model: TableFile | None = None, progress: Progress | None = None) -> Clusters:
    """Which articles tell one story, and which of these come from one report. `keep` says which
    article represents an origin: earliest, longest or source:NAME. `against` and `across_sources` as in
    `pairs`; ids of both corpora must differ."""
    options = _options(ngram, prior, credit, window, threads, frequencies, model)
    listed, second_side = _sides("cluster", articles, against, across_sources)
    if second_side is not None and against is not None:
        ids = listed.ids()
        twice = set(ids[:second_side]).intersection(ids[second_side:])
        if twice:
            raise InputError(f"cluster: {min(twice)} is an id of both corpora")
    table, stories = _core.cluster(listed, options, grade, keep, second_side, across_sources,
                                   progress)
    found = Clusters(table, ClusteredArticle)
    found.stories = []
    for line in filter(None, stories.split("\n")):  # names may hold other ends of lines
        story = json.loads(line)
        story["origins"] = tuple(Origin(**origin) for origin in story["origins"])
        found.stories.append(Story(**story))
    return found


@dataclass(frozen=True)
class SourceShare:
    source: str
    articles: int
    removed: int


@dataclass(frozen=True)
class Deduplication:
    """What stays and what leaves."""

    kept: list[str]
    """Ids of what stays."""
    kept_places: list[int]
    """The same as rows of what was given, for `take`, `iloc` and the like."""
    removed: Table[RemovedArticle]
    largest_cluster: int
    bridges: int
    """Pairs of that grade whose articles did not end in one cluster."""
    sources: list[SourceShare]
    """Outlets that lose articles, those that lose most first."""


def dedup(articles: ArticlesLike, *, grade: str = "edited", keep: str = "earliest",
          window: Window | None = None, ngram: int = 5, prior: float | None = None,
          credit: bool = True, threads: int = 0, frequencies: TableFile | None = None,
          model: TableFile | None = None, progress: Progress | None = None) -> Deduplication:
    """The articles without those that are of this grade, or above it, with one that stays."""
    options = _options(ngram, prior, credit, window, threads, frequencies, model)
    kept, places, removed, largest, bridges, sources = _core.dedup(
        _articles(articles)._list, options, grade, keep, progress)
    return Deduplication(kept, places, Table(removed, RemovedArticle), largest, bridges,
                         [SourceShare(*share) for share in sources])


def _articles(data: ArticlesLike) -> Articles:
    return data if isinstance(data, Articles) else Articles(data)


def _sides(call: str, articles: ArticlesLike, against: ArticlesLike | None,
           across_sources: bool) -> tuple[_core.ArticleList, int | None]:
    """The articles of one corpus or of two in a row, and where the second begins."""
    first = _articles(articles)
    if against is None:
        return first._list, None
    if across_sources:
        raise OptionError(f"{call}: against and across_sources exclude each other")
    return first._list.extended(_articles(against)._list), len(first)


def _place(side: object, name: str, company: Articles, extra: _core.ArticleList) -> int:
    """Where an article stands among the company and what is added to it."""
    if isinstance(side, str):
        known = company._list.place_of_id(side) if len(company) else None
        if known is not None:
            return known
        if len(company) and not any(letter.isspace() for letter in side.strip()):
            raise OptionError(f'explain: "{side}" is no id of the corpus')
    if isinstance(side, (str, Article)):
        article = Article(name, side) if isinstance(side, str) else side
        Articles([article])  # it is held to what all are
    elif isinstance(side, Mapping):
        article = Articles([{"id": name, **side}])[0]
    else:
        raise OptionError(f"explain: {name} is neither a text nor an article")
    # An article that the corpus has is that one: twice in it, it would keep itself company.
    twin = company._list.place_of_text(article.text)
    if twin is not None:
        return twin
    unique = article.id if extra.place_of_id(article.id) is None else f"{article.id} ({name})"
    extra.add(unique, article.text, article.title, article.source, article.date)
    return len(company) + len(extra) - 1


def _options(ngram: int, prior: float | None, credit: bool, window: Window | None, threads: int,
             frequencies: TableFile | None, model: TableFile | None) -> _core.CompareOptions:
    for name, number in (("ngram", ngram), ("threads", threads)):
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= 65_536:
            raise OptionError(f"{name}: {number!r} is no whole number from 0 to 65536")
    return _core.CompareOptions(ngram, prior, credit, _days(window), threads, _bytes(frequencies),
                                _bytes(model))


def _days(window: Window | None) -> int | None:
    if window is None:
        return None
    if isinstance(window, datetime.timedelta):
        window = window.days
    text = str(window).removesuffix("d")
    if not (text.isascii() and text.isdigit() and int(text) <= 1_000_000):
        raise OptionError(f'window: "{window}" is no number of days, such as 7d')
    return int(text)


def _bytes(table: TableFile | None) -> bytes:
    if table is None:
        return b""
    return table if isinstance(table, bytes) else Path(cast(str, table)).read_bytes()
