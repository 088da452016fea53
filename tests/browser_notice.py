"""Say before the tests whether the browser tests will run."""

from __future__ import annotations

from tests.chromium import chromium

if __name__ == "__main__":
    found = chromium()
    print(
        f"Browser tests: with {found}"
        if found
        else "Browser tests: SKIPPED, no Chromium found (set CHROMIUM or install it)"
    )
