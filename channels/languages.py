"""In which language an HTTP answer is written."""

from __future__ import annotations

from starlette.requests import Request

from channels.auth.sessions import CUSTOMER
from channels.runtime import runtime_of
from tools.context import LANGUAGES, Language, Principal, local_today

CONSOLE = "/api/v1/console/"
"""Where agents' requests go."""
_ALIASES: dict[str, Language] = {"no": "nb", "nn": "nb"}


def accepted_language(header: str) -> Language | None:
    """The language of ours that an ``Accept-Language`` header likes best, if it names any."""
    best: tuple[float, Language] | None = None
    for part in header.split(","):
        name, _, weight = part.strip().partition(";")
        tag = name.strip().lower().partition("-")[0]
        language = _ALIASES.get(tag) or next((known for known in LANGUAGES if known == tag), None)
        liking = _number(weight)
        if language is not None and liking > (best[0] if best else 0.0):
            best = (liking, language)
    return best[1] if best else None


async def language_of(request: Request) -> Language:
    """What the request asks for, else the signed-in customer's own, else the service's default.

    The console speaks English to everybody.
    """
    if request.url.path.startswith(CONSOLE):
        return "en"
    runtime = runtime_of(request)
    if wanted := accepted_language(request.headers.get("accept-language", "")):
        return wanted
    if stored := request.session.get(CUSTOMER):
        customer = await runtime.ledger.customer(Principal.parse(stored), local_today(runtime.clock))
        if customer is not None:
            return next((known for known in LANGUAGES if known == customer.language), runtime.settings.default_language)
    return runtime.settings.default_language


def _number(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
