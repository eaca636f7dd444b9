"""Keymen: who is who in Korea–Japan economic cooperation."""

__version__ = "0.1.0"
