"""Where each side stands on a standing issue (codebook, 3), from the words of its statements and from inside them.

``positions(scene, statements, codebook)`` gives one draft for each holder and issue. Words that name an issue
(``issues.yaml``) are looked for once in the whole text; what governs them (``attitudes.yaml``), the act of the
statement they are in, and who is named beside the governing word decide who stands where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """The positions of a report, in the order of the text; the first words count for each holder and issue."""
    table: Table = codebook.memo("positions", Table)
    page = make_page(scene, statements)
    found = table.find(page.words)
    taken: dict[tuple[str, str], Draft] = {}
    for wording in found.wordings:
        inside = page.statement_of(wording.first, wording.last) is not None
        if not inside and not page.in_body(wording.first):
            continue
        for verdict in judge(page, found, wording, table.issues[wording.issue]):
            for holder in verdict.holders:
                taken.setdefault((holder, verdict.issue), _draft(page, codebook, wording, holder, verdict))
    return sorted(taken.values(), key=lambda draft: (draft.spans, draft.fields["issue"], draft.fields["holder"]))


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
