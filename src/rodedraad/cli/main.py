"""The command `rodedraad`."""

import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from rodedraad import __version__
from rodedraad.cli.building import build, check, import_, link, publish
from rodedraad.cli.codes import BAD_INPUT, CRASHED, STOPPED
from rodedraad.cli.corpus import corpus
from rodedraad.cli.dutch import DutchGroup, in_dutch
from rodedraad.cli.figures import figures
from rodedraad.cli.freezing import freeze
from rodedraad.cli.indicators import indicators
from rodedraad.cli.printing import pdf
from rodedraad.cli.reviewing import review
from rodedraad.cli.sampling import sample
from rodedraad.cli.serving import serve
from rodedraad.cli.showing import show
from rodedraad.cli.verifying import verify
from rodedraad.dossier.errors import DossierError


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__,
    "-V",
    "--version",
    prog_name="rodedraad",
    message="%(prog)s %(version)s",
    help="Toon de versie en stop.",
)
def commands() -> None:
    """Volg elke belofte van een gemeente, van begroting tot jaarstukken.

    Een dossier is een map met een dossier.toml. `rodedraad build DOSSIER` maakt er alles van: de
    onderdelen van elk document, de rode draden, de bevindingen, de website en de open data.

    Afloopcodes: 0 goed, 1 bevindingen op of boven --fail-on, 2 een fout in de invoer of de opdracht.
    """


for command in (
    build,
    import_,
    link,
    check,
    publish,
    pdf,
    verify,
    serve,
    show,
    review,
    sample,
    freeze,
    figures,
    indicators,
    corpus,
):
    commands.add_command(command)


def main() -> NoReturn:
    """Run the command that was typed, and end with its exit code."""
    try:
        code = run(sys.argv[1:])
    except Exception:  # noqa: BLE001 - a code of its own, since 1 says that there are findings
        traceback.print_exc()
        code = _say("Fout in het programma. Meld haar met deze regels erbij.", CRASHED)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code, after telling what went wrong on standard error."""
    try:
        code = commands.main(arguments, "rodedraad", standalone_mode=False)
    except DossierError as error:
        return _say("\n".join(f"Fout: {problem}" for problem in error.problems), BAD_INPUT)
    except click.exceptions.NoArgsIsHelpError as error:
        return _say(error.message, BAD_INPUT)
    except click.ClickException as error:
        return _say(in_dutch(error), BAD_INPUT)
    except click.Abort:
        return _say("Gestopt. Er is niets half geschreven.", STOPPED)
    return code if isinstance(code, int) else 0


def _say(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
