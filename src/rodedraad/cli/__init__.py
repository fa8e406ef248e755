"""The commands: thin, each a function of the rooms below."""

from rodedraad.cli.main import main

__all__ = ["main"]
