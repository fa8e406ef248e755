import re
from pathlib import Path

import pytest
import yaml

from tests.house.project import PYPROJECT, ROOT, read, tracked

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [name for name in tracked() if name.endswith(".md") and not name.startswith(("examples/", "tests/"))]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:5] for path in DECISIONS] == [
        f"{number:04}-" for number in range(1, len(DECISIONS) + 1)
    ]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_number_a_date_a_status_and_what_follows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(rf"# {path.name[:4]}\. .+\n\n\d{{4}}-\d\d-\d\d, (accepted|replaced by \d{{4}})\n", text)
    assert {"**Question.**", "**Decision.**", "**What follows.**"} <= set(re.findall(r"\*\*[^*]+\*\*", text))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    text = re.sub(r"```.*?```", "", read(page), flags=re.DOTALL)
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    missing = [target for target in targets if target and not (ROOT / page).parent.joinpath(target).exists()]
    assert missing == []


def test_every_page_that_the_program_names_exists() -> None:
    sources = [
        name
        for name in tracked()
        if name.startswith("src/") and name.endswith((".py", ".jinja", ".html", ".tsv"))
    ]
    named = {page for source in sources for page in re.findall(r"\bdocs/[\w./-]+\.md", read(source))}
    assert {page for page in named if not (ROOT / page).exists()} == set()


def test_the_page_for_council_members_explains_every_outcome_in_the_words_of_the_site() -> None:
    rows = [row.split("\t") for row in read("src/rodedraad/publishing/words.tsv").splitlines()]
    outcomes = [word for group, _, word, *_ in rows if group == "outcome"]
    table = read("docs/raadslid.md").split("| status | betekent |\n|---|---|\n")[1].split("\n\n")[0]
    assert re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE) == outcomes


def test_the_readmes_name_the_two_commands_first() -> None:
    for readme in ("README.md", "README.nl.md"):
        first = read(readme).split("```")[1]
        assert re.findall(r"^make (\w+)", first, re.MULTILINE) == ["demo", "test"]


def test_the_changelog_has_an_unreleased_section() -> None:
    assert "\n## [Unreleased]\n" in read("CHANGELOG.md")


def test_the_licence_is_the_one_that_is_declared() -> None:
    assert PYPROJECT["project"]["license"] == "EUPL-1.2"
    assert read("LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert yaml.safe_load(read("publiccode.yml"))["legal"]["license"] == "EUPL-1.2"


def test_publiccode_has_what_the_standard_requires() -> None:
    code = yaml.safe_load(read("publiccode.yml"))
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}
    assert required | {"description", "legal", "maintenance", "localisation"} <= set(code)
    assert code["maintenance"]["type"] in {"internal", "community"}
    assert code["maintenance"]["contacts"]
    assert {"localisationReady", "availableLanguages"} <= set(code["localisation"])


def test_publiccode_describes_the_project_within_the_bounds_of_the_standard() -> None:
    descriptions = yaml.safe_load(read("publiccode.yml"))["description"]
    assert set(descriptions) == {"nl", "en"}
    for text in descriptions.values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert 5 <= len(text["features"]) <= 20
