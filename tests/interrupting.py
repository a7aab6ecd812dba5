"""For tests that press Ctrl-C."""

from __future__ import annotations

import signal


def heeding():
    """Heed Ctrl-C: what a shell starts in the background is told to overlook it, and so is whatever that starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
