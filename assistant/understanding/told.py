"""A message in plain words: lower case, spoken forms written out, without what it quotes; and its clauses."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]{3,}[\"“”«»„]")
# "don't", not the quotation marks of "'...'" around words.
_CLAUSES = re.compile(r"[.!?;,:\n()]+| [-–—] | (?:but|mutta|men) ")

# Short, spoken and neighbouring forms, and the ones that the word lists are written in.
_FORMS = {
    r"can['`]?t|can not": "cannot",
    r"won['`]?t": "will not",
    r"(do|does|did|is|are|was|were|have|has|had|would|could|should)n['`]?t": r"\1 not",
    r"i['`]m|im": "i am",
    r"(i|you|we|they)['`]?ve": r"\1 have",
    r"(i|you|we|they|he|she)['`]ll": r"\1 will",
    r"(i|we)['`]d": r"\1 would",
    r"(you|we|they)['`]re": r"\1 are",
    r"(he|she|it|that|who|what)['`]s": r"\1 is",
    r"gonna|gona": "going to",
    r"wanna": "want to",
    r"mä|mie|mää": "minä",
    r"mun|miun|mu": "minun",
    r"mulle|miulle": "minulle",
    r"mulla|miulla|mul": "minulla",
    r"mua|miuta": "minua",
    r"oon|oo": "olen",
    r"(en|ei|et|eikä|enkä) olen": r"\1 ole",
    r"tää|toi|tuo": "tämä",
    r"teiän|teijän": "teidän",
    r"mej": "mig",
    r"mæ": "meg",
    r"nån|nåt": "någon",
    r"int": "inte",
    r"ikkje|ikkj|itj": "ikke",
    r"eg|æ": "jeg",
    r"nokon|nåkka|nogen": "noen",
}
_SPOKEN = [(re.compile(rf"\b(?:{form})\b"), written) for form, written in _FORMS.items()]


def plain(text: str, *, quotes: bool = False) -> str:
    """A message in the words that the lists are written in.

    Args:
        text: the customer's words.
        quotes: whether to keep what stands in quotation marks.
    """
    own = text if quotes else _QUOTED.sub(" , ", text)
    words = re.sub(r"[^\S\n]+", " ", own.lower().replace("’", "'")).strip()
    for form, written in _SPOKEN:
        words = form.sub(written, words)
    return words


def clauses(words: str) -> list[str]:
    """The clauses of plain words, without the marks between them."""
    return [clause for part in _CLAUSES.split(words) if (clause := part.strip())]
