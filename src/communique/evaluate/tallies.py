"""Counting: precision, recall and F1 by layer, shares of right fields, share of valid evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.evaluate.attributes import checks, given_the_span
from communique.evaluate.coded import SCORED
from communique.evaluate.documents import Document
from communique.evaluate.matching import MATCH, Pairing, match_statement_span, pair


@dataclass
class Tally:
    """How many gold records, found records and right ones."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, pairing: Pairing) -> None:
        """Count one pairing."""
        self.right += len(pairing.pairs)
        self.gold += pairing.n_gold
        self.found += pairing.n_found

    @property
    def precision(self) -> float:
        """Right of found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Share:
    """A share: how right, of how many."""

    right: float = 0
    of: int = 0

    def add(self, right: float) -> None:
        """Count one comparison."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float:
        """The share, 0 of nothing."""
        return self.right / self.of if self.of else 0.0


@dataclass
class DocumentScore:
    """One report's pairings by layer, and of its statements by span alone."""

    document: Document
    layers: dict[str, Pairing]
    span: Pairing | None

    def f1(self, layer: str) -> float | None:
        """F1 of ``layer`` in this report; None where neither gold nor reader has anything."""
        if not self.document.gold[layer] and not self.document.found[layer]:
            return None
        tally = Tally()
        tally.add(self.layers[layer])
        return tally.f1


@dataclass
class Scores:
    """The figures of a set of reports."""

    layers: dict[str, Tally]
    span: Tally = field(default_factory=Tally)
    attributes: dict[str, Share] = field(default_factory=dict)
    evidence: Share = field(default_factory=Share)
    documents: list[DocumentScore] = field(default_factory=list)

    @property
    def overall(self) -> float:
        """The mean F1 of the layers."""
        return sum(tally.f1 for tally in self.layers.values()) / len(self.layers)


def score_documents(documents: Iterable[Document], layers: Sequence[str] = SCORED) -> Scores:
    """Score reports in the order given."""
    scores = Scores(layers={layer: Tally() for layer in layers})
    for document in documents:
        _count_evidence(document, layers, scores.evidence)
        pairings = {layer: pair(document.gold[layer], document.found[layer], MATCH[layer]) for layer in layers}
        for layer, pairing in pairings.items():
            scores.layers[layer].add(pairing)
            _count_attributes(layer, pairing, scores.attributes)
        span = _count_spans(document, scores) if "statement" in layers else None
        scores.documents.append(DocumentScore(document, pairings, span))
    return scores


def _count_attributes(layer: str, pairing: Pairing, attributes: dict[str, Share]) -> None:
    for gold, found in pairing.pairs:
        for check in checks(layer, gold, found):
            attributes.setdefault(check.name, Share()).add(check.right)


def _count_spans(document: Document, scores: Scores) -> Pairing:
    loose = pair(document.gold["statement"], document.found["statement"], match_statement_span)
    scores.span.add(loose)
    for gold, found in loose.pairs:
        for check in given_the_span(gold, found):
            scores.attributes.setdefault(check.name, Share()).add(check.right)
    return loose


def _count_evidence(document: Document, layers: Sequence[str], share: Share) -> None:
    """Each span of evidence must be the text's own words; a record without any counts as one that is not."""
    for layer in layers:
        for record in document.found[layer]:
            for (start, end), evidence in zip(record.spans, record.evidence, strict=True):
                share.add(document.text[start:end] == evidence.get("quote"))
            if not record.evidence:
                share.add(False)
