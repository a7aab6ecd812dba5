"""Readings made by hand, without a reader: small, in memory, each record with its words."""

from communique.records import Engagement, Evidence, Outcome, Position, Reading, Relation, Report, Statement

PLURALS = {
    Engagement: "engagements",
    Statement: "statements",
    Position: "positions",
    Relation: "relations",
    Outcome: "outcomes",
}
TEXT = """The foreign ministers of China and Kazakhstan met in Astana.
China will build the Khorgos railway by 2026.
Kazakhstan firmly supports the one-China principle.
The two sides are comprehensive strategic partners.
The dry port at Altynkol was opened.
"""


class Page:
    """A report, and records of it by the words that they come from."""

    def __init__(self, text=TEXT, **metadata):
        metadata.setdefault("published", "2024-05-21")
        self.report = Report(text=text, **metadata)
        self.records = []

    def words(self, quote):
        start = self.report.text.index(quote)
        return (Evidence(start=start, end=start + len(quote), quote=quote),)

    def say(self, layer, quote, rule=("acts.yaml/will",), **fields):
        self.records.append(layer(report=self.report.id, evidence=self.words(quote), rule=rule, **fields))
        return self

    def met(self, quote="met in Astana", parties=("CHN", "KAZ"), **fields):
        return self.say(Engagement, quote, kind="meeting", status="held", main=True, parties=parties, **fields)

    def pledge(self, quote="build the Khorgos railway", holder="CHN", **fields):
        fields = {"addressees": ("KAZ",), "items": (quote,), "strength": "firm", **fields}
        return self.say(Statement, quote, act="pledge", holders=(holder,), **fields)

    def stand(self, quote="firmly supports the one-China principle", holder="KAZ", issue="one-china"):
        return self.say(Position, quote, holder=holder, issue=issue, stance="support")

    def relation(self, quote="comprehensive strategic partners", label="comprehensive strategic partnership"):
        return self.say(Relation, quote, parties=("CHN", "KAZ"), label=label, event="described")

    def outcome(self, quote="The dry port at Altynkol was opened", parties=("CHN", "KAZ")):
        return self.say(Outcome, quote, what="the dry port at Altynkol", state="done", parties=parties)

    def read(self, by="1.0/aaaa", **fields):
        layers = {
            plural: tuple(one for one in self.records if isinstance(one, kind)) for kind, plural in PLURALS.items()
        }
        return Reading(report=self.report, read_by=by, dateline=self.report.published, **layers, **fields)


def whole_page(text=TEXT, **metadata):
    """One of each layer that the ledger follows."""
    return Page(text, **metadata).met().pledge().stand().relation().outcome()


def some(count, by="1.0/aaaa", start=0):
    """So many reports of two countries, a day apart, of one story."""
    return [
        whole_page(published=f"2024-{1 + number // 28:02}-{1 + number % 28:02}", path=f"/reports/{number}.txt").read(by)
        for number in range(start, start + count)
    ]
