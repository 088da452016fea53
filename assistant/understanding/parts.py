"""The several wishes of one message, each in the customer's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.understanding.encoder import Reading, Route
from assistant.understanding.references import find_invoices
from tools.ledger.views import InvoiceView

MOST = 3
"""More than this is a story, and not a list of wishes."""

_JOINTS = re.compile(
    r"(?<=[.!?])\s+|\s*[\n;]+\s*|\s*,?\s+(?:and\s+also|and\s+then|and|also|plus|sekä|ja\s+myös|ja\s+sitten|ja|lisäksi|och\s+sen|och\s+även|och"
    r"|samt|dessutom|og\s+så|og\s+også|og|i\s+tillegg|dessuten)\s+(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_ASIDE: set[Route] = {"smalltalk", "out_of_scope"}
_SURELY_ASIDE, _MAY_BE = 0.8, 0.2


def wishes_in(
    text: str, read: Callable[[str], Reading], invoices: Sequence[InvoiceView], least: float = 0.5
) -> list[str]:
    """The wishes of a message, in their order; one, the message itself, where it cannot be taken apart.

    A piece that no route is sure of, or that goes on about the same, belongs to the piece before it; the same wish for
    another invoice is a wish of its own. Greetings and asides are left out, also around a single wish.

    Args:
        text: the customer's message.
        read: how a piece is read.
        invoices: those in the customer's scope.
        least: how sure of its route a piece must be.
    """
    pieces = list(filter(None, map(str.strip, _JOINTS.split(text))))
    if len(pieces) < 2:
        return [text]
    found: list[tuple[str, Route | None, set[str]]] = []
    for piece in pieces:
        route, share = _likeliest(read(piece))
        known = route if share >= least else None
        named = {invoice.number for invoice in find_invoices(piece, invoices)}
        if found and _goes_on(found[-1], known, named):
            before, earlier, numbers = found.pop()
            found.append((f"{before} {piece}", earlier or known, numbers | named))
        else:
            found.append((piece, known, named))
    wishes = [(piece, route) for piece, route, _ in found if route not in _ASIDE]
    # A single piece stands for the message only where it is sure what it is.
    alone = len(wishes) == 1 < len(found) and wishes[0][1] is not None
    return [piece for piece, _ in wishes] if alone or 2 <= len(wishes) <= MOST else [text]


def _likeliest(reading: Reading) -> tuple[Route, float]:
    """The route of a piece; where it is not surely an aside, the wish that it may be counts."""
    route, share = reading.routes[0]
    if route not in _ASIDE or share >= _SURELY_ASIDE:
        return route, share
    wish, its_share = next(one for one in reading.routes if one[0] not in _ASIDE)
    return (wish, share + its_share) if its_share >= _MAY_BE else (route, share)


def _goes_on(before: tuple[str, Route | None, set[str]], route: Route | None, named: set[str]) -> bool:
    _, earlier, numbers = before
    if route is None or earlier is None:
        return earlier not in _ASIDE
    if route in _ASIDE:
        return False
    return route == earlier and not (len(numbers) == len(named) == 1 and numbers != named)
