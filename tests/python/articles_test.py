"""Articles from what Python has by itself, and from files."""

import datetime

import pandas
import pytest

import wirecopy


def test_every_shape_of_lists_and_mappings():
    expected = [wirecopy.Article("x", "one"), wirecopy.Article("y", "two")]
    for data in ({"x": "one", "y": "two"},
                 {"x": {"text": "one"}, "y": {"text": "two"}},
                 {"id": ["x", "y"], "text": ["one", "two"]},
                 [{"id": "x", "text": "one"}, {"id": "y", "text": "two", "more": 3}],
                 expected, iter(expected), wirecopy.Articles(expected)):
        assert list(wirecopy.Articles(data)) == expected
    assert wirecopy.Articles(["one", "two"]).ids == ["0", "1"]
    assert wirecopy.Articles(text for text in ("one", "two"))[1].text == "two"


def test_fields_that_are_no_text_are_written_out():
    row = {"id": 12, "text": "one", "date": datetime.date(2024, 2, 29), "source": None,
           "title": float("nan")}
    assert wirecopy.Articles([row])[0] == wirecopy.Article("12", "one", "", "", "2024-02-29")


def test_pandas_without_pyarrow(monkeypatch):
    frame = pandas.DataFrame({"text": ["one", "two"], "id": [1, 2],
                              "date": pandas.to_datetime(["2024-01-02", None])})

    def missing(*_):
        raise ImportError("pyarrow")
    monkeypatch.setattr(pandas.DataFrame, "__arrow_c_stream__", missing)
    assert list(wirecopy.Articles(frame)) == [
        wirecopy.Article("1", "one", date="2024-01-02T00:00:00"), wirecopy.Article("2", "two")]


def test_what_cannot_be_used_is_an_error_or_listed():
    rows = [{"id": "a", "text": "one"}, {"id": "a", "text": "two"}, {"id": "b", "text": None},
            {"id": "c", "text": " \n"}, {"id": "d", "text": "no\0l"}, {"id": "e", "text": "three"}]
    with pytest.raises(wirecopy.InputError, match=r"row 1 \(a\): duplicate id, first that of article 0"):
        wirecopy.Articles(rows)
    articles = wirecopy.Articles(rows, strict=False)
    assert articles.ids == ["a", "e"]
    assert [(one.line, one.id, one.reason) for one in articles.rejected] == [
        (1, "a", "duplicate id, first that of article 0"), (2, "b", "no text"),
        (3, "c", "empty article: no text but white space"), (4, "d", "NUL byte at byte 2 of text")]
    assert repr(articles) == "<wirecopy.Articles: 2, 4 rejected>"
    assert wirecopy.dedup(articles).kept_places == [0, 5]


@pytest.mark.parametrize("data, sentence", [
    ("a text", "a text alone is no list"),
    ([7], "row 0: a text must be str, not int"),
    ([{"id": "a"}], "no text"),
    ([{"text": "a", "source": ["b"]}], r"source: \['b'\] is no text"),
])
def test_what_is_no_article_is_refused(data, sentence):
    with pytest.raises(wirecopy.InputError, match=sentence):
        wirecopy.Articles(data)


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError):
        wirecopy.Articles({"id": ["a"], "text": ["one", "two"]})


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(UnicodeEncodeError):
        wirecopy.Articles(["a \ud800 b"])


def test_articles_are_a_sequence():
    articles = wirecopy.Articles(["one", "two", "three"])
    assert articles[-1].text == "three" and articles[1:] == list(articles)[1:]
    for beyond in (3, -4):
        with pytest.raises(IndexError):
            articles[beyond]


def test_files_are_read_as_by_the_command_line(tmp_path):
    path = tmp_path / "some.jsonl"
    path.write_text('{"url": "a", "text": "one"}\nnot json\n', encoding="utf-8")
    articles = wirecopy.read(path, id="url")
    assert articles.ids == ["a"]
    assert articles.rejected[0].line == 2 and articles.rejected[0].source == str(path)
    with pytest.raises(wirecopy.InputError, match="some.jsonl:2: "):
        wirecopy.read(path, id="url", strict=True)
    with pytest.raises(FileNotFoundError, match="nothing.jsonl"):
        wirecopy.read(path, tmp_path / "nothing.jsonl")
