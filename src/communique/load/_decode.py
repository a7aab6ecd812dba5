"""From bytes to text: the mark at the start, strict UTF-8, and only then what the bytes look like.

Nothing is ever replaced: where no encoding fits, the text is refused, for a wrong letter in a quote is a wrong quote.
"""

from __future__ import annotations

import codecs
import re

from communique.errors import UnreadableInput
from communique.load._binary import is_binary, known_kind

# UTF-32 before UTF-16: its mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
# "countryÕs" is Mac Roman's apostrophe, "Rados³aw" a Polish letter
_MISREAD = re.compile(r"[a-z](?:[À-ÖØ-ÞŒŠŽŸ][a-z]|[†‡‰¡-©«¬®-¶¸»-¿×÷][A-Za-z])|[A-Za-z][ÒÓÔÕÑÐ](?![A-Za-z]{2})")
# GB 2312's punctuation, accented letters and usual characters; and the four bytes that only GB 18030 has
_GB_PAIRS = re.compile(rb"(?:[\xa1-\xa3\xa8\xb0-\xd7][\xa1-\xfe])+")
_GB_FOURS = re.compile(rb"[\x81-\x84][0-9][\x81-\xfe][0-9]")
_KOREAN_PAIRS = re.compile(rb"(?:[\xb0-\xc8][\xa1-\xfe])+")
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")  # C1 without NEL; no text has them, a wrong encoding gives them
_SAMPLE = 200_000  # bytes looked at for a guess; the whole is then decoded strictly


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """The text of ``data``, without its byte order mark; newlines stay.

    ``declared`` is what the document says of itself (an HTML page's charset), tried after strict UTF-8.
    Raises ``UnreadableInput`` for what is no text, and for text in an encoding that cannot be told.
    """
    kind = known_kind(data)
    if kind:
        raise UnreadableInput(where, f"it is {kind}, not text; save its text as a .txt file first")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where)
    wide = _wide_without_mark(data)
    if wide:
        return _strictly(data, wide, where)
    if is_binary(data):
        raise UnreadableInput(where, "it holds bytes that no text has; it looks like a program's data, not a report")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            problem = f"it is UTF-8 with a broken letter at byte {error.start}; save it again as UTF-8"
            raise UnreadableInput(where, problem) from error
    text = _as_declared(data, declared) if declared else None
    if text is None:
        text = _by_looks(data)
    if text is None:
        raise UnreadableInput(where, "the encoding of its letters cannot be told; save it as UTF-8")
    return text


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise UnreadableInput(where, f"it begins as {name} but is broken at byte {error.start}") from error
    if "\x00" in text:
        raise UnreadableInput(where, "it holds NUL letters, which no text has; it looks like a program's data")
    return text


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 of Latin text shows by the places of its zeros."""
    sample = data[: min(len(data), 4000) // 4 * 4]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    quarter = len(sample) // 4
    zeros = [sample[place::4].count(0) for place in range(4)]
    few, many = quarter * 0.1, quarter * 0.5
    if zeros[0] <= few and all(z >= quarter * 0.9 for z in zeros[2:]) and zeros[1] >= many:
        return "utf-32-le"
    if zeros[3] <= few and all(z >= quarter * 0.9 for z in zeros[:2]) and zeros[2] >= many:
        return "utf-32-be"
    if zeros[0] + zeros[2] <= 2 * few and zeros[1] + zeros[3] >= 2 * many:
        return "utf-16-le"
    if zeros[1] + zeros[3] <= 2 * few and zeros[0] + zeros[2] >= 2 * many:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    high = sum(len(run) for run in _HIGH_RUN.findall(data))
    whole = [len(sequence) for sequence in _UTF8_SEQUENCE.findall(data)]
    return len(whole) >= 2 and sum(whole) >= 0.8 * high


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        # browsers read both of these names as Windows-1252
        text = data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, ValueError, TypeError):  # unknown, no text encoding ("base64"), or not what it says
        return None
    return text if isinstance(text, str) and not _CONTROL.search(text) else None


def _by_looks(data: bytes) -> str | None:
    """English with a few letters of another alphabet is told by how these stand; the rest is charset-normalizer's."""
    runs = _HIGH_RUN.findall(data)
    high = sum(map(len, runs))
    mostly_ascii = high < 0.15 * (high + len(_ASCII_LETTER.findall(data)))
    if mostly_ascii and _GB_FOURS.search(data):
        return _try(data, "gb18030")
    if mostly_ascii and sum(len(run) == 1 for run in runs) >= 0.5 * len(runs):
        text = _try(data, "cp1252")
        return text if text is not None and not _MISREAD.search(text) else _guessed(data, must_be_plain=True)
    words = [run for run in runs if run[0] >= 0xB0]
    if all(_KOREAN_PAIRS.fullmatch(run) for run in words) and words:
        # in a few words the bytes are Korean as well as Chinese; in many they would not all be
        return _try(data, "euc_kr") if sum(map(len, words)) > 60 else None
    if sum(len(run) for run in runs if _GB_PAIRS.fullmatch(run)) >= 0.95 * high:
        return _try(data, "gb18030")
    return _guessed(data, must_be_plain=mostly_ascii)


def _guessed(data: bytes, must_be_plain: bool) -> str | None:
    """charset-normalizer's best guess; ``must_be_plain``: none where it has another that is as good and differs."""
    from charset_normalizer import from_bytes

    guesses = list(from_bytes(data[:_SAMPLE]))
    if not guesses or guesses[0].chaos > 0.2:
        return None
    best = guesses[0]
    if must_be_plain and any(other.chaos <= best.chaos + 0.02 and str(other) != str(best) for other in guesses[1:]):
        return None
    return _try(data, best.encoding)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text
