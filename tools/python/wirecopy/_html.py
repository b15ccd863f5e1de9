"""HTML for notebooks: whole in itself, without scripts, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

MOST_ROWS = 20
MOST_CELLS = 40
MOST_THINGS = 12
MARKS = {"copy": "C", "edited": "E", "rewrite": "R", "partial": "P", "related": "~", "none": ""}
_CELL = "padding:2px 6px;border:none"


def shown(value: Any) -> str:
    return escape(f"{value:.4g}" if isinstance(value, float) else str(value))


def _row(cells: Iterable[str], tag: str = "td", style: str = "text-align:left") -> str:
    return "<tr>" + "".join(f'<{tag} style="{_CELL};{style}">{cell}</{tag}>' for cell in cells) + "</tr>"


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]], length: int) -> str:
    body = "".join(_row(map(shown, row)) for row in rows)
    more = f"<p>{length:,} rows, {len(rows)} shown</p>" if length > len(rows) else ""
    return f'<table style="border-collapse:collapse">{_row(map(escape, columns), "th")}{body}</table>{more}'


def matrix(rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]],
           grades: Sequence[Sequence[str]] | None, measure: str, description: str,
           highest: float, size: tuple[int, int]) -> str:
    """A heat map: the darker, the higher."""
    head = _row(["", *(f'<span title="{escape(name, quote=True)}">{i}</span>'
                       for i, name in enumerate(columns))], "th", "text-align:center")
    lines = []
    for i, (name, line) in enumerate(zip(rows, values)):
        cells = [f'<th style="{_CELL};text-align:left">{i} {escape(ending(name, 40))}</th>']
        for j, value in enumerate(line):
            share = min(max(value / highest, 0.0), 1.0) if highest > 0 else 0.0
            ink = "#fff" if share > 0.6 else "#000"
            mark = MARKS[grades[i][j]] if grades is not None else ""
            title = escape(f"{name} / {columns[j]}: {value:.6g}", quote=True)
            cells.append(f'<td title="{title}" style="{_CELL};text-align:right;color:{ink};'
                         f'background:rgba(23,74,124,{share:.3f})">{value:.2f}{mark}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    more = "" if size == (len(rows), len(columns)) else f" ({size[0]:,} x {size[1]:,}, the first shown)"
    return (f'<table style="border-collapse:collapse">{head}{"".join(lines)}</table>'
            f"<p>{escape(measure)}: {escape(description)}{more}</p>")


def ending(text: str, length: int) -> str:
    """Ids of one corpus differ in their ends."""
    return text if len(text) <= length else "…" + text[1 - length:]


def _mentions(found: Sequence[dict[str, Any]]) -> str:
    def one(thing: dict[str, Any]) -> str:
        a, b = thing["a"], thing["b"]
        texts = [side["text"] for side in (a, b) if side is not None]
        told = " / ".join(dict.fromkeys(texts))
        return f'{escape(told)} <span style="opacity:.6">({thing["nats"]:.1f})</span>'

    more = f" · {len(found) - MOST_THINGS} more" if len(found) > MOST_THINGS else ""
    return " · ".join(one(thing) for thing in found[:MOST_THINGS]) + more


def _edited(text: str, span: Sequence[int], edits: Sequence[Sequence[int]]) -> str:
    """A copied passage with what was changed in bold. Places are of the article, in code points."""
    parts, at = [], span[0]
    for begin, end in edits:
        parts += [escape(text[at - span[0]:begin - span[0]]), "<b>",
                  escape(text[begin - span[0]:end - span[0]]), "</b>"]
        at = end
    return "".join([*parts, escape(text[at - span[0]:])])


def explanation(report: dict[str, Any]) -> str:
    rows = []
    for side in ("a", "b"):
        article = report[side]
        about = " · ".join(escape(str(article[key])) for key in ("title", "source", "date")
                           if article[key])
        rows.append(_row([side.upper(), f"<b>{escape(article['id'])}</b> {about}"]))
    scores = ", ".join(f"{name} {report[name]:.2f}" for name in ("story", "derived", "jaccard"))
    rows.append(_row([escape(report["grade"]), f"{escape(report['reason'])}<br>{scores}"]))
    sections = [("terms in both", report["terms"]), ("phrases in both", report["phrases"]),
                ("quotations in both", report["quotations"]),
                ("names in both", report["names"]["shared"]),
                ("names of A alone", report["names"]["only_a"]),
                ("names of B alone", report["names"]["only_b"]),
                ("numbers in both", report["numbers"]["shared"]),
                ("at odds?", report["names"]["conflicting"] + report["numbers"]["conflicting"])]
    rows += [_row([escape(title), _mentions(found)]) for title, found in sections if found]
    for side in ("a", "b"):
        for credit in report[side]["credits"]:
            if credit["phrase"] is not None and credit["phrase"]["text"]:
                rows.append(_row([f"{side.upper()} credits",
                                  f"{escape(credit['outlet'])}: “{escape(credit['phrase']['text'])}”"]))
    for span in report["spans"][:MOST_THINGS]:
        cells = []
        for side in ("a", "b"):
            place = span[side]["places"][0]["code_points"]
            cells.append(_edited(span[side]["text"], place,
                                 [edit[side]["code_points"] for edit in span["edits"]]))
        rows.append(_row(["copied", "<br><i>as</i><br>".join(cells)]))
    return f'<table style="border-collapse:collapse">{"".join(rows)}</table>'
