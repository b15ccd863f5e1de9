"""An index and a stream answer from Python as the program does."""

import datetime
import json
import os
import subprocess
import threading

import pytest

import wirecopy

PROGRAM = os.environ["WIRECOPY"]


def as_program_has_it(answer):
    """An answer as a line of the program."""
    made = {"id": answer.id, "story": answer.story, "origin": answer.origin, "grade": answer.grade,
            "novel": answer.novel, "matches": [dict(vars(match)) for match in answer.matches],
            "credits": [dict(vars(credit)) for credit in answer.credits]}
    if answer.events:
        made["events"] = [{"event": event.event, "from": event.from_, "into": event.into}
                          for event in answer.events]
    if answer.unchanged:
        made["unchanged"] = True
    return made


def program(*arguments, articles=()):
    lines = "".join(json.dumps(article._asdict()) + "\n" for article in articles)
    done = subprocess.run([PROGRAM, *arguments], input=lines, capture_output=True, text=True,
                          check=False, encoding="utf-8")
    assert done.returncode < 2, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def stories():
    return wirecopy.read("seeds", "tests/families/tuning")


def test_a_stream_answers_as_the_program_does(stories):
    answers = list(wirecopy.stream(iter(stories)))
    assert len(answers) == len(stories) > 100
    assert any(answer.matches for answer in answers) and any(answer.credits for answer in answers)
    assert [as_program_has_it(answer) for answer in answers] == program("stream", articles=stories)


def test_an_index_on_disk_is_one_of_the_program(stories, tmp_path):
    folder = tmp_path / "index"
    with wirecopy.Index(folder, window="30d") as index:
        answers = index.add_all(stories)
        assert index.remove(stories.ids[3]) and not index.remove("nobody")
        assert len(index) == len(stories) - 1
        assert stories.ids[3] not in index and stories.ids[4] in index and 7 not in index
    expected = program("index", "add", "--window", "30d", str(tmp_path / "other"), articles=stories)
    assert [as_program_has_it(answer) for answer in answers] == expected
    with wirecopy.Index(tmp_path / "little", window="30d", memory=100_000) as index:
        assert index.add_all(stories) == answers
    assert program("index", "query", str(folder), "--id", stories.ids[4])
    with wirecopy.Index(folder, access="check") as index:
        assert index.misplaced() == 0
        assert index.info.articles == len(stories) - 1
        assert index.info.stories > 5 and index.info.disk_bytes > 0
        assert index.info.latest_day == max(
            datetime.date.fromisoformat(story.date[:10]) for story in stories if story.date)
        found = index.query(stories[5])
        assert found.grade == "copy" and found.matches[0].id == stories.ids[5]
        assert found.story == index.query_id(stories.ids[5]).story
        assert index.query_id("nobody") is None
        with pytest.raises(wirecopy.OptionError, match="opened to be read"):
            index.add(stories[5])


def test_what_was_not_committed_is_gone(stories, tmp_path):
    folder = tmp_path / "index"
    with pytest.raises(ZeroDivisionError), wirecopy.Index(folder) as index:
        index.add(stories[0])
        index.commit()
        index.add(stories[1])
        raise ZeroDivisionError
    with pytest.raises(wirecopy.OptionError, match="closed"):
        len(index)
    with wirecopy.Index(folder) as index:
        assert len(index) == 1
        assert not index.add(stories[1]).unchanged and index.add(stories[0]).unchanged
    wirecopy.compact(folder)
    with wirecopy.Index(folder, access="read") as index:
        assert len(index) == 2


def test_a_text_may_be_asked_about(stories):
    index = wirecopy.Index()
    index.add_all(stories)
    assert index.query(stories[0].text).matches[0].derived > .9
    none = index.query("Nothing of this was ever in the papers.")
    assert none.story is None and none.origin is None and none.novel and none.grade == "none"


def test_old_articles_leave():
    index = wirecopy.Index(window=3, expires=True)
    text = "The harbour of Port Osmer was closed on Friday after a storm sank two ferries. " * 3
    for day in (1, 4, 9):
        index.add({"id": str(day), "text": text, "date": f"2024-05-0{day}"})
    assert "1" not in index and "4" not in index and "9" in index
    assert index.expire_before(datetime.date(2024, 5, 10)) == 1 and len(index) == 0
    with pytest.raises(wirecopy.OptionError, match="no date"):
        index.expire_before("yesterday")


def test_a_bad_article_is_answered_and_the_stream_goes_on(stories):
    rows = [stories[0], {"id": "x"}, 7, {"id": "y", "text": 3}, {"id": "z", "text": None},
            stories[0]._asdict()]
    answers = list(wirecopy.stream(rows))
    assert [bool(answer.error) for answer in answers] == [False, True, True, True, True, False]
    assert answers[1].id == "x" and "no text" in answers[1].error
    assert "int" in answers[2].error and answers[3].id == "y"
    assert answers[5].unchanged


def test_a_stream_into_an_index_answers_what_is_kept(stories, tmp_path):
    folder = tmp_path / "index"
    with wirecopy.Index(folder) as index:
        answers = wirecopy.stream(stories, index=index, commit=50)
        for _ in range(50):
            next(answers)
        with wirecopy.Index(folder, access="read") as reader:
            assert len(reader) == 50
        assert len(list(answers)) == len(stories) - 50
    with wirecopy.Index(folder, access="read") as reader:
        assert len(reader) == len(stories)


def test_many_threads_may_call(stories):
    index = wirecopy.Index()
    index.add_all(stories)
    expected = [index.query(story) for story in stories[:20]]
    found = {}

    def ask(number):
        found[number] = [index.query(story) for story in stories[:20]]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all(answers == expected for answers in found.values())


def test_what_cannot_be_used_is_refused(stories, tmp_path):
    for keywords in ({"access": "append"}, {"epoch": -1}, {"most_articles": 1.5}, {"matches": True},
                     {"expires": True}, {"memory": -1}, {"memory": 1_000_000}, {"grade": "best"}, {"window": "a week"}):
        with pytest.raises(wirecopy.OptionError):
            wirecopy.Index(**keywords)
    with pytest.raises(wirecopy.OptionError, match="commit"):
        next(wirecopy.stream([], commit=0))
    with pytest.raises(wirecopy.InputError):
        wirecopy.Index(tmp_path / "none", access="read")
    with pytest.raises(wirecopy.InputError, match="add_all"):
        wirecopy.Index().add(stories)
    folder = tmp_path / "index"
    with wirecopy.Index(folder, epoch=50) as index:
        index.add(stories[0])
        with pytest.raises(wirecopy.OutputError, match="another process"):
            wirecopy.Index(folder)
    with pytest.raises(wirecopy.ParametersError):
        wirecopy.Index(folder, epoch=51)


def test_an_epoch_is_learned_from_what_is_known(stories):
    index = wirecopy.Index()
    index.learn(stories)
    index.add(stories[0])
    with pytest.raises(wirecopy.OptionError, match="before the first"):
        index.learn(stories)
    learned = [answer.grade for answer in wirecopy.stream(stories, corpus=stories)]
    assert learned == [line["grade"] for line in
                       program("stream", "--corpus", "seeds", "--corpus", "tests/families/tuning",
                               articles=stories)]


def test_two_corpora_and_sources(stories):
    half = len(stories) // 2
    first, second = stories[:half], stories[half:]
    sides = {frozenset(ids) for ids in
             ((pair.id_a, pair.id_b) for pair in wirecopy.pairs(first, against=second))}
    everything = {frozenset((pair.id_a, pair.id_b)) for pair in wirecopy.pairs(stories)}
    ids = {story.id for story in first}
    assert sides and sides == {pair for pair in everything if len(pair & ids) == 1}
    assert len(wirecopy.pairs(first, against=second, all=True, grade="none")) == half * len(second)
    sources = {story.id: story.source for story in stories}
    across = {frozenset((pair.id_a, pair.id_b))
              for pair in wirecopy.pairs(stories, across_sources=True)}
    assert across == {pair for pair in everything
                      if len({sources[id] or id for id in pair}) == 2} != everything
    assert len(wirecopy.copies(first, .3, against=first)) >= half  # each with itself
    grouped = wirecopy.cluster(first, against=second)
    assert len(grouped) == len(stories)
    with pytest.raises(wirecopy.InputError, match="both corpora"):
        wirecopy.cluster(first, against=first)
    with pytest.raises(wirecopy.OptionError, match="exclude"):
        wirecopy.pairs(first, against=second, across_sources=True)
