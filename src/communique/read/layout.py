"""From text to blocks: which lines are title, dateline, caption, list, question, boilerplate, and which are body.

Only the body is read for records (codebook, common rules: titles, captions, bylines and boilerplate yield none).
Everything here is about the look of a line, never about its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from communique.read.scene import Block

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH})(?:,?\s+\d{{4}})?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_SEED_TITLE = re.compile(r"^\s*date (\d{4}-\d{2}-\d{2}) (.+)$")
_BULLET = re.compile(
    r"^\s*(?:[-–—‒―•*·▪▫○●◦⦁‣⁃►➢➤→■□◆◇✓✔§+\uf0a7\uf0b7\uf0d8]\s+|o\s+(?=[a-z])|\(?(?:[a-z]|[ivx]{1,4})\)\s+|(?:[a-z]|[ivx]{1,4})\.\s+(?=\S))"
)
_LETTER = re.compile(r"^\s*[A-K]\.\s+")
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,3}[.)]\s+|[IVX]{1,5}\.\s+)")
_DATE_LINE = re.compile(
    r"^(?:(?i:(?:(?:first|last)\s+)?(?:published|updated|posted|issued|released?|created|date|release date|publication date|date of (?:issue|publication)))"
    r"(?:\s+(?:on|at))?\s*:?\s+)?"
    r"(?:(?:[^\W\d_a-z][\w.'’/-]*(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|of|the|de|la|al|el|bin|and|on)){0,5}),?\s+)?(?:[Oo]n\s+)?"
    rf"(?i:(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{DAY}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:,?\s*(?:at\s+|[-–|]\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?[a-z]{2,4}(?:[+-]\d+)?\)?)?)?)\.?$"
)
_DATELINE = re.compile(
    r"^(?P<line>[^\n]{2,110}?)\s*(?:--|–|—|(?<=\))\s*[-:]|\s-|(?<=\d):|(?<=SPA)\s)\s+(?=[\"“‘A-Z0-9])"
)
_AGENCY = re.compile(
    rf"^\([A-Z][^()]{{1,40}}\)\s*(?:--|[-–—])\s+|^(?:[A-Z]{{3,}}[A-Z ,/-]*\s)?\([A-Z]{{2,9}}\)\s+(?=[A-Z])|^\([A-Z][^()\d]{{1,30}}{DAY}\)\s+(?=[A-Z])"
)
_SLASHED = re.compile(
    r"^(?P<line>[A-Z][^\n/]{3,60}?)\s*/(?P<agency>[A-Z][\w .-]{1,20})/[.:]?(?:\s*[-–—]+)?\s+(?=[\"“‘A-Z])"
)
_PLACE_COLON = re.compile(r"^(?P<line>[^\W\d_][\w.'’/ -]{1,40}?)\s?:\s*(?=[\"“‘A-Z])")
_PLAIN_DATELINE = re.compile(
    rf"^(?!(?:On|In|At|By|From|During|Since|The|Last|This|Next)\b)(?P<line>(?:[A-Z][\w.'’-]+,?\s+){{1,4}}\(?{DAY}\)?(?:\s*\([^)]{{2,30}}\))?[.:,]?)\s+(?=[A-Z])"
)
_DATELINE_WORD = re.compile(
    rf"^(?:{MONTH}|{WEEKDAY}|\d{{1,4}}(?:st|nd|rd|th)?|[A-Z][\w.'’/&-]*|of|and|the|de|la|al|el|bin|[-/]|\([^)]*\)?|[^)(]*\)|\[[^\]]*\]|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})[,.:]?$"
)
_CHRONICLE = re.compile(rf"^(?:[Oo]n\s+)?(?:(?P<day>{DAY})\s*(?:[.:–—]|\s-)|\((?P<also>{DAY})\))\s+(?=[A-Z\"“])")
_TURN = re.compile(
    r"^(?P<who>(?:[A-Z][\w.'’-]*|of|the|de|and|&)(?:[ -](?:[A-Z][\w.'’-]*|of|the|de|and|&)){0,6}|Q|A)\s?(?:\([^)]{1,40}\))?:(?:\s+|(?=[A-Z\"“]))|^(?P<letter>Q|A)\.\s+(?=[A-Z\"“])"
)
_CAPTION = re.compile(
    r"\((?:[^()]*/[^()]*|(?:photo|picture|image|file)[^()]*)\)\s*\.?$|^(?:photo|picture|image|caption)\b.*?:|^file (?:photo|picture)\b"
    r"|\((?:far |second |third |2nd |3rd |front |first row, )?(?:left|right|centre|center|(?-i:L|R|C))(?: from (?:left|right)|, [^()]{1,30})?\)",
    re.I,
)
_END_MARK = re.compile(
    r"(?<=[.!?\"”’)])\s*(?:/\.?|\((?i:end|ends|more)\)|\([A-Z]{2,8}\)|\[[A-Z][\w/ -]{1,12}\]|/[A-Z]\w{1,10}/|(?:--|//|[-–—])\s?[A-Z][A-Z/]{1,12}(?:\s?(?:--|//))?|ENDS?)\s*\.?$"
)
"""What agencies set behind the last full stop."""
_BOILERPLATE = re.compile(
    r"^(?:#+|\*+|-+|_+|end|ends|-?\s?30\s?-|source(?:\s*:.*)?|comments? \(\d+\)|share.*|tags?\s*:.*|read more.*|related.*"
    r"|media (?:enquiries|inquiries|contacts?).*|for (?:more|further) information.*|contact.*|editor\s*:.*|\(?unofficial translation.*"
    r"|\(?courtesy translation.*|https?://\S+|www\.\S+|.*\S+@\S+\.\S+.*|.*\+?\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}.*|copyright.*|©.*|press release|media release"
    r"|for immediate release|news release|office of the spokesperson|home|print|back|[*_-](?:\s[*_-]){2,}|[-–—([/ ]*ends?[-–—)\]/ ]*|all rights reserved|disclaimer\b.*|note: this is an? .*|published by .*"
    r"|\(?check against delivery\)?|from:|to:|published:?|updated:?|topics?:?|categor(?:y|ies):?)[.!]?$",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^(?:notes? (?:to|for) editors?|background(?: information| note)?|further information|editor['’]s notes?)\s*:?$",
    re.I,
)
_ATTRIBUTABLE = re.compile(
    r"^(?:(?:quotes?|comments?|remarks?|statements?) attributable to|(?:quotes?|comments?|remarks?) (?:by|from|of)"
    r"|(?:(?:opening|press|closing|introductory) )?(?:statement|speech|address|remarks) by(?= [A-Z])(?!.* (?:on|at|regarding|concerning) )) (?P<who>.+?)(?: \([^)]*\))?:?$",
    re.I,
)
_BYLINE = re.compile(r"^by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:,.*)?$")
_MARKDOWN = re.compile(r"(?:#{1,6}|>+)[ \t]+")
_ASKERS = frozenset(
    {"Q", "QUESTION", "Question", "REPORTER", "Reporter", "JOURNALIST", "Journalist", "Moderator", "MODERATOR"}
)
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__|\*|_)(?P<inner>[^\s*_](?:.*[^\s*_])?)(?P=mark)")
_TERMINAL = re.compile(r"[.!?:;,][\"”’')\]]*$")


@dataclass(slots=True)
class Layout:
    """The blocks with what the lines themselves tell: the title with the day in it, the ``dateline`` as written."""

    blocks: list[Block]
    title: str | None = None
    title_date: str | None = None
    dateline: str | None = None


def lay_out(text: str, title: str | None = None, is_place: Callable[[str], bool] | None = None) -> Layout:
    """Cut ``text`` into blocks, in order. ``title`` is the title known from elsewhere (a sidecar), if any.

    ``is_place`` tells "LUSAKA:", a dateline, from "SPOKESPERSON:", a turn; without it there are only turns.
    """
    layout = Layout([], title)
    state = _State(title, is_place or (lambda name: False))
    for number, (start, end) in enumerate(_paragraphs(text)):
        block = _classify(text, start, end, number, layout, state)
        if block is not None:
            layout.blocks.append(block)
    dated = [b for b in layout.blocks if b.kind in ("body", "intro", "item")]
    if layout.dateline is None and dated and dated[0].date and not any(b.date for b in dated[1:]):
        layout.dateline = dated[0].date
    _settle_turns(text, layout.blocks)
    _settle_repeats(text, layout.blocks)
    return layout


@dataclass(slots=True)
class _State:
    title: str | None
    is_place: Callable[[str], bool]
    intros: dict[str, Block] = field(default_factory=dict)
    intro: Block | None = None
    notes: bool = False
    attributable: str | None = None
    seen_body: bool = False
    asked: bool = False


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs: lines, or runs of lines where the text is wrapped by hand."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n\u2028\u2029]+", text) if not m.group().isspace()]
    if _hand_wrapped(text, lines):
        lines = _joined(text, lines)
    out = []
    for start, end in lines:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if mark := _MARKDOWN.match(text, start, end):
            start = mark.end()
        if emphasis := _EMPHASIS.fullmatch(text, start, end):
            start, end = emphasis.span("inner")
        if start < end:
            out.append((start, end))
    return out


def _hand_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines end in the middle of a sentence, at about the same width."""
    if len(lines) < 6:
        return False
    long = [(s, e) for s, e in lines if 50 <= e - s <= 110]
    open_ended = sum(1 for s, e in long if not _TERMINAL.search(text[max(s, e - 3) : e].rstrip()))
    return len(long) > 0.5 * len(lines) and open_ended > 0.5 * len(long)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[list[int]] = []
    for start, end in lines:
        gap = text[out[-1][1] : start] if out else ""
        fresh = not out or gap.count("\n") > 1 or _BULLET.match(text[start:end]) or _NUMBER.match(text[start:end])
        short = out and out[-1][1] - out[-1][0] < 45 and "\n" not in text[out[-1][0] : out[-1][1]]
        if fresh or short:
            out.append([start, end])
        else:
            out[-1][1] = end
    return [(s, e) for s, e in out]


def _classify(text: str, start: int, end: int, number: int, layout: Layout, state: _State) -> Block | None:
    line = text[start:end]
    seed = _SEED_TITLE.match(line) if number == 0 else None
    if seed:
        layout.title = layout.title or seed.group(2)
        layout.title_date = seed.group(1)
        return Block(start, end, "title", number)
    if mark := _END_MARK.search(text, start, end):
        end = max(start + 1, mark.start())
        line = text[start:end]
    # a heading, caption or address is short; on a million letters its expressions would run for hours
    special = _special_kind(line, state, layout, first=not layout.blocks) if len(line) < 5_000 else None
    if special:
        block = Block(start, end, special, number, label="notes" if state.notes else None)
        if special in ("heading", "title"):
            state.intro = None
            state.intros.clear()
        return block
    return _body_block(text, start, end, number, layout, state)


def _special_kind(line: str, state: _State, layout: Layout, *, first: bool) -> str | None:
    """The kind of a line that is no body, or ``None``."""
    if state.title and _same(line, state.title):
        return "title"
    if _BOILERPLATE.match(line):
        if not any(map(str.isalnum, line)):
            state.attributable = None  # what follows a row of stars is told by the reporter again
        return "boilerplate"
    if _NOTES.match(line):
        state.notes = True
        return "heading"
    attributable = _ATTRIBUTABLE.match(line)
    if attributable and len(line) < 120 and not first:
        state.attributable = attributable.group("who")
        return "heading"
    if _CAPTION.search(line):
        return "caption"
    if len(line) < 60 and _DATE_LINE.match(line):
        layout.dateline = layout.dateline or line
        return "dateline"
    if _BYLINE.match(line) and not state.seen_body:
        return "byline"
    return _heading_kind(line, state, layout, first=first)


def _heading_kind(line: str, state: _State, layout: Layout, *, first: bool) -> str | None:
    """``title``, ``heading`` or ``None``: a line that ends no sentence is a heading, the first one the title."""
    if line.isupper() and line.endswith(":") and len(line) < 110 and " " in line:
        return "heading"
    asks = first and line.endswith("?") and len(line) < 150
    if _BULLET.match(line) or (_TERMINAL.search(line) and not asks):
        return None
    if first and not state.title and len(line) < 250 and _dateline(line) is None:
        state.title = layout.title = line
        return "title"
    if len(line) < 110 and not (state.intro and _NUMBER.match(line)):
        return "heading"
    return None


def _body_block(text: str, start: int, end: int, number: int, layout: Layout, state: _State) -> Block:
    """A block of the body, its leading label (number, bullet, dateline, speaker, day) left out."""
    mark = _list_mark(text[start:end], state)
    start, day, turn = _lead(text, start + mark.length, end, layout, state)
    opens = text[start:end].rstrip().endswith(":")
    listed = _in_list(mark, state, opens=opens)
    block = Block(
        start,
        end,
        "intro" if opens else "item" if listed else "body",
        number,
        turn=turn or state.attributable,
        label="notes" if state.notes else mark.label,
        date=day,
    )
    if listed:
        known = state.intros.get(mark.style)
        block.intro = state.intros.setdefault(mark.style, state.intro) if state.intro is not None else known
    if opens:
        state.intro = block
    elif not listed:
        state.intro = None
        state.intros.clear()
    state.seen_body = True
    return block


@dataclass(slots=True)
class _Mark:
    """The bullet or number that opens a block. ``bulleted``: it makes an item of it, not only a numbered paragraph."""

    label: str | None = None
    style: str = ""
    bulleted: bool = False
    length: int = 0


def _list_mark(words: str, state: _State) -> _Mark:
    """The list mark that opens ``words``; a capital letter is one only inside a list."""
    bullet = _BULLET.match(words)
    lettered = _LETTER if state.intro is not None or state.intros else _NUMBER
    match = bullet or _NUMBER.match(words) or lettered.match(words)
    if match is None:
        return _Mark()
    label = match.group().strip()
    style = _style(label)
    bulleted = bool(bullet) or state.intro is not None or style in state.intros
    return _Mark(label, style, bulleted, match.end())


def _in_list(mark: _Mark, state: _State, *, opens: bool) -> bool:
    """Whether the block is of the list that its opening began, not the next paragraph of those numbered like it."""
    if not mark.bulleted:
        return False
    opening = state.intro
    if mark.style in state.intros or opening is None or not opening.label or _style(opening.label) != mark.style:
        return True
    return not opens and bool(_BULLET.match(mark.label or ""))


def _lead(text: str, start: int, end: int, layout: Layout, state: _State) -> tuple[int, str | None, str | None]:
    """Where the words begin behind a day, dateline or speaker's label, with the day and the speaker."""
    words = text[start:end]
    if match := _CHRONICLE.match(words):
        return start + match.end(), match.group("day") or match.group("also"), None
    if length := 0 if state.seen_body else _take_dateline(words, layout, state):
        return start + length, None, None
    match = _TURN.match(words)
    if match and (match.group("letter") != "A" or state.asked):
        turn = match.group("who") or match.group("letter")
        state.asked = state.asked or turn == "Q"
        return start + match.end(), None, turn
    return start, None, None


def _take_dateline(words: str, layout: Layout, state: _State) -> int:
    """Note the dateline that opens ``words``; how long it is, 0 where there is none."""
    if line := _dateline(words):
        dateline, length = line
        layout.dateline = layout.dateline or dateline
        if again := _dateline(words[length:]):
            layout.dateline += " " + again[0]
            length += again[1]
        return length
    place = _PLACE_COLON.match(words)
    if place and all(map(state.is_place, place.group("line").split("/"))):
        layout.dateline = layout.dateline or place.group("line")
        return place.end()
    return 0


def _style(label: str) -> str:
    """Bullets, letters or numbers: items of one list have one style."""
    core = label.strip("()., ")
    if core.isdigit():
        return "number"
    if label.startswith("(") and re.fullmatch(r"[ivx]+", core):
        return "roman"
    if core.isalpha():
        return "letter" if core.islower() else "Roman"
    return "bullet"


def _dateline(line: str) -> tuple[str, int] | None:
    """The dateline that opens ``line``, with the offset where the words begin."""
    slashed = _SLASHED.match(line)
    if slashed and all(_DATELINE_WORD.match(word) for word in slashed.group("line").split()):
        return f"{slashed.group('line')} ({slashed.group('agency')})", slashed.end()
    agency = _AGENCY.match(line)
    if agency:
        return agency.group().rstrip(" -–—"), agency.end()
    for pattern in (_DATELINE, _PLAIN_DATELINE):
        match = pattern.match(line)
        if match and all(_DATELINE_WORD.match(word) for word in match.group("line").split()):
            return match.group("line"), match.end()
    return None


def _same(line: str, title: str) -> bool:
    flat = re.sub(r"\W+", " ", line).strip().lower()
    return flat == re.sub(r"\W+", " ", title).strip().lower()


def _settle_turns(text: str, blocks: list[Block]) -> None:
    """In a transcript, tell the journalists' turns from the official's; elsewhere a label is no turn."""
    labelled = [
        b
        for b in blocks
        if b.turn and b.kind in ("body", "intro") and text[b.start - 2 : b.start].rstrip()[-1:] in (":", ".")
    ]
    names = [b.turn for b in labelled]
    if not any(names.count(n) > 1 or n in _ASKERS for n in names):
        for block in labelled:
            if block.turn and len(labelled) < 2:
                block.turn = None
        return
    current: Block | None = None
    for block in blocks:
        if block in labelled:
            current = block
        elif current is not None and block.turn is None and block.kind in ("body", "intro", "item"):
            block.turn = current.turn
            if current.kind == "question":
                block.kind = "question"
        if block.turn and (block.turn in _ASKERS or _asks(text, blocks, block)):
            block.kind = "question"


def _asks(text: str, blocks: list[Block], block: Block) -> bool:
    own = [b for b in blocks if b.turn == block.turn and b.kind in ("body", "intro", "question")]
    return bool(own) and all("?" in text[b.start : b.end] for b in own)


def _settle_repeats(text: str, blocks: list[Block]) -> None:
    """A line that stands twice is a caption or a banner: neither occurrence after the first is body."""
    seen: dict[str, Block] = {}
    for block in blocks:
        flat = re.sub(r"\W+", " ", text[block.start : block.end]).strip().lower()
        known = seen.get(flat) or next(
            (b for f, b in seen.items() if b.kind == "caption" and len(flat) > 40 and f.startswith(flat)), None
        )
        if known is not None and block.kind in ("body", "intro", "item", "heading"):
            block.kind = "caption" if known.kind in ("caption", "title") else "boilerplate"
        seen.setdefault(flat, block)
