"""The module gives what the program prints."""

import json
import os
import pathlib
import subprocess

import numpy
import pytest

import wirecopy

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPORA = ["seeds", "tests/families/tuning"]


def printed(*arguments):
    done = subprocess.run([os.environ["WIRECOPY"], *arguments], cwd=ROOT, check=False,
                          capture_output=True, text=True)
    assert done.returncode < 2, done.stderr
    return done.stdout


def lines(*arguments):
    return [json.loads(line) for line in printed(*arguments).splitlines()]


@pytest.fixture(params=CORPORA)
def corpus(request, monkeypatch):
    monkeypatch.chdir(ROOT)
    return request.param, wirecopy.read(request.param)


@pytest.mark.parametrize("options, keywords", [
    ([], {}),
    (["--grade", "related"], {"grade": "related"}),
    (["--all"], {"all": True, "grade": "none"}),
    (["--grade", "related", "--no-credit", "--prior", ".05", "-n", "3", "--window", "7d"],
     {"grade": "related", "credit": False, "prior": .05, "ngram": 3, "window": "7d"}),
])
def test_pairs(corpus, options, keywords):
    path, articles = corpus
    assert wirecopy.pairs(articles, **keywords).to_dicts() == lines(
        "pairs", path, "--format", "jsonl", *options)


def test_copies(corpus):
    path, articles = corpus
    assert wirecopy.copies(articles, .3).to_dicts() == lines(
        "pairs", path, "--jaccard", ".3", "--format", "jsonl")


def test_cluster(corpus):
    path, articles = corpus
    found = wirecopy.cluster(articles)
    assert found.to_dicts() == lines("cluster", path, "--format", "jsonl")
    stories = lines("cluster", path, "--summary", "--format", "jsonl")
    assert [story.story for story in found.stories] == [story["story"] for story in stories]
    assert [[vars(origin) for origin in story.origins] for story in found.stories] == [
        story["origins"] for story in stories]


def test_cluster_options(corpus):
    path, articles = corpus
    assert wirecopy.cluster(articles, grade="rewrite", keep="longest", window=7).to_dicts() == lines(
        "cluster", path, "--grade", "rewrite", "--keep", "longest", "--window", "7d", "--format",
        "jsonl")


def test_dedup(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    path = "tests/families/tuning/ferry_collision.jsonl"
    found = wirecopy.dedup(wirecopy.read(path), grade="rewrite")
    kept = printed("dedup", path, "--grade", "rewrite", "--removed", str(tmp_path / "removed"),
                   "--format", "jsonl")
    assert found.kept == [json.loads(line)["id"] for line in kept.splitlines()]
    assert found.kept == [wirecopy.read(path).ids[place] for place in found.kept_places]
    removed = [json.loads(line) for line in (tmp_path / "removed").read_text().splitlines()]
    assert removed and found.removed.to_dicts() == removed


@pytest.mark.parametrize("measure", wirecopy.measures())
def test_matrix(corpus, measure):
    path, articles = corpus
    made = json.loads(printed("matrix", path, "--measure", measure, "--format", "json"))
    matrix = wirecopy.matrix(articles, measure=measure)
    assert matrix.rows == made["rows"] and matrix.columns == made["columns"]
    assert matrix.measure == measure
    # A float has seven digits, a printed score six behind the point.
    assert numpy.allclose(matrix, made["values"], rtol=1e-6, atol=6e-7)


def test_grades_of_a_matrix(corpus):
    path, articles = corpus
    made = json.loads(printed("matrix", path, "--format", "json", "--order", "cluster"))
    matrix = wirecopy.matrix(articles, grades=True, order="cluster")
    marks = {"copy": "C", "edited": "E", "rewrite": "R", "partial": "P", "related": "~",
             "none": "-"}
    assert matrix.rows == made["rows"]
    assert ["".join(marks[cell] for cell in row) for row in matrix.grades] == made["grades"]


def test_explain(monkeypatch):
    monkeypatch.chdir(ROOT)
    corpus = wirecopy.read("seeds")
    a, b = corpus.ids[0], corpus.ids[3]
    why = wirecopy.explain(a, b, corpus=corpus)
    assert why.json == printed("explain", a, b, "--corpus", "seeds", "--format", "json")
    assert str(why) == printed("explain", a, b, "--corpus", "seeds")
    alone = wirecopy.explain(corpus[0], corpus[3])
    assert alone.json == printed("explain", a, b, "--format", "json")
