"""The records: what communique takes from a report, and the report itself.

Every record carries evidence (offsets are Unicode code points into ``Report.text``, end exclusive) and the codebook
entries that made it (``rule``). The meaning of each field is in the codebook of the project, published in the docs.
"""

from communique.records._base import ACTS, LAYERS, TOPICS, Evidence, Record
from communique.records._layers import Engagement, Outcome, Position, Reference, Relation, Statement
from communique.records._report import Fault, Reading, Report

__all__ = [
    "ACTS",
    "LAYERS",
    "TOPICS",
    "Engagement",
    "Evidence",
    "Fault",
    "Outcome",
    "Position",
    "Reading",
    "Record",
    "Reference",
    "Relation",
    "Report",
    "Statement",
]
