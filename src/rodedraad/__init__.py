"""Rode Draad: follows every promise of a municipality from budget to report."""

__version__ = "0.1.0"
