"""Letters as pages: what ``tools.ledger.letters`` settled, written out in the customer's language."""

from tools.letters.page import render_letter

__all__ = ["render_letter"]
