"""What is not held at its time: the words for putting off, calling off, foreseeing and not holding, as pieces of patterns.

Where they stand in a sentence, and what that makes of a visit or session, is told by the modules that use them. The
codebook's lists ``delay`` and ``cancelled`` have their plain forms too (a test holds the two together).
"""

from __future__ import annotations

PUT_OFF = r"(?:postponed|put (?:off|back)|pushed back|deferred|delayed|adjourned|re-?scheduled)"
"""Held at another time instead."""
CALLED_OFF = r"(?:called off|cancel+ed|scrapped|shelved)"
"""Not held at all, unless another day follows."""
MOVED = r"(?:moved|re-?arranged)"
"""To another day; to another place too, so only where nothing else can be meant."""
FORESEEN = r"(?:due|scheduled|planned|foreseen)"
"""Told as to be at its time."""
EXPECTED = rf"(?:{FORESEEN[3:-1]}|expected|set|arranged|announced|meant)"
"""The same and what else may be foreseen: only where it is a day that follows, or the words for holding."""
ONCE = r"(?:initially|originally|previously|earlier|first|once)"
"""At the time that was given up."""
HELD = r"(?:held|take place|taken place|convened?|meet|met|come|came|go ahead|arranged|organi[sz]ed|staged|paid|made|happen)"
"""The verbs of holding a session and of paying a visit, after "could not (be)"."""
NOT_HELD = rf"(?:could|can|did|was|were|had|has|have|would)\s*(?:not|n['’]t)\s+(?:now\s+)?(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+\s+)?{HELD}"
"""Told as not held."""
