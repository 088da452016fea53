"""Where the Chromium for browser tests is."""

from __future__ import annotations

import os
import shutil


def chromium() -> str | None:
    """Path of a Chromium, or None: CHROMIUM in the environment, or the usual names on PATH."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if name and (path := shutil.which(name))), None)
