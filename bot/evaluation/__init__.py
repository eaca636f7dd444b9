"""Measures the answers against question suites: read a suite, ask it, judge each answer, report."""
