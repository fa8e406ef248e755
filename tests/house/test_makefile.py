import re
import subprocess

from tests.house.project import ROOT, read

TARGETS = ["help", "demo", "serve", "test", "check", "eval", "bench", "soak", "lock", "clean"]


def make(*arguments: str) -> str:
    """What make prints, untouched by a make that runs these tests."""
    command = ["env", "-u", "MAKEFLAGS", "-u", "MAKELEVEL", "make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_help_lists_every_target() -> None:
    assert re.findall(r"^  make (\w+) +\S", make("help"), re.MULTILINE) == TARGETS


def test_every_target_is_phony() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)
    assert phony.split() == TARGETS


def test_help_is_what_make_alone_does() -> None:
    assert make() == make("help")


def test_there_is_exactly_one_example_to_demonstrate() -> None:
    (dossier,) = (ROOT / "examples").glob("*/dossier.toml")
    planned = make("--dry-run", "demo")
    assert f"rodedraad build 'examples/{dossier.parent.name}'" in planned


def test_every_benchmark_is_run_by_make_bench_or_named_with_the_measurements() -> None:
    programs = {
        one.stem for one in (ROOT / "benchmarks").glob("*.py") if "__main__" in one.read_text("utf-8")
    }
    told = make("--dry-run", "bench") + read("docs/measurements/README.md")
    assert len(programs) > 5
    assert programs - set(re.findall(r"-m benchmarks\.(\w+)", told)) == set()
