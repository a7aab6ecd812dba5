"""Date expressions: found in a stretch of text and resolved against the day of the report.

In: the text, an ISO anchor ("2024-05-20", or only "2024-05" or "2024", or ``None``), the tense of the clause, and the
day that "the same day" points back to. Out: ``Dated`` spans, in order, none overlapping. Dates are as precise as the
words and no more (codebook, common rules): a half, quarter, season or deadline within a year is the year, half of a
month is the month, "last week" the month it lies in.

``dateparser`` is not used here: it costs milliseconds a phrase, guesses ("May", "second", "March on") where a report
means no date, takes no tense, and does not say at which offsets it read what. What these reports use is a small closed
set of forms; each is one pattern, tried only at a word that can open it.
"""

from communique.read.dates.dated import Dated
from communique.read.dates.find import find_dates
from communique.read.dates.spans import duration_days

__all__ = ["Dated", "duration_days", "find_dates"]
