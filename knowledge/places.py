"""Which country a question is about, where it names one."""

from __future__ import annotations

import re

_NAMES = {
    "FI": r"finland|finnish|suome(?:n|ssa|sta|ksi)|suomi|finsk\w*|finlands",
    "SE": r"sweden|swedish|ruots(?:in|issa|ista)|ruotsi|svensk\w*|sverige|sveriges",
    "NO": r"norway|norwegian|norja(?:n|ssa|sta)?|norsk\w*|norge|noreg|norges",
}
_COUNTRIES = {country: re.compile(rf"\b(?:{names})\b", re.IGNORECASE) for country, names in _NAMES.items()}
# Languages bear the names of countries too.
_LANGUAGE = re.compile(
    r"\b(?:in|på|speak|pratar|snakker|puhu\w*|talar|translate)\s+(?:\w+\s+)?(?:finnish|swedish|norwegian|finska|svenska|norska"
    r"|finsk|svensk|norsk|suomea|ruotsia|norjaa)\b",
    re.IGNORECASE,
)


def country_named(question: str) -> tuple[str | None, str]:
    """The one country of ours that a question names, and the question without it.

    Args:
        question: in any of our languages.

    Returns:
        None and the question as it is when it names no country or several.
    """
    without_languages = _LANGUAGE.sub(" ", question)
    named = [country for country, names in _COUNTRIES.items() if names.search(without_languages)]
    if len(named) != 1:
        return None, question
    rest = re.sub(rf"\b(?:(?:in|i|for)\s+)?(?:{_NAMES[named[0]]})\b", " ", question, flags=re.IGNORECASE)
    # A name alone is no question; what is left of it would be empty.
    return named[0], rest if any(character.isalnum() for character in rest) else question
