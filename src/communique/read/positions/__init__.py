"""Where each side stands on a standing issue (codebook, 3), from the words of its statements and from inside them.

``positions(scene, statements, codebook)`` gives one draft for each holder and issue. Words that name an issue
(``issues.yaml``) are looked for once in the whole text; what governs them (``attitudes.yaml``), the act of the
statement they are in, and who is named beside the governing word decide who stands where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.read.draft import Draft
from communique.read.positions.judge import judge
from communique.read.positions.page import make_page
from communique.read.positions.table import Table

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.read.positions.judge import Verdict
    from communique.read.positions.page import Page
    from communique.read.positions.table import Wording
    from communique.read.scene import Scene

__all__ = ["positions"]


def positions(scene: Scene, statements: list[Draft], codebook: Codebook) -> list[Draft]:
    """The positions of a report, in the order of the text.

    The first words count for each holder and issue, the holder's own before another side's account of them, and with
    them what the same statement says of the issue further on ("adheres to the principle, holds that Taiwan ...").
    """
    table: Table = codebook.memo("positions", Table)
    page = make_page(scene, statements)
    found = table.find(page.words)
    taken: dict[tuple[str, str], _Taken] = {}
    for wording in found.wordings:
        inside = page.statement_of(wording.first, wording.last)
        if inside is None and not page.in_body(wording.first):
            continue
        statement = inside[0] if inside else None
        for verdict in judge(page, found, wording, table.issues[wording.issue]):
            for holder in verdict.holders:
                own = statement is None or holder in statement.fields["holders"]
                new = _Taken(_draft(page, codebook, wording, holder, verdict), statement, own)
                key = (holder, verdict.issue)
                old = taken.setdefault(key, new)
                if new.own and not old.own:
                    taken[key] = new
                elif old is not new and statement is not None and old.statement is statement:
                    _join(old.draft, new.draft)
    drafts = [one.draft for one in taken.values()]
    return sorted(drafts, key=lambda draft: (draft.spans, draft.fields["issue"], draft.fields["holder"]))


class _Taken(NamedTuple):
    """A position with the statement that it is in, and whether that is the holder's own."""

    draft: Draft
    statement: Draft | None
    own: bool


_NEAR = 12
"""Two spans with at most so many characters between them ("and that") are one."""


def _join(draft: Draft, more: Draft) -> None:
    """Add what the same statement says of the same issue in other words to the position's own."""
    if draft.fields["stance"] != more.fields["stance"]:
        return
    start, end = more.spans[0]
    low, high = draft.spans[-1]
    if end <= high:
        return
    if start <= high + _NEAR:
        draft.spans[-1] = (low, end)
    else:
        draft.spans.append((start, end))
    draft.trigger = sorted({*draft.trigger, *more.trigger})
    draft.rule = list(dict.fromkeys([*draft.rule, *more.rule]))


def _draft(page: Page, codebook: Codebook, wording: Wording, holder: str, verdict: Verdict) -> Draft:
    key = verdict.issue.partition(":")[0]
    rule = [codebook.rule("issues", key)]
    rule += [codebook.rule("attitudes", cue.entry) for cue in verdict.cues]
    triggers = [(wording.first, wording.last), *((cue.first, cue.last) for cue in verdict.cues)]
    return Draft(
        "position",
        {"holder": holder, "issue": verdict.issue, "stance": verdict.stance},
        [page.chars(verdict.first, verdict.last)],
        list(dict.fromkeys(rule)),
        sorted({page.chars(*words) for words in triggers}),
    )
