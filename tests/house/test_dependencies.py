import re

import pytest

from tests.house.project import PYPROJECT, read

EXTRAS = ("semantic", "corpus", "cluster")
LOCKS = tuple(f"requirements/{name}.lock" for name in ("run", "dev", *EXTRAS))


def names(requirements: list[object]) -> set[str]:
    return {re.split(r"[^\w.-]", text)[0].lower() for text in requirements if isinstance(text, str)}


RUN = names(PYPROJECT["project"]["dependencies"])
EXTRA = {name: names(PYPROJECT["project"]["optional-dependencies"][name]) for name in EXTRAS}
GROUPS = PYPROJECT["dependency-groups"]
BUILD, DEV = names(GROUPS["build"]), names(GROUPS["dev"])


def locked(lock: str) -> dict[str, str]:
    """Every package of a lock with its version."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", read(lock), re.MULTILINE))


def documented() -> dict[str, str]:
    """Every package in a table of docs/dependencies.md, with the last cell of its row."""
    rows = re.findall(r"^\| ([\w.-]+) \|.*\| ([^|]+) \|$", read("docs/dependencies.md"), re.MULTILINE)
    return {name: licence for name, licence in rows if name != "package"}


def test_every_direct_dependency_has_a_line_and_no_line_is_left_over() -> None:
    assert set(documented()) == RUN | BUILD | DEV | set[str]().union(*EXTRA.values())


def test_every_dependency_has_an_allowed_licence() -> None:
    allowed = re.compile(
        r"MIT|BSD-[23]-Clause|Apache-2\.0|ISC|PSF-2\.0|MPL-2\.0|LGPL-[\d.]+|EUPL-1\.2|0BSD|CC0-1\.0"
    )
    wrong = {name: licence for name, licence in documented().items() if not allowed.match(licence)}
    assert not wrong


def test_the_group_that_builds_is_the_build_system() -> None:
    assert GROUPS["build"] == PYPROJECT["build-system"]["requires"]


def test_the_locks_hold_every_direct_dependency() -> None:
    run, dev, *extras = (locked(lock) for lock in LOCKS)
    assert set(run) >= RUN | BUILD
    assert set(dev) >= RUN | BUILD | DEV
    for name, extra in zip(EXTRAS, extras, strict=True):
        assert set(extra) >= RUN | BUILD | EXTRA[name]


def test_the_locks_agree_on_versions() -> None:
    run, *others = (locked(lock) for lock in LOCKS)
    for other in others:
        assert {name: other.get(name) for name in run} == run


@pytest.mark.parametrize("name", ["corpus", "cluster"])
def test_what_is_tested_is_what_an_extra_installs(name: str) -> None:
    dev = locked("requirements/dev.lock")
    assert {**dev, **locked(f"requirements/{name}.lock")} == dev


def test_the_extras_are_no_part_of_what_everyone_installs() -> None:
    run, dev, *_ = (locked(lock) for lock in LOCKS)
    assert set[str]().union(*EXTRA.values()).isdisjoint(run)
    assert EXTRA["semantic"].isdisjoint(dev)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_hash(lock: str) -> None:
    packages = re.split(r"^(?=[\w.-]+==)", read(lock), flags=re.MULTILINE)[1:]
    assert len(packages) == len(locked(lock))
    assert [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address_or_option(lock: str) -> None:
    lines = read(lock).splitlines()
    assert [line for line in lines if "://" in line or line.startswith(("-", "#")) or " @ " in line] == []
