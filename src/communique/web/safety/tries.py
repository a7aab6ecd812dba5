"""How often somebody may try to log in: from one address, and for one name."""

from __future__ import annotations

from limits import RateLimitItemPerMinute, storage, strategies

_PER_NAME = RateLimitItemPerMinute(5, 5)
_PER_ORIGIN = RateLimitItemPerMinute(20, 5)


class Tries:
    """Counts failed tries in a sliding window of five minutes: five for a name, twenty from an address."""

    def __init__(self) -> None:
        self._window = strategies.MovingWindowRateLimiter(storage.MemoryStorage())

    def too_many(self, name: str, origin: str) -> bool:
        """Whether there were so many that this one is not even looked at."""
        return not (self._window.test(_PER_NAME, "name", name) and self._window.test(_PER_ORIGIN, "origin", origin))

    def failed(self, name: str, origin: str) -> None:
        """Count a failed try."""
        self._window.hit(_PER_NAME, "name", name)
        self._window.hit(_PER_ORIGIN, "origin", origin)
