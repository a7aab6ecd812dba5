"""The figures as one HTML page: the text of each report with what is right, missed and extra marked, layer by layer.

The page is whole in itself: no script, font, picture or style from elsewhere, and what comes from a text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from communique.evaluate.documents import Collection
from communique.evaluate.errors import FIELD, RecordError, all_errors, count_kinds, errors_of
from communique.evaluate.marking import Piece, cut, marks_of
from communique.evaluate.safe import visible
from communique.evaluate.table import compact, describe
from communique.evaluate.tallies import DocumentScore, Scores, Tally

_STYLE = """
:root { color-scheme: light dark; --right: #bfe8c6; --missed: #ffe0a3; --extra: #ffc4c0; --optional: #dcdcdc; }
@media (prefers-color-scheme: dark) {
 :root { --right: #1f5a2c; --missed: #6b4a00; --extra: #7a211c; --optional: #4a4a4a; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
th, td { padding: .15rem .7rem .15rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #8885; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
caption { font-weight: bold; text-align: left; padding: .3rem 0; }
mark { color: inherit; background: none; border-bottom: 3px solid transparent; }
mark.optional { background: var(--optional); border-bottom-style: dotted; border-color: #888; }
mark.right { background: var(--right); border-color: #2e8b45; }
mark.extra { background: var(--extra); border-color: #c9302c; border-bottom-style: double; }
mark.missed { background: var(--missed); border-color: #c98a00; border-bottom-style: dashed; }
mark.right.missed { background: linear-gradient(var(--right) 50%, var(--missed) 50%); }
mark.right.extra { background: linear-gradient(var(--right) 50%, var(--extra) 50%); }
mark.missed.extra { background: linear-gradient(var(--missed) 50%, var(--extra) 50%); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid #8885; padding-left: 1rem; }
details { margin: .4rem 0; } details details { margin-left: 1rem; } summary { cursor: pointer; }
.words { overflow-wrap: anywhere; font-size: .9em; } .toggles label { margin-right: 1.2rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
"""
Row = tuple[str, list[object]]
"""The class of a table row, and its cells."""

_LEGEND = {
    "right": "found, and in the gold",
    "missed": "in the gold, not found",
    "extra": "found, not in the gold",
    "optional": "found, optional in the gold: not counted",
}


def render(scores: Scores, collection: Collection) -> str:
    """The page."""
    return "".join(_page(scores, collection))


def _e(text: object) -> str:
    return escape(visible(str(text)), quote=True)


def _page(scores: Scores, collection: Collection) -> Iterator[str]:
    layers = list(scores.layers)
    hide = "".join(f"#show-{x}:not(:checked) ~ main .layer-{x} {{ display: none; }}\n" for x in layers)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>communique: evaluation</title>\n<style>{_STYLE}{hide}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#reports">To the reports</a>\n<h1>Evaluation</h1>\n<p>'
    yield f"{len(scores.documents)} reports. Mean F1 of the layers: <strong>{scores.overall:.3f}</strong>. "
    yield f"Valid evidence: {scores.evidence.value:.4f} of {scores.evidence.of}.</p>\n"
    yield from _sentences("Problems", collection.problems)
    yield from _sentences("Notes", collection.notes)
    yield "<p>Layers to show:</p>\n"
    # The boxes stand before <main>, as siblings of it, so that style alone can hide what is not checked.
    for layer in layers:
        yield f'<input type="checkbox" id="show-{layer}" checked><label for="show-{layer}">{layer}</label>\n'
    yield "<main>\n"
    yield from _layers(scores)
    yield from _fields(scores)
    yield from _kinds(scores)
    yield '<h2 id="reports">Reports</h2>\n<p>'
    yield " ".join(f'<mark class="{state}">{state}</mark> {meaning}.' for state, meaning in _LEGEND.items())
    yield "</p>\n"
    for score in scores.documents:
        yield from _report(score)
    yield "</main>\n</body>\n</html>\n"


def _sentences(title: str, sentences: Iterable[str]) -> Iterator[str]:
    told = [f"<li>{_e(sentence)}</li>\n" for sentence in sentences]
    if told:
        yield f"<h2>{title}</h2>\n<ul>\n{''.join(told)}</ul>\n"


def _table(caption: str, heads: list[str], rows: Iterable[Row], text_columns: int) -> Iterator[str]:
    """A table; each row comes with its class. The first ``text_columns`` columns are words, the others figures."""

    def cell(tag: str, number: int, value: object) -> str:
        css = "" if number < text_columns else ' class="n"'
        return f"<{tag}{css}>{_e(value)}</{tag}>"

    yield f"<table>\n<caption>{_e(caption)}</caption>\n<thead><tr>"
    yield from (cell("th", number, head) for number, head in enumerate(heads))
    yield "</tr></thead>\n<tbody>\n"
    for css, values in rows:
        yield f'<tr class="{css}">' + "".join(cell("td", n, value) for n, value in enumerate(values)) + "</tr>\n"
    yield "</tbody>\n</table>\n"


def _layers(scores: Scores) -> Iterator[str]:
    def rows() -> Iterator[Row]:
        for layer, tally in scores.layers.items():
            yield f"layer-{layer}", [layer, *_figures(tally)]
            if layer == "statement":
                yield f"layer-{layer}", ["statement, by span alone", *_figures(scores.span)]

    yield from _table("Layers", ["layer", "gold", "found", "right", "precision", "recall", "F1"], rows(), 1)


def _figures(tally: Tally) -> list[object]:
    shares = (tally.precision, tally.recall, tally.f1)
    return [tally.gold, tally.found, tally.right, *(f"{share:.3f}" for share in shares)]


def _fields(scores: Scores) -> Iterator[str]:
    rows = (("", [name, f"{share.value:.3f}", share.of]) for name, share in sorted(scores.attributes.items()))
    yield from _table("Fields of what was found", ["field", "right", "of"], rows, 1)


def _kinds(scores: Scores) -> Iterator[str]:
    kinds = count_kinds(all_errors(scores))
    rows = ((f"layer-{layer}", [layer, side, kind, n]) for layer, found in kinds.items() for side, kind, n in found)
    yield from _table("Errors by kind", ["layer", "side", "kind", "times"], rows, 3)


def _report(score: DocumentScore) -> Iterator[str]:
    errors = list(errors_of(score))
    figures = [(layer, score.f1(layer)) for layer in score.layers]
    told = ", ".join(f"{layer} {'-' if f1 is None else f'{f1:.2f}'}" for layer, f1 in figures)
    yield f'<details class="report"><summary><strong>{_e(score.document.name)}</strong> {told}</summary>\n'
    for layer, pairing in score.layers.items():
        counts = f"{len(pairing.pairs)} right, {len(pairing.missed)} missed, {len(pairing.extra)} extra"
        yield f'<details class="layer-{layer}"><summary>{layer}: {counts}</summary>\n<p class="text">'
        yield from map(_piece, cut(score.document.text, marks_of(pairing)))
        yield "</p>\n"
        yield from _errors([error for error in errors if error.layer == layer])
        yield "</details>\n"
    yield "</details>\n"


def _piece(piece: Piece) -> str:
    words = escape(visible(piece.text, keep_lines=True), quote=True)
    if not piece.states:
        return words
    return f'<mark class="{" ".join(piece.states)}" title="{", ".join(piece.states)}">{words}</mark>'


def _errors(errors: list[RecordError]) -> Iterator[str]:
    if not errors:
        yield "<p>No errors.</p>\n"
        return
    yield "<table>\n<thead><tr><th>error</th><th>gold</th><th>found</th></tr></thead>\n<tbody>\n"
    for error in errors:
        yield f"<tr><td>{_e(error.side)}: {_e(error.kind)}</td>"
        for side in ("gold", "found"):
            yield f'<td class="words">{_e(_side(error, side))}</td>'
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"


def _side(error: RecordError, side: str) -> str:
    record = error.gold if side == "gold" else error.found
    if record is None:
        return ""
    if error.side == FIELD and error.check is not None:
        value = compact(error.check.gold if side == "gold" else error.check.found)
        return value if side == "gold" else f"{value} | {describe(record)}"
    return describe(record)
