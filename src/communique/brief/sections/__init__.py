"""The sections of a brief, each a function of the facts."""

from communique.brief.sections.asked import asked
from communique.brief.sections.coming import coming
from communique.brief.sections.meetings import meetings
from communique.brief.sections.open import open_commitments
from communique.brief.sections.people import people
from communique.brief.sections.positions import positions
from communique.brief.sections.relationship import relationship

SECTIONS = (relationship, meetings, coming, open_commitments, asked, positions, people)
"""In the order in which they are read."""

__all__ = ["SECTIONS"]
