"""The day on which tests ask: fixed, so that "now" is the same in all of them."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 25)
