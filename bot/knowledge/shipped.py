"""Where the knowledge is that ships with the package. The one rule: it is found from any current folder."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """The folder inside an installed package, or ``knowledge/`` beside the package in a checkout."""
    packaged = _PACKAGE / "_knowledge"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "knowledge"
