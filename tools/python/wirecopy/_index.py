"""Index and stream: articles that come one by one, and what each is to those before it."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Union

from . import _core
from ._articles import Article, Articles, ArticlesLike, _add_rows
from ._calls import TableFile, Window, _articles, _options
from ._errors import InputError, OptionError

Date = Union[str, datetime.date]


@dataclass(frozen=True)
class Match:
    """Another article and what the pair is; `containment_a` is of the article that was asked about."""

    id: str
    grade: str
    story: float
    derived: float
    jaccard: float
    containment_a: float
    containment_b: float


@dataclass(frozen=True)
class Credit:
    """An outlet that an article credits, for its report (`source`) or for one matter (`side_fact`)."""

    outlet: str
    role: str


@dataclass(frozen=True)
class StoryEvent:
    """`merge`: the story `from_` means `into` from now on. `split`: of `from_` a part began `into`."""

    event: str
    from_: int
    into: int


@dataclass(frozen=True)
class Answer:
    """What an article is to those that are there."""

    id: str
    story: int | None = None
    """A number that stays; None where an article was only asked about and belongs to no story."""
    origin: int | None = None
    """The same of the report that it comes from."""
    grade: str = "none"
    """Of the best match."""
    novel: bool = True
    """Nothing there comes from the same report."""
    unchanged: bool = False
    """The very same article was there."""
    matches: tuple[Match, ...] = ()
    """Best first."""
    credits: tuple[Credit, ...] = ()
    events: tuple[StoryEvent, ...] = ()
    """Stories that merged or split because of it."""
    error: str = ""
    """Of `stream`: why this one could not be used. All else is then as nothing."""


@dataclass(frozen=True)
class IndexInfo:
    """What there is of an index."""

    articles: int
    stories: int
    epoch: int
    disk_bytes: int
    latest_day: datetime.date | None


class Index:
    """A corpus that grows and shrinks, in memory or, with a `folder`, on disk, where it lasts; the
    command line's `wirecopy index`. One process writes a folder while others read it.

    What was done is kept by `commit`, by `close`, and at the end of a `with` block that raised
    nothing; what came since the last commit is otherwise as if it had not been. `expires` lets
    articles go that are older than `window`; `most_articles` bounds how many are held, and so the
    memory, 20 kB each. `access="check"` reads, and makes everything anew from the records: `FormatError`
    where something is wrong. Options that change answers stay as a folder was made with;
    others than these raise `ParametersError`. Of what the articles of a folder are judged by, some 12 kB each,
    `memory` bytes are kept, and made again beyond them, with the same answers; 0: all. Any thread may call.
    """

    __slots__ = ("_index", "_writes")

    def __init__(self, folder: str | os.PathLike[str] | None = None, *, access: str = "write",
                 window: Window | None = None, expires: bool = False, most_articles: int = 0,
                 epoch: int = 10_000, grade: str = "related", matches: int = 10, ngram: int = 5,
                 prior: float | None = None, credit: bool = True, threads: int = 1,
                 frequencies: TableFile | None = None, model: TableFile | None = None,
                 memory: int = 0) -> None:
        if access not in ("read", "write", "check"):
            raise OptionError(f'index: access: "{access}" is none of read, write, check')
        for name, number in (("most_articles", most_articles), ("epoch", epoch),
                             ("matches", matches), ("memory", memory)):
            if isinstance(number, bool) or not isinstance(number, int) or number < 0:
                raise OptionError(f"index: {name}: {number!r} is no whole number from 0 on")
        if memory > 0 and folder is None:
            raise OptionError("index: memory: only what lies in a folder can be made again")
        given = (window, expires, most_articles, epoch, ngram, prior, credit, frequencies, model)
        defaults = (None, False, 0, 10_000, 5, None, True, None, None)
        options = None
        if folder is None or given != defaults:
            options = _core.IndexOptions(
                _options(ngram, prior, credit, window, threads, frequencies, model), expires,
                most_articles, epoch)
        self._writes = folder is None or access == "write"
        self._index = _core.Index(None if folder is None else os.fspath(folder), access, options,
                                  memory)
        self._index.show(grade, matches)

    def add(self, article: Any) -> Answer:
        """Takes an article in (a mapping or an `Article`), in the place of the one with its id, if there
        is one."""
        return _answers(self._index.answers(_one(article), False))[0]

    def add_all(self, articles: ArticlesLike) -> list[Answer]:
        """The same of all articles of anything that `Articles` takes, in their order."""
        return _answers(self._index.answers(_articles(articles)._list, False))

    def query(self, article: Any) -> Answer:
        """What adding an article, or a text, would answer; it is not taken in."""
        return _answers(self._index.answers(_one(article), True))[0]

    def query_id(self, id: str) -> Answer | None:
        """The same of an article that is there."""
        line = self._index.answer_of_id(id)
        return None if line is None else _answers(line)[0]

    def learn(self, articles: ArticlesLike) -> None:
        """What is common in these articles is known from the first one on. Before the first is added."""
        self._index.learn(_articles(articles)._list)

    def remove(self, id: str) -> bool:
        """Whether it was there."""
        return self._index.remove(id)

    def expire_before(self, date: Date) -> int:
        """Takes out all articles of days before this one: how many it were."""
        return self._index.expire_before(date if isinstance(date, str) else date.isoformat())

    def commit(self) -> None:
        """All that was done is on the disk when it returns. Nothing in memory."""
        self._index.commit()

    def close(self) -> None:
        """Commits, writes down what makes the next opening quick, and lets the folder go. What comes
        after it raises `OptionError`."""
        if self._writes:
            self._index.checkpoint()
        self._index.close()

    def abandon(self) -> None:
        """Lets the folder go as it was at the last commit."""
        self._index.close()

    def resolved_story(self, story: int) -> int:
        """What the number of a story means now: itself, or what it merged into."""
        return self._index.resolved_story(story)

    def misplaced(self) -> int:
        """How many articles are not in the story that their pairs put them in: 0 in an index that is
        whole."""
        return self._index.misplaced()

    @property
    def info(self) -> IndexInfo:
        articles, stories, epoch, disk_bytes, day = self._index.info()
        first = datetime.date(1970, 1, 1)
        return IndexInfo(articles, stories, epoch, disk_bytes,
                         None if day is None else first + datetime.timedelta(days=day))

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._index

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()


def compact(folder: str | os.PathLike[str]) -> None:
    """Makes the file of an index as small as it can be. Nobody else may write it meanwhile."""
    _core.compact(os.fspath(folder))


def stream(articles: Iterable[Any], *, index: Index | None = None, window: Window | None = "7d",
           most_articles: int = 0, corpus: ArticlesLike | None = None, commit: int = 1000,
           grade: str = "related", matches: int = 10, ngram: int = 5, prior: float | None = None,
           credit: bool = True, frequencies: TableFile | None = None,
           model: TableFile | None = None) -> Iterator[Answer]:
    """One answer for each article of an iterable, which may never end, in their order; the command
    line's `wirecopy stream`. An article that cannot be used gives an answer with `error`, and the stream goes
    on. Articles are looked at for `window` days, at most `most_articles` of them; `corpus` teaches
    what is common before the first one comes.

    Without `index` an answer comes as soon as its article. With one, whose options count then, answers come by
    so many as `commit` says, when what they say is on the disk, and the last ones at the end; the
    index stays open.
    """
    if isinstance(commit, bool) or not isinstance(commit, int) or commit < 1:
        raise OptionError(f"stream: commit: {commit!r} is no whole number from 1 on")
    held = index
    if held is None:
        held = Index(window=window, expires=window is not None, most_articles=most_articles,
                     grade=grade, matches=matches, ngram=ngram, prior=prior, credit=credit,
                     frequencies=frequencies, model=model)
    if corpus is not None and len(held) == 0:
        held.learn(corpus)
    waiting: list[Answer] = []
    for place, article in enumerate(articles):
        try:
            answer = _answers(held._index.answers(_one(article, str(place)), False))[0]
        except InputError as error:
            answer = Answer(_id_of(article, str(place)), error=str(error))
        if index is None:
            yield answer
            continue
        waiting.append(answer)
        if len(waiting) == commit:
            held.commit()
            yield from waiting
            waiting = []
    if waiting:
        held.commit()
        yield from waiting


def _one(article: Any, id: str = "A") -> _core.ArticleList:
    """One article; without an id of its own it is called `id`."""
    made = _core.ArticleList(True)
    if isinstance(article, str):
        article = Article(id, article)
    elif isinstance(article, Articles):
        raise InputError("articles: many articles are for add_all")
    elif not isinstance(article, Article):
        try:
            article = {**article}
        except TypeError:
            raise InputError(
                f"articles: {type(article).__name__} is neither a mapping nor an Article") from None
        if article.get("id") is None:
            article["id"] = id
    _add_rows(made, [article], ("id", "text", "title", "source", "date"))
    return made


def _id_of(article: Any, id: str) -> str:
    given = article.get("id") if isinstance(article, dict) else getattr(article, "id", None)
    return given if isinstance(given, str) else id


def _answers(lines: str) -> list[Answer]:
    return [_answer(json.loads(line)) for line in lines.split("\n") if line]


def _answer(known: dict[str, Any]) -> Answer:
    return Answer(
        known["id"], known["story"], known["origin"], known["grade"], known["novel"],
        known.get("unchanged", False), tuple(Match(**match) for match in known["matches"]),
        tuple(Credit(**credit) for credit in known["credits"]),
        tuple(StoryEvent(event["event"], event["from"], event["into"])
              for event in known.get("events", ())))
