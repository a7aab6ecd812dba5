"""From a block to units: sentences, with attributions at their end cut off to be read by themselves.

"Chad will plant more trees, Falk said, hoping that ..." becomes "Chad will plant more trees" and "Falk said, hoping
that ...", linked. A parser trained on news gets the content clause right far more often once the attribution is gone
(LESSONS.md: 0.07 of statement F1). An attribution in the middle ("The trees, she added, will ...") is blanked out of
the parsed words and kept as a unit of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.read.scene import Block, Unit

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr st h.e he hon gen lt col capt maj brig adm sen rep gov no nos jan feb mar apr jun jul aug sep sept oct"
    " nov dec mt ft vs etc i.e e.g cf approx dept smt smti eng rev jr inc ltd co corp art arts para paras vol fig pp ph.d"
    " amb sec messrs mme mlle msgr rt excl u.s u.n u.k u.a.e a.m p.m d.c min"
    " shri incl tun mv pty plc bros drs ir ing arch atty insp cmdr sgt cpl rtd ret ca".split()
)
_CLOSING = frozenset("u.s u.n u.k u.a.e a.m p.m d.c etc co ltd inc corp jr rtd ret".split())
"""Abbreviations that may end a sentence: the word that follows decides."""
_OPENER = re.compile(r"[\"“]?(?:The|They|She|It|This|These|Both|In|On|We|During|After|Also|Earlier|However|There)\s")
_OPENING_HE = re.compile(r"[\"“]?(?:He|His|Her|Their|A|An|At|For|As)\s")
_THAT = re.compile(r"^(?:and |but )?that\s+")
_STOP = re.compile(r"([.!?…]+)([\"”’'»)\]]*)(\s+)(?=[\"“‘'«(\[]*[A-ZÀ-ÞĀ-Ž0-9])")
_LAST_WORD = re.compile(r"([^\s\"“‘(\[]+)$")
_INITIAL = re.compile(r"^(?:[A-ZÀ-ÞĀ-Ž]|[A-Z]\.[A-Z]|Kh|Sh|Zh|Ch|Yu|Ya|Ye|Dzh|Ts)$")

SAY = (
    "said|says|added|adds|noted|notes|stressed|stresses|emphasi[sz]ed|underlined|underscored|stated|states|affirmed|reaffirmed"
    "|declared|explained|continued|concluded|remarked|observed|recalled|announced|pointed out|went on|told [^,.;]{3,60}"
    "|highlighted|reiterated|assured|warned|insisted|maintained|commented|replied|responded|acknowledged|argued|revealed"
    "|disclosed|confirmed|wrote|claimed|expressed|opined|elaborated|clarified|urged|mentioned|indicated|stipulated"
    "|submitted|wondered|asked|made (?:it )?(?:plain|clear|known)|threw in|put in|resumed|conceded|admitted|allowed|hinted|ventured|countered|reasoned"
    "|pledged|promised|cautioned|vowed|suggested|proposed|reminded|believes|believed|informed|reads|read|tweeted|posted|(?:was|were|is) quoted as saying"
)
_WORDS = r"[^,.;:!?\"“”]"
_DOT = r"(?:(?<=\b[A-Z])|(?<=\b[MD][rs])|(?<=\bMrs)|(?<=\bHon)|(?<=\bGen)|(?<=\bProf))\."
"""The full stop of a title or an initial: "Dr.", "H.E."."""
_SUBJECT = rf"(?:(?:the |The |his |her |its |an? )?[^\W\d_]{_WORDS}{{0,90}}?(?:{_DOT}{_WORDS}{{0,60}}?){{0,3}}?)"
_TAIL = re.compile(
    rf"(?P<comma>,[\"”’'»]*|[!?][\"”’'»]+|\.[\"”»]+)\s+(?P<attr>(?:(?P<by>{_SUBJECT})\s+(?:also |further |then |has |had )?(?P<verb>{SAY})"
    rf"|(?P<verb2>said|says|asked|wondered|added|noted|stressed|explained|stated|continued|wrote|declared|underlined|underscored|emphasi[sz]ed|remarked|announced"
    rf"|affirmed|concluded|pointed out|recalled|reads|told [^,.;]{{3,60}})\s+(?P<by2>{_SUBJECT}))"
    rf"(?P<more>(?:\s+(?:on|in|at|during|while|when|after|before|to|here|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    rf"earlier|this|last|late|later|also|further|following|of|through|via|as)\b[^,.;:]{{0,160}})?))(?=[,.;:]|$)"
)
_ACCORDING = re.compile(r",?\s+(?P<attr>according to (?!which|whom|whose)(?P<by>[^,.;]{2,80}))(?=\.|$|,)")
_LEADING = re.compile(r"^(?P<attr>According to (?P<by>[^,;]{2,80}),)\s+")
_SAID_SO = (
    "stated|said|noted|explained|pointed out|stressed|emphasi[sz]ed|underlined|underscored|announced|reported|recalled|"
    "remarked|observed|indicated|specified|mentioned|put it|told [^,.;]{3,40}|confirmed|disclosed|revealed"
)
_AS_SAID = re.compile(
    rf"^As (?P<attr>(?P<by>[^\W\d_][^,;:\"“”]{{1,90}}?) (?:has |had |also |further |later |then |himself |herself ){{0,2}}(?:{_SAID_SO})"
    rf"|(?:was |it was )?(?:{_SAID_SO}) by (?P<by2>[^,;:\"“”]{{2,90}}))(?: (?:on|in|at|during|after|here|today|yesterday)\b[^,;:]{{0,60}})?,\s+"
)
"""\"As the minister noted, ...\", "As noted by the minister, ...": who says what follows."""
_TOPIC = re.compile(
    r"(?:Turning|Touching|Speaking|Commenting|Referring|Returning|Coming|Moving|Passing|Dwelling|Reverting)\s+"
    r"(?:now |then |also |further |again |next |back |over )?(?:to|on|upon|about|of)\b"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|must|does|do|did)\b")
_QUOTE_OPEN = '"“«'
_QUOTE_CLOSE = '"”»'
_CLAUSE_LESS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|must|does|do|did|\w{3,}ed|\w{3,}[^s\W]s)\b"
)
_NO_SUBJECT = re.compile(r"\b(?:that|which|who|whom|whose|where|when|if|and|but|because|although|while)\b", re.I)
_SPEAKER = re.compile(
    r"^(?:he|she|they|it|we|both|the)\b|(?:^|\s)[A-ZÀ-ÞĀ-Ž]|^an? (?:[\w-]+ )?(?:statement|communiqu|press release|readout|spokes|official|source|diplomat)"
)
_SAYING = re.compile(r"said|says|added|continued|wrote|told|reads")
_ROLE = re.compile(
    r"\b(?:[Mm]inisters?|[Pp]residents?|[Ss]pokes\w+|[Oo]fficials?|[Mm]inistry|[Ss]tatement|[Aa]mbassador|[Ss]ecretary|[Pp]remier|[Cc]hancellor|leaders?|diplomats?|envoy|sources?"
    r"|communiqu[eé]|[Cc]hair\w*|[Hh]ead|[Cc]hief|[Ss]peaker|[Kk]ing|[Qq]ueen|[Pp]rince|[Ee]mir|[Ss]ultan|[Gg]eneral|he|she|Mr|Ms|Mrs|Dr)\b|^[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'-]+)*$"
)
_SEMICOLON = re.compile(
    r";\s+(?=(?:and |but |while )?(?:that\b|(?:he|she|it|they|both|we|there)\b|the (?:[\w’'-]+ ){1,4}(?:will|would|has|have|had|is|are|was|were|should|also|could)\b"
    r"|[A-Z][\w.’'-]*(?:,? (?:[A-Z][\w.’'-]*|and|of|the|in turn,?|for (?:its|his|her) part,?)){0,6} (?:will|would|has|have|had|is|are|was|were|should|also|could|[a-z]+ed|supports?|hopes?|opposes?|stands?|welcomes?)\b))"
)
_CIRCUMSTANCE = re.compile(r"(?:\w+ing|In|At|During|On|After|Following)\b")
_PARTICIPLE = re.compile(r"^\w+ing\b")
_HANGING = re.compile(r"\b(?:who|whom|which|that|where|and|but)$")
_QUOTE_AHEAD = re.compile(r"\s*[,:]?\s*[\"“]")
_QUOTE_GOES_ON = re.compile(r"\s*[.,]?\s*[\"“]")
_PREDICATE = re.compile(
    r"(?:(?:would|will|shall|should|could|can|may|might|must|is|are|was|were|has|have|had|does|do|did)\b"
    r"|(?:to|if|unless|provided|once|until|so that) (?!which|that)"
    r"|(?:on|by|from|within|before|in|at) (?:[^\s,]+ ?){1,6}[.\"”]*$)"
)
"""What goes on with the content, not with the attribution before it."""
_INVERTED = re.compile(r"(?:[^,]*, )?(?:Had|Were|Should|had|were|should) (?!been\b|to\b)[^,]*$")
_SUGGESTING = re.compile(r"(?:Why not|What about|How about|What if|(?:Could|Might|Would|Will|Can) [^,?]*)$")
_CONJOINED = re.compile(
    r"^\s*(?:and|but|while)\s+(?:that\s+)?(?=will\b|would\b|is\b|are\b|has\b|should\b|also\b|hopes?\b|supports?\b|stands?\b|looks?\b)"
)


@dataclass(slots=True)
class Cut:
    """Where a sentence's content and attribution lie; ``mask`` is blanked from the content before parsing."""

    content: tuple[int, int] | None
    attribution: tuple[int, int] | None = None
    mask: tuple[int, int] | None = None
    rest: tuple[int, int] | None = None


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the sentences of ``text[start:end]``, in order, without surrounding white space."""
    out = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.group(1) == "." and not match.group(2) and _abbreviated(text, begin, match.start(), match.end()):
            continue
        out.append((begin, match.end(2)))
        begin = match.end()
    if text[begin:end].strip():
        out.append((begin, end))
    return out


def split_semicolons(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where a semicolon parts independent clauses, or "that" clauses of one verb of saying."""
    out, begin = [], start
    for match in _SEMICOLON.finditer(text, start, end):
        out.append((begin, match.start()))
        begin = match.end()
    out.append((begin, end))
    return out


def _abbreviated(text: str, begin: int, stop: int, after: int) -> bool:
    word = _LAST_WORD.search(text, max(begin, stop - 20), stop)
    if word is None:
        return False
    plain = re.split("[-–/]", word.group(1))[-1]
    if plain.lower() in _CLOSING and (_OPENER.match(text, after) or _OPENING_HE.match(text, after)):
        return False
    if _INITIAL.match(plain) and len(plain) == 1 and _OPENER.match(text, after):
        return False
    return plain.lower() in _ABBREVIATIONS or bool(_INITIAL.match(plain))


def units(text: str, block: Block) -> list[Unit]:
    """The units of ``block``, in order; attributions follow the content that they belong to."""
    out: list[Unit] = []
    quoted = False
    for start, end in split(text, block.start, block.end):
        opened = text[start] in _QUOTE_OPEN
        whole = quoted or opened
        for part, (first, last) in enumerate(split_semicolons(text, start, end)):
            if part and (lead := _THAT.match(text[first:last])):
                out.append(Unit(first + lead.end(), last, block, kind="that", quoted=whole))
            else:
                found = _sentence(text, first, last, block, quoted=whole)
                if part and found and found[0].kind == "sentence" and found[0].attribution is None:
                    found[0].kind = "semi"
                out.extend(found)
        quoted = _still_open(text, start, end, quoted)
    return out


def _still_open(text: str, start: int, end: int, quoted: bool) -> bool:
    opens = sum(text.count(q, start, end) for q in "“«")
    closes = sum(text.count(q, start, end) for q in "”»")
    if opens or closes:
        return opens > closes if not quoted else opens >= closes
    return quoted ^ (text.count('"', start, end) % 2 == 1)


def _sentence(text: str, start: int, end: int, block: Block, *, quoted: bool) -> list[Unit]:
    cut = find_attribution(text, start, end)
    out: list[Unit] = []
    spoken: Unit | None = None
    if cut.attribution is not None:
        spoken = Unit(*cut.attribution, block, kind="attribution")
    if cut.content is not None:
        first, last = _unquoted(text, *cut.content)
        if first < last:
            out.append(Unit(first, last, block, attribution=spoken, quoted=quoted, mask=cut.mask))
    if spoken is not None:
        out.append(spoken)
    if cut.rest is not None:
        first, last = _unquoted(text, *cut.rest)
        if first < last:
            out.append(Unit(first, last, block, kind="rest", attribution=spoken, quoted=quoted))
    return out


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the quotation marks around it and the full stop's white space."""
    while start < end and (text[start].isspace() or text[start] in _QUOTE_OPEN):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inner = text[start:end].rstrip(".,!?")
    if inner and inner[-1] in _QUOTE_CLOSE and not any(q in inner[:-1] for q in _QUOTE_OPEN):
        end = start + len(inner) - 1
    return start, end


def find_attribution(text: str, start: int, end: int) -> Cut:
    """Where the attribution of the sentence lies, if it has one after or inside its content."""
    lead = _LEADING.match(text[start:end])
    if lead:
        return Cut((start + lead.end(), end), (start, start + lead.end("attr")))
    said = _AS_SAID.match(text[start:end])
    if said and _SPEAKER.search(said["by"] or said["by2"]) and not _NO_SUBJECT.search(said["by"] or said["by2"]):
        return Cut((start + said.end(), end), (start + said.start("attr"), start + said.end("attr")))
    tail = next((match for match in _TAIL.finditer(text, start, end) if _speaks(match)), None)
    if tail is not None:
        return _cut_at(text, start, end, tail)
    according = _ACCORDING.search(text, start, end)
    if according is None:
        return Cut((start, end))
    if according.end() >= end - 2:
        return Cut((start, according.start()), (according.start("attr"), end))
    enclosed = text[according.start()] == "," == text[according.end() : according.end() + 1]
    if enclosed and _ROLE.search(according.group("by")):
        return Cut((start, end), according.span("attr"), mask=(according.start(), according.end() + 1))
    return Cut((start, end))


def _speaks(tail: re.Match[str]) -> bool:
    """Whether the words are an attribution: not ", stressed the chance of ...", which has an object, no speaker."""
    subject = tail.group("by") or tail.group("by2")
    if _NO_SUBJECT.search(subject) or not _SPEAKER.search(subject) or _CLAUSE_LESS.search(_before_of(subject)):
        return False
    inverted = tail.group("verb2")
    if not inverted or _SAYING.match(inverted):
        return True
    return bool(_ROLE.search(subject)) and "’s" not in subject and "'s" not in subject


def _before_of(subject: str) -> str:
    """The subject's head part: "the Minister of Trade who was ..." is judged by what stands before a preposition."""
    return subject if len(subject.split()) < 4 else " ".join(subject.split()[:3])


def _cut_at(text: str, start: int, end: int, match: re.Match[str]) -> Cut:
    """Cut the sentence at its attribution ``match``: before it, around it, or not at all where too little is left."""
    spoken, behind = match.span("attr"), match.end("attr")
    content = (start, match.start() if text[match.start()] == "," else match.end("comma"))
    before = text[start : match.start()]
    rest = text[behind:end].lstrip(",;:")
    goes_on = bool(rest.strip(' ."”'))
    if _is_circumstance(before) and _QUOTE_AHEAD.match(text, behind, end):
        return Cut(None, (start, behind), rest=(behind + 1, end))  # "Speaking at the port, X said, “...”"
    if text[start:end].rstrip('"”’').endswith("?") and _SUGGESTING.match(before.lstrip('"“')):
        return Cut((start, end), spoken, mask=(match.start(), min(behind + 1, end)))
    if _TOPIC.match(before) and not _FINITE.search(before):
        return Cut((start, end))  # "Turning to fisheries, the Peruvian side asked to ..."
    inside = len(before.split()) <= 6 and not _CLAUSE_LESS.search(before)
    if inside and (
        match.group("verb2") or not goes_on or before.lower().endswith(" part") or _PARTICIPLE.match(before)
    ):
        return Cut((start, end))
    enclosed = text[behind : behind + 1] == "," == text[match.start()]
    if enclosed and (_PREDICATE.match(rest.lstrip()) or _INVERTED.match(before)):
        return Cut((start, end), spoken, mask=(match.start(), behind + 1))
    if goes_on and (inside or _HANGING.search(before)):
        return Cut((start, end), spoken, mask=(match.start(), behind + 1))
    if goes_on and _QUOTE_GOES_ON.match(text, behind, end):
        return Cut(content, spoken, rest=(behind + 1, end))
    if _CONJOINED.match(rest):
        return Cut(content, spoken, rest=(end - len(rest), end))
    return Cut(content, (match.start("attr"), end))


def _is_circumstance(words: str) -> bool:
    """Whether the words only tell where or when it was said, with no verb of their own."""
    return bool(_CIRCUMSTANCE.match(words)) and not _CLAUSE_LESS.search(_PARTICIPLE.sub("", words))
