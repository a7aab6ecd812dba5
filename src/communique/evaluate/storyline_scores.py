"""How near answers of a ledger come to storylines. The rules are those of the project's ``score_storylines.py``.

Answers are what the commands print as JSON, by the name of the file that they would be kept in:
``NAME.commitments``, ``NAME.ladder``, ``NAME.wording.HOLDER.ISSUE``, ``NAME.compare.A.B``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import PurePath
from typing import Any, NamedTuple

from communique.evaluate.coded import Span
from communique.evaluate.matching import NEAR, close, overlap
from communique.evaluate.safe import shortened
from communique.evaluate.storyline_gold import Story, Texts
from communique.evaluate.tallies import Share, Tally

Answers = Callable[[str], Any]
"""The answer of a name, None where there is none."""
Spans = Sequence[Span]


@dataclass
class StoryScores:
    """The figures, and a line for each error."""

    links: Tally = field(default_factory=Tally)
    ladder: Tally = field(default_factory=Tally)
    wording: Tally = field(default_factory=Tally)
    alone: Tally = field(default_factory=Tally)
    both: Tally = field(default_factory=Tally)
    state: Share = field(default_factory=Share)
    change: Share = field(default_factory=Share)
    differs: Share = field(default_factory=Share)
    errors: list[str] = field(default_factory=list)


class _Step(NamedTuple):
    """A step expected: which of which thread, in which report, where, in which state."""

    key: tuple[int, int]
    report: str
    spans: Spans
    state: str


class _Told(NamedTuple):
    """A step answered."""

    report: str
    spans: Spans
    state: str


def wording_name(story: Story, holder: str, issue: str) -> str:
    """The name of the answer on a wording."""
    return f"{story.name}.wording.{holder}.{issue.replace(':', '_')}"


def score_stories(stories: Iterable[Story], texts: Texts, answers: Answers) -> StoryScores:
    """Score the ``answers`` on all ``stories``."""
    scores = StoryScores()
    for story in stories:
        _threads(story, texts, answers(f"{story.name}.commitments") or [], scores)
        _ladder(story, answers(f"{story.name}.ladder") or [], scores)
        for wanted in story.wording:
            mine = answers(wording_name(story, wanted["holder"], wanted["issue"])) or []
            _wording(story, texts, wanted, mine, scores)
        for wanted in story.compare:
            _comparison(story, texts, wanted, answers(f"{story.name}.compare.{wanted['a']}.{wanted['b']}"), scores)
    return scores


def _threads(story: Story, texts: Texts, answer: Sequence[Mapping[str, Any]], scores: StoryScores) -> None:
    """Pairs of steps in different reports that belong together; and the state of each step found."""
    steps = [
        _Step((t, k), step["report"], texts.at(step["report"], step["quote"]), step["state"])
        for t, thread in enumerate(story.threads)
        for k, step in enumerate(thread["steps"])
        if step.get("quote")
    ]
    pairs = {
        tuple(sorted((x.key, y.key)))
        for x, y in combinations(steps, 2)
        if x.key[0] == y.key[0] and x.report != y.report
    }
    scores.links.gold += len(pairs)
    met: set[tuple[tuple[int, int], ...]] = set()
    for one in answer:
        history = _history(story, one)
        for x, y in combinations(history, 2):
            if x.report == y.report:
                continue
            hits = [
                tuple(sorted((s.key, u.key)))
                for s in _meant(steps, x)
                for u in _meant(steps, y)
                if s.key[0] == u.key[0]
            ]
            link = min(hits) if hits else None
            if link is None or link not in pairs:
                scores.links.found += 1
                scores.errors.append(
                    f"WRONG LINK {story.name}: {shortened(str(one.get('what')))} {x.report} ~ {y.report}"
                )
            elif link not in met:
                met.add(link)
                scores.links.right += 1
                scores.links.found += 1
        for told in history:
            for step in _meant(steps, told)[:1]:
                scores.state.add(step.state == told.state)
                if step.state != told.state:
                    _tell_state(story, step, told, scores)
    for first, second in sorted(pairs - met):
        name = story.threads[first[0]]["name"]
        scores.errors.append(f"MISSED LINK {story.name}: {name} steps {first[1] + 1} and {second[1] + 1}")


def _tell_state(story: Story, step: _Step, told: _Told, scores: StoryScores) -> None:
    name = story.threads[step.key[0]]["name"]
    scores.errors.append(
        f"WRONG STATE {story.name}: {name} step {step.key[1] + 1} in {step.report}: {told.state}, not {step.state}"
    )


def _history(story: Story, one: Mapping[str, Any]) -> list[_Told]:
    """The steps of a commitment that count: certain, with evidence, in the story's reports."""
    found = [
        _Told(_stem(step["path"]), _spans(step.get("evidence")), step["state"])
        for step in one["history"]
        if step.get("sure", True) and step.get("evidence")
    ]
    return [told for told in found if told.report in story.reports]


def _meant(steps: Iterable[_Step], told: _Told) -> list[_Step]:
    return [step for step in steps if step.report == told.report and overlap(step.spans, told.spans) >= NEAR]


def _ladder(story: Story, answer: Sequence[Mapping[str, Any]], scores: StoryScores) -> None:
    left = [one for one in answer if _stem(one["path"]) in story.reports]
    scores.ladder.gold += len(story.ladder)
    scores.ladder.found += len(left)
    for wanted in story.ladder:
        hit = next((one for one in left if _same_rung(wanted, one)), None)
        if hit is not None:
            scores.ladder.right += 1
            left.remove(hit)
        else:
            scores.errors.append(f"MISSED RUNG {story.name}: {_brief(wanted, 'report', 'label', 'event')}")
    scores.errors += [f"EXTRA RUNG {story.name}: {_brief(one, 'path', 'label', 'event')}" for one in left]


def _same_rung(wanted: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    return (
        _stem(one["path"]) == wanted["report"]
        and close(one["label"], wanted["label"])
        and one["event"] == wanted["event"]
    )


def _wording(
    story: Story, texts: Texts, wanted: Mapping[str, Any], answer: Sequence[Mapping[str, Any]], scores: StoryScores
) -> None:
    mine = [one for one in answer if _stem(one["path"]) in story.reports]
    scores.wording.gold += len(wanted["steps"])
    scores.wording.found += len(mine)
    whose = f"{story.name}: {wanted['holder']} {wanted['issue']}"
    for step in wanted["steps"]:
        spans = texts.at(step["report"], step["quote"]) if step.get("quote") else None
        hit = next(
            (
                one for one in mine
                if _stem(one["path"]) == step["report"]
                and (spans is None or overlap(spans, _spans(one.get("evidence"))) >= NEAR)
            ),
            None,
        )  # fmt: skip
        if hit is None:
            scores.errors.append(f"MISSED WORDING {whose} {_brief(step, 'report', 'change', 'quote')}")
            continue
        scores.wording.right += 1
        scores.change.add(hit.get("change") == step["change"])
        if hit.get("change") != step["change"]:
            scores.errors.append(f"WRONG CHANGE {whose} {step['report']}: {hit.get('change')}, not {step['change']}")


def _comparison(story: Story, texts: Texts, wanted: Mapping[str, Any], answer: Any, scores: StoryScores) -> None:
    answer = answer or {"only_a": [], "only_b": [], "both": []}
    for side in ("a", "b"):
        found = [_spans(one.get("evidence")) for one in answer[f"only_{side}"]]
        scores.alone.gold += len(wanted[f"only_{side}"])
        scores.alone.found += len(found)
        for quote in wanted[f"only_{side}"]:
            spans = texts.at(wanted[side], quote)
            hit = next((k for k, one in enumerate(found) if overlap(spans, one) >= NEAR), None)
            if hit is not None:
                scores.alone.right += 1
                found.pop(hit)
            else:
                scores.errors.append(f"MISSED ALONE {story.name}: {wanted[side]}: {shortened(quote)}")
    _pairs(story, texts, wanted, answer["both"], scores)


def _pairs(
    story: Story, texts: Texts, wanted: Mapping[str, Any], answer: Sequence[Mapping[str, Any]], scores: StoryScores
) -> None:
    found = [
        (_spans(one["a"].get("evidence")), _spans(one["b"].get("evidence")), one.get("differs", [])) for one in answer
    ]
    scores.both.gold += len(wanted["both"])
    scores.both.found += len(found)
    for pair in wanted["both"]:
        a, b = texts.at(wanted["a"], pair["a"]), texts.at(wanted["b"], pair["b"])
        hit = next(
            (k for k, one in enumerate(found) if overlap(a, one[0]) >= NEAR and overlap(b, one[1]) >= NEAR), None
        )
        if hit is None:
            scores.errors.append(f"MISSED PAIR {story.name}: {_brief(pair, 'a', 'b')}")
            continue
        differs = found.pop(hit)[2]
        scores.both.right += 1
        scores.differs.add(set(differs) == set(pair.get("differs", [])))
        if set(differs) != set(pair.get("differs", [])):
            told = ", ".join(sorted(differs)) or "nothing"
            expected = ", ".join(sorted(pair.get("differs", []))) or "nothing"
            scores.errors.append(f"WRONG DIFFERS {story.name}: {told}, not {expected}: {_brief(pair, 'a', 'b')}")


def _spans(evidence: Any) -> Spans:
    return [(one["start"], one["end"]) for one in evidence or []]


def _stem(path: str) -> str:
    return PurePath(path).stem


def _brief(one: Mapping[str, Any], *names: str) -> str:
    return " | ".join(shortened(str(one.get(name)), 80) for name in names)
