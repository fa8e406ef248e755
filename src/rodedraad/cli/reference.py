"""The page that describes every command, made from the commands themselves."""

from collections.abc import Iterator

import click

from rodedraad.cli.main import commands

_WIDTH = 100
_HEAD = """\
# Commands

What `rodedraad` says of itself, in Dutch as on screen. This page is made from the commands, with
`python -m tools.reference`.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | there are findings at or above `--fail-on`, which is off unless given |
| 2 | a mistake in the input or on the command line; with `--keep-going`: a document was left out |
| 70 | a mistake in the program itself |
| 130 | stopped with Ctrl-C; nothing is left half written |
"""


def reference_page() -> str:
    """Return docs/cli.md."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    context = _context(commands, "rodedraad")
    yield _section("rodedraad", commands, context)
    yield from _of_group("rodedraad", commands, context)


def _of_group(title: str, group: click.Group, context: click.Context) -> Iterator[str]:
    for name, command in group.commands.items():
        own = _context(command, name, context)
        yield _section(f"{title} {name}", command, own)
        if isinstance(command, click.Group):
            yield from _of_group(f"{title} {name}", command, own)


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(
        command, parent, info_name=name, terminal_width=_WIDTH, help_option_names=["-h", "--help"]
    )


def _section(title: str, command: click.Command, context: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"
