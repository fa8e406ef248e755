"""The help and the messages of click, in Dutch."""

import re
from collections.abc import Sequence

import click


class DutchCommand(click.Command):
    """A command whose help speaks Dutch."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what may follow the command."""
        dutch = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT …"}
        return [dutch.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [record for one in options if (record := one.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg en stop."
        return option


class DutchGroup(DutchCommand, click.Group):
    """A group of commands whose help speaks Dutch."""

    command_class = DutchCommand

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order in which they were added."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            names = self.list_commands(ctx)
            formatter.write_dl([(name, self.commands[name].get_short_help_str(80)) for name in names])


def in_dutch(error: click.ClickException) -> str:
    """Return a mistake on the command line as one line with the remedy."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    remedy = f"Zie `{context.command_path} --help`." if context else ""
    problem = _problem(error)
    return f"Fout: {problem}{'' if problem.endswith('?') else '.'} {remedy}".rstrip()


def _problem(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"de optie {error.option_name} bestaat niet{_near(error.possibilities)}"
    if isinstance(error, click.NoSuchCommand):
        return f"de opdracht {error.command_name} bestaat niet{_near(error.possibilities)}"
    if isinstance(error, click.BadOptionUsage):
        return f"de optie {error.option_name} mist een waarde of krijgt er een te veel"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_name(error.param)} {error.message or 'ontbreekt'}"
    extra = re.search(r"extra arguments? \((.*)\)", error.message)
    return f"te veel opgegeven: {extra[1]}" if extra else error.message.rstrip(".")


def _name(parameter: click.Parameter) -> str:
    is_option = isinstance(parameter, click.Option)
    return parameter.opts[0] if is_option else str(parameter.human_readable_name)


def _near(possibilities: Sequence[str] | None) -> str:
    return f"; bedoelde u {' of '.join(possibilities)}?" if possibilities else ""
