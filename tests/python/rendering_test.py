"""What notebooks show."""

from html.parser import HTMLParser

import pytest

import wirecopy

VOID = {"br"}
HOSTILE = '<script>alert("1")</script> & \'x\''


class Checker(HTMLParser):
    """Holds tags to be balanced, and keeps what they are and what a reader sees."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.text = [], set(), ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attributes)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def hostile(seeds):
    return wirecopy.Articles([
        {"id": HOSTILE, "text": f"{seeds[0].text} {HOSTILE}", "title": HOSTILE, "source": HOSTILE},
        {"id": "b", "text": f"{HOSTILE} {seeds[0].text.replace('Taiwan', '<b>Narnia')}"},
        *({"text": article.text} for article in seeds)])


def test_a_matrix_is_a_heat_map(seeds):
    shown = Checker(wirecopy.matrix(seeds, grades=True)._repr_html_())
    assert shown.tags <= {"table", "tr", "th", "td", "span", "p"}
    assert ".96R" in shown.text and "1.00C" in shown.text and "probability" in shown.text
    assert seeds.ids[4][-30:] in shown.text
    assert wirecopy.matrix(seeds)[0:2]._repr_html_() is None


def test_an_explanation_has_the_reason_and_what_it_rests_on(seeds):
    shown = Checker(wirecopy.explain(seeds[0], seeds[3], corpus=seeds)._repr_html_())
    assert shown.tags <= {"table", "tr", "td", "b", "br", "span", "i"}
    for part in ("rewrite", "They tell the same details", "Starlink",
                 "reported by the Wall Street Journal"):
        assert part in shown.text


def test_copied_passages_show_what_was_changed(hostile):
    html = wirecopy.explain(hostile[0], hostile[1], corpus=hostile)._repr_html_()
    assert "copied" in Checker(html).text and "&lt;<b>b&gt;Narnia</b>" in html


def test_texts_never_reach_the_page_raw(hostile):
    for made in (wirecopy.matrix(hostile, grades=True), wirecopy.pairs(hostile, grade="none"),
                 wirecopy.explain(hostile[0], hostile[1], corpus=hostile),
                 wirecopy.cluster(hostile), wirecopy.dedup(hostile).removed):
        html = made._repr_html_()
        shown = Checker(html)
        assert "script" not in shown.tags and "<script" not in html
        assert HOSTILE[:30] in shown.text


def test_tables_and_matrices_are_cut_to_a_page():
    rows = [f"text {i} of some words" for i in range(60)]
    shown = Checker(wirecopy.cluster(rows)._repr_html_())
    assert "60 rows, 20 shown" in shown.text
    assert "60 x 60, the first shown" in Checker(wirecopy.matrix(rows)._repr_html_()).text
    assert Checker(wirecopy.matrix([])._repr_html_()).tags


def test_the_report_for_people_keeps_to_the_width(seeds):
    why = wirecopy.explain(seeds[0], seeds[3])
    assert max(map(len, why.text(width=60).splitlines())) <= 60
    assert "\x1b[" in why.text(colour=True) and "\x1b[" not in str(why)
    assert repr(why) == f"<wirecopy.Explanation: rewrite, derived {why.derived:.2f}>"
