"""Topics of statements, and the conflicts by which ``hotspot`` is known."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, StringConstraints

from communique.knowledge.models.base import Entry, Words
from communique.knowledge.phrases import expand


def _well_formed(phrase: str) -> str:
    """A phrase that can be looked for (see ``knowledge.phrases``)."""
    for steps in expand(phrase):
        wrong = [step for step in steps if not (step.rstrip("*").replace("'", "").isalnum() or step.startswith(".."))]
        if wrong:
            raise ValueError(f"a phrase holds words, `(a|b)`, `a?`, `stem*` and `..3`, not `{wrong[0]}`")
    return phrase


Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_well_formed)]
"""Words with the marks of ``knowledge.phrases``."""

PLAIN_NAMES = ConfigDict(alias_generator=lambda name: name.rstrip("_"), populate_by_name=True)
"""In the file a field is written without the underscore that Python asks for (``except``)."""

PhraseList = tuple[Phrase, ...]
"""Phrases; in the file a list."""


class TopicWords(Entry):
    """A topic (the id, one of the codebook's list) by its words.

    ``words`` make the topic, ``weak`` ones where no other topic is found, ``beside`` ones beside the place of a
    conflict. Inside the phrases of ``except`` its words do not count.
    """

    words: PhraseList
    weak: PhraseList = ()
    beside: PhraseList = ()
    except_: PhraseList = ()

    model_config = PLAIN_NAMES


class Conflict(Entry):
    """A conflict or crisis: ``code`` its country, ``own`` the sides for whom it is their own.

    ``names`` mean it in whatever words, ``places`` only beside a word of war or peace.
    """

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    own: Words
    names: PhraseList = ()
    places: PhraseList = ()
