"""What calls take and refuse."""

import datetime
import multiprocessing

import numpy
import pytest

import wirecopy


@pytest.mark.parametrize("call, keywords, sentence", [
    (wirecopy.pairs, {"grade": "best"}, 'there is no "best"'),
    (wirecopy.pairs, {"ngram": 0}, "ngram must be at least 1"),
    (wirecopy.pairs, {"ngram": -1}, "ngram: -1"),
    (wirecopy.pairs, {"threads": 2.5}, "threads: 2.5"),
    (wirecopy.pairs, {"window": "a week"}, "a week"),
    (wirecopy.pairs, {"window": -1}, "-1"),
    (wirecopy.pairs, {"window": 7, "all": True}, "likely pairs"),
    (wirecopy.pairs, {"prior": 1.0}, "below 1"),
    (wirecopy.pairs, {"prior": float("nan")}, "below 1"),
    (wirecopy.copies, {"threshold": 2.0}, "threshold"),
    (wirecopy.matrix, {"measure": "magic"}, "magic"),
    (wirecopy.matrix, {"unit": "byte"}, "byte"),
    (wirecopy.matrix, {"order": "random"}, "random"),
    (wirecopy.cluster, {"keep": "best"}, "best"),
    (wirecopy.cluster, {"grade": "none"}, "at least related"),
    (wirecopy.dedup, {"keep": "source:"}, "source:NAME"),
])
def test_arguments_that_cannot_be_used(seeds, call, keywords, sentence):
    with pytest.raises(wirecopy.OptionError, match=sentence) as error:
        call(seeds, **keywords)
    assert isinstance(error.value, (wirecopy.Error, ValueError))


def test_tables_that_cannot_be_read(seeds, tmp_path):
    with pytest.raises(wirecopy.FormatError):
        wirecopy.pairs(seeds, model=b"no model")
    with pytest.raises(FileNotFoundError):
        wirecopy.pairs(seeds, frequencies=tmp_path / "nothing")


def test_a_window_is_days_in_any_form(seeds):
    found = [list(wirecopy.pairs(seeds, window=window))
             for window in (7, "7", "7d", datetime.timedelta(days=7))]
    assert found[0] and all(one == found[0] for one in found)


def test_two_texts_are_explained(seeds):
    why = wirecopy.explain(seeds[0].text, {"text": seeds[3].text, "source": "Daily"})
    assert why.grade == "rewrite" and why.derived > .5
    assert why.to_dict()["b"]["source"] == "Daily"
    assert wirecopy.explain("The cat sat.", "The dog ran.").grade == "none"
    assert wirecopy.explain("The same text here.", "The same text here.").grade == "copy"


def test_ids_of_the_corpus_are_names(seeds):
    why = wirecopy.explain(seeds.ids[0], seeds.ids[1], corpus=seeds)
    assert why.to_dict()["corpus_articles"] == 5
    # A text that the corpus has is that article, and one that it lacks comes beside it.
    assert wirecopy.explain(seeds[0].text, seeds[1], corpus=seeds).json == why.json
    beside = wirecopy.explain(seeds.ids[0], "Another text altogether.", corpus=seeds)
    assert beside.to_dict()["corpus_articles"] == 6
    with pytest.raises(wirecopy.OptionError, match='"nobody" is no id'):
        wirecopy.explain(seeds.ids[0], "nobody", corpus=seeds)
    with pytest.raises(wirecopy.InputError):
        wirecopy.explain("", "A text.")
    with pytest.raises(wirecopy.OptionError):
        wirecopy.explain(1, "A text.")


def test_a_matrix_is_an_array(seeds):
    matrix = wirecopy.matrix(seeds)
    assert isinstance(matrix, numpy.ndarray) and matrix.dtype == numpy.float32
    assert matrix.shape == (5, 5) and (matrix == matrix.T).all()
    assert matrix.rows == seeds.ids and matrix[0].rows is None and (matrix * 2).grades is None
    assert matrix.grades is None and matrix.max() == 1
    rows = wirecopy.matrix(seeds[:2], seeds[2:], grades=True)
    assert rows.shape == (2, 3) and (rows.grades == "rewrite").all()
    assert wirecopy.matrix([]).shape == (0, 0)


def test_one_article_and_none_have_no_pairs():
    for articles in ([], ["one text"]):
        assert len(wirecopy.pairs(articles)) == 0
        assert len(wirecopy.cluster(articles).stories) == len(articles)
        assert len(wirecopy.dedup(articles).kept) == len(articles)


def test_rows_are_a_sequence(seeds):
    found = wirecopy.pairs(seeds)
    assert found[-1] == list(found)[-1] and found[2:4] == list(found)[2:4]
    assert [found[i] for i in range(len(found))] == list(found)
    with pytest.raises(IndexError):
        found[10]


def test_copies_across_sources(seeds):
    text = seeds[0].text
    rows = [{"text": text, "source": "A"}, {"text": text, "source": "A"},
            {"text": text, "source": "B"}]
    found = wirecopy.copies(rows, across_sources=True)
    assert [(pair.id_a, pair.id_b) for pair in found] == [("0", "2"), ("1", "2")]
    assert len(wirecopy.copies(rows)) == 3


def test_the_same_for_any_number_of_threads(families):
    found = [list(wirecopy.pairs(families, grade="related", threads=threads))
             for threads in (1, 2, 8)]
    assert found[0] and found[0] == found[1] == found[2]


def pairs_of(texts):
    return [tuple(pair) for pair in wirecopy.pairs(texts, threads=2)]


def test_processes_may_be_forked_and_spawned(seeds):
    texts = [article.text for article in seeds]
    expected = pairs_of(texts)
    for method in ("fork", "spawn"):
        with multiprocessing.get_context(method).Pool(2) as pool:
            assert pool.map_async(pairs_of, [texts] * 2).get(timeout=60) == [expected] * 2
