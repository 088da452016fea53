"""What ``assistant eval routing`` prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from evals.routes import FAILED
from evals.statistics import percentile
from evals.tables import out, print_figures
from tools.context import Language

if TYPE_CHECKING:
    from evals.routing import Routed

NORDIC = frozenset({"fi", "sv", "nb", "nn", "no", "da"})
# Danish is answered in Norwegian, its nearest written neighbour here.
# A detector's names for what replies may be written in.
_DETECTED = {"en": "en", "fi": "fi", "sv": "sv", "no": "nb", "da": "nb"}
_ANSWERED_IN: dict[str, Language] = {
    **{"en": "en", "fi": "fi", "sv": "sv"},
    **dict.fromkeys(("nb", "nn", "no", "da"), "nb"),
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS = 4


def print_report(routed: Sequence[Routed]) -> None:
    """Print how many messages were understood, in which language they were answered, and what it cost.

    Args:
        routed: at least one.
    """
    known = [one for one in routed if one.expect is not None]
    if known:
        rows = [(name, len(group), *_shares(group)) for name, group in _groups(known)]
        print_figures(("", "messages", "strict", "lenient"), rows)
        out.print()
    for line in (*_recalls(known), *_languages(routed), *_costs(routed)):
        out.print(line)


def _shares(group: Sequence[Routed]) -> tuple[str, str]:
    return _share(group, lambda one: bool(one.strict)), _share(group, lambda one: bool(one.lenient))


def _groups(known: Sequence[Routed]) -> Iterator[tuple[str, Sequence[Routed]]]:
    for by in (lambda one: one.lang, lambda one: str(one.expect)):
        groups: dict[str, list[Routed]] = defaultdict(list)
        for one in known:
            groups[by(one)].append(one)
        yield from sorted(groups.items())
    if nordic := [one for one in known if one.lang in NORDIC]:
        yield "Nordic", nordic
    yield "all", known


def _recalls(known: Sequence[Routed]) -> Iterator[str]:
    """Of two routes it matters most that they are found: what is not for the assistant, and what is for people."""
    for route, words in (("out_of_scope", "out of scope"), ("handoff", "handoff, disputes included")):
        wanted = [one for one in known if one.expect == route]
        taken = [one for one in known if one.route == route]
        both = sum(one.route == route for one in wanted)
        if wanted:
            precision = f", precision {both / len(taken):.3f}" if taken else ""
            yield f"{words}: recall {both / len(wanted):.3f}{precision} ({len(wanted)} messages)"


def _languages(routed: Sequence[Routed]) -> Iterator[str]:
    served = [one for one in routed if one.lang in _ANSWERED_IN]
    if served:
        said = _share(served, lambda one: one.language == _ANSWERED_IN[one.lang])
        yield f"replies in the message's language, as the assistant says: {said} of {len(served)}"
    long = [one for one in served if len(_WORD.findall(one.reply)) >= _ENOUGH_WORDS]
    if long:
        found = _share(long, lambda one: _language_of(one.reply) == _ANSWERED_IN[one.lang])
        yield f"replies in the message's language, as a detector says of those with four words: {found} of {len(long)}"


def _language_of(reply: str) -> str:
    """By another detector than the assistant's own."""
    import eldc

    eldc.init()
    eldc.set_languages([*_DETECTED])
    return _DETECTED.get(str(eldc.detect(reply)), "")


def _costs(routed: Sequence[Routed]) -> Iterator[str]:
    times = [one.ms for one in routed]
    yield f"time of a turn: p50 {percentile(times, 0.5):.0f} ms, p95 {percentile(times, 0.95):.0f} ms"
    if failed := sum(one.route == FAILED for one in routed):
        yield f"turns that broke down: {failed} of {len(routed)}"
    asked = [one for one in routed if one.asked_model]
    if not asked:
        yield "turns that asked a language model: none"
        return
    share = _share(routed, lambda one: one.asked_model > 0)
    yield f"turns that asked a language model: {share}; tokens in each of them: {_tokens(asked)}"
    yield f"tokens per turn, all turns: {_tokens(routed)}"


def _tokens(group: Sequence[Routed]) -> str:
    read, kept, written = (
        sum(tokens) / len(group)
        for tokens in zip(*((one.tokens_in, one.tokens_cached, one.tokens_out) for one in group), strict=True)
    )
    return f"{read:.0f} in, {kept:.0f} of them known from before, {written:.0f} out"


def _share(group: Sequence[Routed], holds: Callable[[Routed], bool]) -> str:
    return f"{sum(map(holds, group)) / len(group):.3f}"
