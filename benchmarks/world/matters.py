"""What undertakings are about: kinds of things to be done, each with the words of its stages, told in several ways."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.world import words
from benchmarks.world.sides import Side


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of undertaking. ``thing`` is its name with places to fill; the rest are ways of saying with ``{it}``."""

    thing: str
    topics: tuple[str, ...]
    named: str | None
    do: tuple[str, ...]
    less: str
    under_way: tuple[str, ...]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to be done: its kind, its name in full, and the city and product in it."""

    kind: int
    it: str
    city: str = ""
    product: str = ""

    @property
    def words(self) -> Kind:
        """The ways of telling it."""
        return KINDS[self.kind]

    def told(self, form: str) -> str:
        """A way of telling, with the thing in it."""
        return form.format(it=self.it, city=self.city, product=self.product)


KINDS = (
    Kind("the {city}-{other} {line}", ("connectivity",), "project",
         ("build {it}", "begin the construction of {it}", "start laying {it} without delay", "complete {it}"),
         "finish the section of {it} up to the border", ("work on {it} is going on", "a third of {it} has been laid"),
         ("{it} was opened to traffic", "{it} was put into operation")),
    Kind("the feasibility study for the {city}-{other} {line}", ("connectivity",), None,
         ("complete {it}", "finish {it}", "carry out {it} together"), "update {it}",
         ("experts are working on {it}",), ("{it} was completed", "{it} was handed over to the two governments")),
    Kind("the {city} {work}", ("investment", "industry"), "project",
         ("build {it}", "finance {it}", "put up the money for {it}", "modernize {it}"), "finance the first stage of {it}",
         ("{it} is under construction", "the foundations of {it} have been laid"),
         ("{it} was inaugurated", "{it} was commissioned")),
    Kind("the {paper} {field}", ("governance",), "instrument",
         ("sign {it}", "conclude {it}", "finalize the text of {it}", "open negotiations on {it}"),
         "continue consultations on {it}", ("the text of {it} is nearly ready", "three rounds of talks on {it} have been held"),
         ("{it} was signed", "{it} entered into force")),
    Kind("the import of {product} from {city}", ("trade", "agriculture"), None,
         ("allow {it}", "approve {it}", "lift the ban on {it}", "open its market to {it}"), "allow {it} in small quantities",
         ("quarantine experts are examining {it}",), ("the first shipment of {product} from {city} was cleared by customs",)),
    Kind("more {product} from the growers of {city}", ("trade",), None,
         ("buy {it}", "import {it}", "purchase {it} every year"), "buy some {it}", ("contracts for {it} are being prepared",),
         ("a contract for {product} from {city} was fulfilled",)),
    Kind("the quota on {product} at the {city} crossing", ("border", "trade"), None,
         ("abolish {it}", "remove {it}", "raise {it}", "lift {it}"), "raise {it} for the winter months",
         ("an end to {it} is being discussed",), ("{it} was lifted", "{it} was abolished")),
    Kind("direct flights between {city} and {other}", ("connectivity", "tourism"), None,
         ("open {it}", "resume {it}", "permit {it}"), "permit {it} twice a week", ("airlines are preparing {it}",),
         ("{it} began", "{it} were resumed")),
    Kind("{number} scholarships for students from {city}", ("education",), None,
         ("grant {it}", "provide {it}", "offer {it} every year"), "grant some of {it}", ("candidates for {it} are being chosen",),
         ("{it} were awarded",)),
    Kind("a consulate general in {city}", ("consular-migration",), None,
         ("open {it}", "establish {it}", "agree to the opening of {it}"), "look for premises for {it}",
         ("a building for {it} has been found",), ("{it} was opened",)),
    Kind("{amount} million dollars for the {city} {work}", ("development", "finance"), None,
         ("provide {it}", "lend {it}", "allocate {it}", "disburse {it}"), "provide part of {it}",
         ("the first part of {it} has been paid",), ("{it} were disbursed",)),
    Kind("the reconstruction of the {work} of {city}", ("development",), None,
         ("support {it}", "take part in {it}", "fund {it}"), "send experts for {it}", ("{it} is under way",),
         ("{it} was completed",)),
    Kind("visa-free travel for holders of {field} passes", ("consular-migration", "people-to-people"), None,
         ("introduce {it}", "grant {it}", "extend {it}"), "test {it} for six months", ("rules for {it} are being drafted",),
         ("{it} came into effect",)),
    Kind("a joint laboratory on {field} in {city}", ("science-technology",), None,
         ("set up {it}", "establish {it}", "equip {it}"), "prepare {it}", ("equipment for {it} is being delivered",),
         ("{it} was opened", "{it} began its work")),
    Kind("the return of the antiquities of {city}", ("culture",), None,
         ("secure {it}", "ensure {it}", "complete {it}"), "examine {it}", ("lists for {it} have been exchanged",),
         ("the antiquities of {city} were handed over",)),
    Kind("the fishermen detained off {city}", ("maritime", "law-enforcement"), None,
         ("release {it}", "free {it}", "allow visits to {it}"), "review the case of {it}", ("the case of {it} is before the court",),
         ("{it} were released",)),
    Kind("{number} {product} machines for {city}", ("humanitarian-aid", "health"), None,
         ("deliver {it}", "donate {it}", "supply {it}"), "deliver some of {it}", ("{it} have been shipped",),
         ("{it} were delivered",)),
    Kind("joint exercises near {city}", ("defence-security",), None,
         ("hold {it}", "conduct {it} every year", "observe {it}"), "send observers to {it}", ("planning for {it} is going on",),
         ("{it} were held",)),
    Kind("the demarcation of the border near {city}", ("border",), None,
         ("complete {it}", "begin {it}", "speed up {it}"), "map the ground for {it}", ("field teams are at work on {it}",),
         ("{it} was completed",)),
    Kind("the {city} cultural centre", ("culture",), "project",
         ("open {it}", "build {it}", "restore {it}"), "restore a wing of {it}", ("{it} is being restored",), ("{it} was opened",)),
    Kind("a training programme on {field} for officials from {city}", ("governance", "education"), None,
         ("offer {it}", "run {it}", "pay for {it}"), "run a short course of {it}", ("{it} is in its first year",),
         ("{it} was concluded",)),
    Kind("the debt owed for the {city} {work}", ("finance",), None,
         ("reschedule {it}", "forgive {it}", "repay {it}"), "reschedule a part of {it}", ("creditors are discussing {it}",),
         ("{it} was rescheduled", "{it} was repaid")),
    Kind("the survey of the river between {city} and {other}", ("environment",), None,
         ("begin {it}", "carry out {it}", "publish {it}"), "share data from {it}", ("hydrologists are working on {it}",),
         ("{it} was published",)),
    Kind("a hotline between the {field} authorities", ("digital", "defence-security"), None,
         ("set up {it}", "establish {it}", "test {it}"), "name contact points for {it}", ("{it} is being tested",),
         ("{it} was opened",)),
)  # fmt: skip


def matter(chance: Random, a: Side, b: Side) -> Matter:
    """A new thing to be done between two sides."""
    kind = chance.randrange(len(KINDS))
    places = _places(chance, a, b)
    return Matter(kind, KINDS[kind].thing.format_map(places), str(places["city"]), str(places["product"]))


def filled(phrase: str, chance: Random, a: Side, b: Side) -> str:
    """A phrase with its places filled."""
    return phrase.format_map(_places(chance, a, b)) if "{" in phrase else phrase


def _places(chance: Random, a: Side, b: Side) -> dict[str, str | int]:
    pick = chance.choice
    return {
        "city": pick(a.cities), "other": pick(b.cities), "place": pick(a.cities), "product": pick(words.PRODUCTS),
        "field": pick(words.FIELDS), "work": pick(words.WORKS), "line": pick(words.LINES), "paper": pick(words.PAPERS),
        "number": chance.randrange(20, 900), "amount": chance.randrange(5, 900), "percent": chance.randrange(2, 60),
        "months": chance.randrange(3, 30), "times": pick(("twofold", "threefold", "fourfold")),
    }  # fmt: skip
