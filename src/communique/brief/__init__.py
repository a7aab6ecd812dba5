"""The brief: two pages on two sides that a desk officer takes into the room, each line with whose words it is.

``make_brief(ledger, a, b)`` makes it; its methods ``to_markdown``, ``to_html``, ``to_fragment``, ``to_word`` and ``to_pdf``
write it. It says nothing that the ledger does not hold.
"""

from __future__ import annotations

from communique.brief.make import make_brief
from communique.brief.model import Brief, BriefGroup, BriefLine, BriefRun, BriefSection, Citation, CitedReport

__all__ = [
    "Brief", "BriefGroup", "BriefLine", "BriefRun", "BriefSection", "Citation", "CitedReport", "make_brief",
]  # fmt: skip
