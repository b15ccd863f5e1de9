"""Articles come from anything that speaks Arrow, and results go to it."""

import datetime
import gc

import duckdb
import pandas
import polars
import pyarrow
import pytest

import wirecopy


@pytest.fixture(scope="module")
def table(families):
    """With a source for every other article, and texts in two chunks."""
    rows = [{"id": article.id, "text": article.text, "title": article.title,
             "source": article.source if i % 2 else None, "date": article.date}
            for i, article in enumerate(families)]
    half = len(rows) // 2
    return pyarrow.concat_tables([pyarrow.Table.from_pylist(part) for part in
                                  (rows[:half], rows[half:])])


@pytest.fixture(scope="module")
def expected(table):
    return [wirecopy.Article(**{name: value or "" for name, value in row.items()})
            for row in table.to_pylist()]


def with_text(table, kind):
    return table.set_column(table.column_names.index("text"), "text", table["text"].cast(kind))


SHAPES = {
    "table": lambda table: table,
    "slice of a table": lambda table: pyarrow.concat_tables([table.slice(0, 3), table.slice(3)]),
    "batch": lambda table: table.combine_chunks().to_batches()[0],
    "reader": lambda table: table.to_reader(max_chunksize=3),
    "dataset": lambda table: pyarrow.dataset.dataset(table).scanner().to_reader(),
    "large_string": lambda table: with_text(table, pyarrow.large_string()),
    "string_view": lambda table: with_text(table, pyarrow.string_view()),
    "dictionary": lambda table: with_text(table, pyarrow.dictionary(pyarrow.int16(),
                                                                    pyarrow.string())),
    "polars": polars.from_arrow,
    "polars, chunked": lambda table: polars.concat(
        [polars.from_arrow(table.slice(0, 2)), polars.from_arrow(table.slice(2))], rechunk=False),
    "pandas": lambda table: table.to_pandas(),
    "duckdb": lambda table: duckdb.from_arrow(table),
    "list of mappings": lambda table: table.to_pylist(),
    "lists by column": lambda table: table.to_pydict(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_articles_are_the_same_in_every_shape(table, expected, shape):
    import pyarrow.dataset  # noqa: F401
    assert list(wirecopy.Articles(SHAPES[shape](table))) == expected


def test_a_slice_begins_where_it_begins(table, expected):
    """Offsets of arrays, and of a struct whose children have their own."""
    assert list(wirecopy.Articles(table.slice(5, 7))) == expected[5:12]
    batch = table.combine_chunks().to_batches()[0].slice(3, 4)
    assert list(wirecopy.Articles(batch)) == expected[3:7]
    struct = pyarrow.StructArray.from_arrays(
        [array.combine_chunks() for array in table.columns], names=table.column_names)
    assert list(wirecopy.Articles(struct.slice(2, 6))) == expected[2:8]


def test_texts_alone_are_called_by_their_places(table):
    for texts in (table["text"], table["text"].combine_chunks(),
                  polars.Series(table["text"].to_pylist()), pandas.Series(table["text"].to_pylist())):
        articles = wirecopy.Articles(texts)
        assert articles.ids == [str(i) for i in range(table.num_rows)]
        assert articles[2].text == table["text"][2].as_py()


def test_parquet_comes_in_through_a_reader(table, expected, tmp_path):
    import pyarrow.parquet
    pyarrow.parquet.write_table(table, tmp_path / "articles.parquet")
    for source in (pyarrow.parquet.read_table(tmp_path / "articles.parquet"),
                   polars.read_parquet(tmp_path / "articles.parquet"),
                   duckdb.sql(f"select * from '{tmp_path}/articles.parquet'")):
        assert list(wirecopy.Articles(source)) == expected


@pytest.mark.parametrize("kind, value, written", [
    (pyarrow.date32(), datetime.date(2013, 8, 19), "2013-08-19"),
    (pyarrow.date64(), datetime.date(1969, 12, 31), "1969-12-31"),
    (pyarrow.timestamp("s"), datetime.datetime(2013, 8, 19, 13, 30, 5), "2013-08-19T13:30:05"),
    (pyarrow.timestamp("ms"), datetime.datetime(1969, 12, 31, 23, 59, 59), "1969-12-31T23:59:59"),
    (pyarrow.timestamp("us", "UTC"), datetime.datetime(2013, 8, 19, 13, 30,
                                                       tzinfo=datetime.timezone.utc),
     "2013-08-19T13:30:00Z"),
    (pyarrow.timestamp("ns"), datetime.datetime(2000, 2, 29), "2000-02-29T00:00:00"),
    (pyarrow.string(), "19 Aug 2013", "19 Aug 2013"),
])
def test_dates_are_written_as_days_and_times(kind, value, written):
    table = pyarrow.table({"text": ["a text", "another"],
                           "date": pyarrow.array([value, None], kind)})
    assert [article.date for article in wirecopy.Articles(table)] == [written, ""]


def test_a_window_goes_by_dates_of_arrow(seed_rows):
    days = [datetime.date(2024, 1, 1 + i) for i in range(5)]
    table = pyarrow.table({"text": [row["text"] for row in seed_rows], "date": days})
    found = wirecopy.pairs(table, window="1d")
    near = {(int(pair.id_a), int(pair.id_b)) for pair in found}
    assert near and near <= {(0, 1), (1, 2), (2, 3), (3, 4)}
    assert len(wirecopy.pairs(table)) > len(near)


@pytest.mark.parametrize("kind", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64",
                                  "uint64"])
def test_ids_may_be_whole_numbers(kind):
    table = pyarrow.table({"id": pyarrow.array([7, 100], kind), "text": ["a", "b"]})
    assert wirecopy.Articles(table).ids == ["7", "100"]


def test_columns_may_have_other_names():
    table = pyarrow.table({"url": ["u"], "body": ["b"], "paper": ["p"]})
    articles = wirecopy.Articles(table, id="url", text="body", source="paper")
    assert articles[0] == wirecopy.Article("u", "b", "", "p", "")


def test_what_is_no_text_is_refused_by_name():
    with pytest.raises(wirecopy.InputError, match="no column text among id, body"):
        wirecopy.Articles(pyarrow.table({"id": ["a"], "body": ["b"]}))
    with pytest.raises(wirecopy.InputError, match="column text: the Arrow type"):
        wirecopy.Articles(pyarrow.table({"text": [["a", "b"]]}))
    with pytest.raises(wirecopy.InputError, match="neither columns nor texts"):
        wirecopy.Articles(pyarrow.array([1.5]))
    with pytest.raises(wirecopy.InputError, match="row 1: no text"):
        wirecopy.Articles(pyarrow.table({"text": ["a", None]}))
    bad = pyarrow.Array.from_buffers(pyarrow.string(), 1, [
        None, pyarrow.py_buffer(b"\0\0\0\0\2\0\0\0"), pyarrow.py_buffer(b"a\xff")])
    with pytest.raises(wirecopy.InputError, match="row 0 .0.: invalid UTF-8 at byte 1 of text"):
        wirecopy.Articles(bad)


def test_a_stream_that_fails_says_why(table):
    def batches():
        yield table.to_batches()[0]
        raise ValueError("the disk is gone")
    reader = pyarrow.RecordBatchReader.from_batches(table.schema, batches())
    with pytest.raises(wirecopy.InputError, match="the disk is gone"):
        wirecopy.Articles(reader)


def test_no_rows_are_no_articles(table):
    for empty in (table.slice(0, 0), table.schema.empty_table(), polars.from_arrow(table).head(0)):
        assert len(wirecopy.Articles(empty)) == 0
    assert pyarrow.table(wirecopy.pairs(table.slice(0, 0))).num_rows == 0


def test_results_are_tables_of_every_library(seeds):
    found = wirecopy.pairs(seeds)
    rows = [tuple(pair) for pair in found]
    names = list(wirecopy.Pair._fields)
    as_arrow = pyarrow.table(found)
    assert as_arrow.column_names == names
    as_arrow.validate(full=True)

    def same(values):
        return [pytest.approx(row) for row in rows] == [tuple(row) for row in values]

    assert same(zip(*as_arrow.to_pydict().values()))
    assert same(found.to_arrow().to_pandas().itertuples(index=False))
    assert same(polars.DataFrame(found).rows())
    assert same(duckdb.sql("select * from found").fetchall())
    assert same(found.to_pandas().itertuples(index=False))
    assert found.column("id_a") == [row[0] for row in rows]
    clusters = wirecopy.cluster(seeds)
    assert pyarrow.table(clusters).to_pylist() == clusters.to_dicts()


def test_columns_outlive_what_they_came_from(seeds):
    found = wirecopy.pairs(seeds)
    expected = found.to_dicts()
    ids = pyarrow.table(found)["id_b"]
    capsule = found.__arrow_c_stream__()  # never read: released with its capsule
    del found, capsule
    gc.collect()
    assert ids.to_pylist() == [row["id_b"] for row in expected]
