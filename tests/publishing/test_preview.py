import re

import pytest
from lxml import html
from msgspec.structs import replace

from rodedraad.dossier.decisions import DECISIONS, decisions_in
from rodedraad.dossier.toml import TomlFile
from rodedraad.publishing.publish import publish


@pytest.fixture(scope="module")
def preview(build) -> dict[str, bytes]:
    answered, *open_ = build.findings.findings
    findings = replace(
        build.findings, findings=(replace(answered, reply="Dat <b>klopt</b>.", reply_role="griffie"), *open_)
    )
    manifest = replace(build.manifest, preview=True)
    return dict(publish(replace(build, manifest=manifest, findings=findings)))


def trees(files: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {
        name: html.document_fromstring(content.decode())
        for name, content in files.items()
        if name.endswith(".html")
    }


def test_every_page_of_a_preview_says_that_it_is_one(preview):
    for name, tree in trees(preview).items():
        assert tree.xpath("string(//title)").startswith("Voorinzage: "), name
        assert "noindex" in tree.xpath("string(//meta[@name='robots']/@content)"), name
        banner = tree.xpath("//aside[@class='rd-preview']")
        assert len(banner) == 1, name
        assert "niet openbaar" in banner[0].text_content(), name
    assert preview["site/robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_a_public_site_holds_nothing_of_a_preview(files):
    assert not [name for name in files if "antwoorden" in name or name.endswith("robots.txt")]
    for name, content in files.items():
        assert b"oorinzage" not in content, name


def test_the_lines_to_copy_are_decisions_that_can_be_read(preview, build, tmp_path):
    page = trees(preview)["site/antwoorden/index.html"]
    lines = "\n".join(one.text_content() for one in page.xpath("//pre"))
    (tmp_path / DECISIONS).write_text(lines, encoding="utf-8")
    replies = decisions_in(TomlFile.read(tmp_path / DECISIONS, DECISIONS)).reply
    assert {one.finding for one in replies} == {
        one.id for one in build.findings.findings[1:] if not one.reply
    }


def test_a_reply_stands_beside_its_finding_wherever_that_is_shown(preview, build):
    answered = build.findings.findings[0]
    message = re.sub(r"\s+", " ", answered.message)
    shown = [
        (name, " ".join(tree.text_content().split()))
        for name, tree in trees(preview).items()
        if message in " ".join(tree.text_content().split())
        and name != "site/gegevens/index.html"  # shows cells of the tables, as examples
    ]
    assert len(shown) >= 3
    for name, words in shown:
        assert "Dat <b>klopt</b>." in words, name
        assert "(griffie)" in words, name
