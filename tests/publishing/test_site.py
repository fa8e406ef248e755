import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from lxml import html
from msgspec.structs import replace

from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.findings import Findings
from rodedraad.model.threads import Threads
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.policy import CONTENT_POLICY, SERVED_POLICY
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.common import Pages
from tests.support.build_fixture import NASTY
from tests.support.site_links import broken_links


def pages_of(files: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    return {
        name: html.document_fromstring(content.decode())
        for name, content in files.items()
        if name.endswith(".html")
    }


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def page(files: dict[str, bytes], name: str) -> html.HtmlElement:
    return html.document_fromstring(files[f"site/{name}"].decode())


def test_the_same_build_gives_the_same_bytes(build, files):
    again = list(publish(build))
    assert dict(again) == files
    assert len(again) == len(files), "a path is given twice"


def test_paths_are_plain_and_stay_in_the_build_folder(files):
    for name in files:
        path = PurePosixPath(name)
        assert path.parts[0] in {"site", "data"}
        assert ".." not in path.parts
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", name)


def test_every_link_and_fragment_resolves(site):
    assert broken_links(site) == []


@pytest.mark.parametrize(
    "xpath",
    [
        "//script[not(@type='application/ld+json')][not(@src) or text()]",
        "//iframe",
        "//img",
        "//form[@method != 'get']",
        "//style",
        "//@style",
        "//@*[starts-with(name(), 'on')]",
    ],
)
def test_no_page_holds_what_the_policy_forbids(files, xpath):
    found = [name for name, tree in pages_of(files).items() if tree.xpath(xpath)]
    assert found == []


def test_every_page_has_a_strict_policy_a_language_a_title_one_main_and_one_h1(files):
    for name, tree in pages_of(files).items():
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy == CONTENT_POLICY, name
        assert tree.get("lang") == "nl", name
        assert len(tree.xpath("//head/title[normalize-space()]")) == 1, name
        assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1, name


def test_the_policy_allows_nothing_inline_and_nothing_from_others():
    allowed = {word for rule in CONTENT_POLICY.split("; ") for word in rule.split()[1:]}
    assert allowed == {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"}
    assert CONTENT_POLICY.startswith("default-src 'none';")
    assert f"{CONTENT_POLICY}; frame-ancestors 'none'" == SERVED_POLICY


def test_ids_are_unique_on_every_page(files):
    for name, tree in pages_of(files).items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_headings_skip_no_level(files):
    for name, tree in pages_of(files).items():
        levels = [
            int(one.tag[1])
            for one in tree.xpath(
                "//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
            )
        ]
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), (name, levels)


def test_text_of_a_source_never_becomes_markup(files):
    thread = page(files, "draad/t-a11/index.html")
    assert text_of(thread.xpath("//h1")[0]) == NASTY
    assert b"<script>" not in b"".join(content for name, content in files.items() if name.endswith(".html"))
    assert not any(
        href.startswith("javascript:") for tree in pages_of(files).values() for href in tree.xpath("//@href")
    )


def test_names_of_organisations_and_titles_never_become_markup(build):
    organisation = replace(build.documents[0].organisation, name='<img src=x onerror="alert(1)">')
    documents = tuple(
        replace(one, organisation=organisation, title='"><svg onload=alert(1)>') for one in build.documents
    )
    files = dict(publish(replace(build, documents=documents)))
    for name, tree in pages_of(files).items():
        assert not tree.xpath("//img | //*[@onload] | //*[@onerror]"), name


def test_front_page_counts_what_its_bar_and_lists_show(files):
    front = page(files, "index.html")
    first = front.xpath("//section[@class='rd-organisation']")[0]
    total = int(re.search(r"beloofde de gemeente (\d+) dingen", text_of(first.xpath(".//h2")[0])).group(1))
    labels = first.xpath(".//ul[@class='rd-labels']/li")
    counts = [int(one.xpath("string(.//span[@class='rd-labels__count'])")) for one in labels]
    assert sum(counts) == total
    assert len(first.xpath(".//div[@class='rd-hero']/svg/a")) == len(labels)
    for label, count in zip(labels, counts, strict=True):
        rows = page(files, label.xpath("string(.//a/@href)")).xpath("//table/tbody/tr")
        assert len(rows) == count


def test_front_page_has_a_section_an_organisation(files):
    headings = page(files, "index.html").xpath("//section[@class='rd-organisation']//h2")
    assert len(headings) == 2
    assert text_of(headings[1]) == "In 2024 beloofde de gemeente 2 dingen."


def test_the_bar_fills_its_width_without_overlap(files):
    for rectangles in page(files, "index.html").xpath("//*[@class='rd-bar']"):
        widths = [float(one.rstrip("%")) for one in rectangles.xpath(".//rect/@width")]
        assert sum(widths) == pytest.approx(100, abs=0.1)


def test_a_dropped_promise_names_where_was_looked(files):
    status = text_of(page(files, "draad/t-a15/index.html").xpath("//p[@class='rd-now__status']")[0])
    assert status == "niet teruggevonden in Jaarstukken 2024"


def test_a_thread_shows_changed_words_and_a_deadline_that_moved(files):
    thread = page(files, "draad/t-a1/index.html")
    stops = thread.xpath("//li[@class='rd-stop']")
    went, came = ([text_of(one) for one in stops[1].xpath(f".//{mark}")] for mark in ("del", "ins"))
    assert went == ["weg: 4e,", "weg: 2023,", "weg: elke wijk.,"]
    assert came == ["nieuw: 2e,", "nieuw: 2024,", "nieuw: de wijken Noord en Zuid.,"]
    assert "was 4e kwartaal 2023 → nu 2e kwartaal 2024 (6 maanden later)" in text_of(stops[1])
    assert not stops[2].xpath(".//del | .//ins"), "a report is compared with the budget of its own year"
    assert "was 2e kwartaal 2024 → nu 1e kwartaal 2025" in text_of(stops[3])


def test_what_became_weaker_or_stronger_is_named_in_one_sentence_with_both_places(files):
    weaker = page(files, "draad/t-a1/index.html").xpath("//p[contains(@class, 'rd-change--weaker')]")
    assert [text_of(one).partition(" ↗")[0] for one in weaker] == [
        "Zachter verwoord (bereik). Eerst, in Begroting 2023: ‘elke wijk’; nu: ‘de wijken Noord en Zuid’. eerst nu"
    ]
    assert [link.get("href").split("/")[3] for link in weaker[0].xpath(".//a")] == [
        "begroting-2023",
        "begroting-2024",
    ]
    gone = page(files, "draad/t-a2/index.html").xpath("//p[contains(@class, 'rd-change--weaker')]")
    assert "Eerst, in Begroting 2023: ‘inwoners van 75 jaar’; nu: deze groep niet." in text_of(gone[0])
    stronger = page(files, "draad/t-a4/index.html").xpath("//p[contains(@class, 'rd-change--stronger')]")
    assert (
        "Steviger verwoord (toezegging). Eerst, in Begroting 2023: ‘We verkennen’; nu: ‘We openen’."
        in text_of(stronger[0])
    )


def test_the_list_of_weakened_promises_is_linked_from_the_front_page_and_is_a_file_too(files):
    (link,) = page(files, "index.html").xpath("//a[@href='zachter-verwoord/index.html']")
    assert text_of(link) == "2 beloften zachter verwoord"
    listed = page(files, "zachter-verwoord/index.html")
    assert text_of(listed.xpath("//h1")[0]) == "2 beloften zachter verwoord"
    rows = {one.get("aria-labelledby"): one.xpath(".//tbody/tr") for one in listed.xpath("//section")}
    assert {name: len(found) for name, found in rows.items()} == {"zachter": 2, "steviger": 1}
    exported = files["site/zachter-verwoord/lijst.csv"].decode().splitlines()
    assert len(exported) == 1 + 3
    assert exported[1].startswith("We openen uiterlijk in het 2e kwartaal")


def test_without_changes_of_wording_the_list_says_so(build):
    plain = dict(publish(replace(build, threads=replace(build.threads, changes=()))))
    assert "geen belofte gevonden die zachter is verwoord" in text_of(
        page(plain, "zachter-verwoord/index.html")
    )
    assert not page(plain, "index.html").xpath("//a[@href='zachter-verwoord/index.html']")


def test_every_status_with_evidence_quotes_it_and_leads_to_its_place(files, build):
    quote = page(files, "draad/t-a1/index.html").xpath("//*[@class='rd-now']//blockquote")[0]
    words = "Het buurthuis in Zuid opent in het 1e kwartaal van 2025"
    href = quote.xpath("string(.//a/@href)")
    start = build.texts["jaarstukken-2024"][0].text.index(words)
    assert text_of(quote.xpath(".//strong")[0]) == words
    assert text_of(quote).startswith(f"“{words}.”")
    assert href.endswith(f"bron/jaarstukken-2024/0/index.html#p{start}")


def test_offered_links_are_listed_as_questions_and_confirmed_ones_name_the_role(files):
    offered = text_of(page(files, "draad/t-a4/index.html").xpath("//main")[0])
    assert "Misschien hoort hierbij" in offered
    assert "Niet voorzien: we openden een steunpunt" in offered
    confirmed = text_of(page(files, "draad/t-a2/index.html").xpath("//ul[@class='rd-reasons']")[0])
    assert "bevestigd door adviseur planning en control op 2 januari 2025" in confirmed


def test_an_alias_leads_to_its_thread(files):
    moved = page(files, "draad/t-oud/index.html")
    assert moved.xpath("string(//meta[@http-equiv='refresh']/@content)").endswith("draad/t-a1/index.html")
    assert moved.xpath("//main//a/@href") == ["../../draad/t-a1/index.html"]


def test_a_document_shows_promise_and_result_side_by_side(files):
    row = page(files, "document/jaarstukken-2024/index.html").get_element_by_id("e-a9")
    assert text_of(row.xpath(".//*[@class='rd-status']")[0]) == "gestopt"
    assert text_of(row.xpath("./*[@class='rd-row__status']//a")[0]) == "bewijs"
    assert "We breiden het vervoer naar de dagbesteding uit." in text_of(row)
    assert "Vanwege de kosten hebben we besloten dit niet te doen." in text_of(
        row.xpath("./*[@class='rd-row__result']")[0]
    )


def test_a_budget_shows_what_a_later_report_says(files):
    row = page(files, "document/begroting-2024/index.html").get_element_by_id("e-a9")
    assert text_of(row.xpath("./*[@class='rd-row__result']")[0]).startswith("Vanwege de kosten")
    assert "Jaarstukken 2024" in text_of(row)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [("te-laat", {"te laat", "niet gehaald"}), ("zonder-antwoord", {"geen antwoord"})],
)
def test_a_selection_shows_only_its_promises_under_their_headings(files, selection, expected):
    tree = page(files, f"document/jaarstukken-2024/{selection}/index.html")
    assert {
        text_of(one) for one in tree.xpath("//*[@class='rd-row__status']/*[@class='rd-status']")
    } == expected
    assert tree.xpath("//h3[contains(@class, 'rd-heading')]")


def test_the_source_page_holds_the_text_as_it_was_read(files, build):
    for document in build.documents:
        tree = page(files, f"bron/{document.id}/0/index.html")
        lines = [one.text_content() for one in tree.xpath("//*[@class='rd-text-line__text']")]
        assert "\n".join(lines) + "\n" == build.texts[document.id][0].text


def test_the_source_page_says_what_was_made_of_a_line_and_what_was_set_aside(files):
    tree = page(files, "bron/jaarstukken-2024/0/index.html")
    notes = [text_of(one) for one in tree.xpath("//*[@class='rd-text-line__note']")]
    assert "activiteit, belofte rode draad" in notes
    assert notes[-1] == "terzijde gezet: bouwstempel"


def test_findings_show_quote_ground_remedy_and_reply(files):
    finding = page(files, "bevindingen/index.html").get_element_by_id("b-f-1")
    shown = text_of(finding)
    for words in (
        "Bij deze belofte staat geen resultaat.",
        "“We leggen een register van vrijwilligers aan.”",
        "BBV, artikel 25",
        "Schrijf op wat ervan terecht kwam.",
        "De gegevens volgen in de kadernota.",
    ):
        assert words in shown


def test_zero_and_unknown_look_different(files):
    shown = page(files, "indicatoren/index.html")
    assert {text_of(one) for one in shown.xpath("//*[@class='rd-unknown']")} == {"niet bekend"}


def test_counts_are_the_lists_behind_them(build):
    pages = Pages(Lookup(build))
    groups = {outcome.value: group for outcome, group in pages.tallies.documents["begroting-2024"].groups}
    tally = {key: {one.promise.element for one in group} for key, group in groups.items()}
    assert tally["not-found"] == {"a4", "a15"}
    assert tally["no-answer"] == {"a10", "a16"}
    assert tally["done"] == {"a2", "a3"}


def test_an_empty_build_still_gives_a_whole_site(tmp_path):
    dossier = DossierInfo(title="Leeg")
    manifest = Manifest(dossier=dossier, version="0", stamp=datetime(2026, 1, 1, tzinfo=UTC))
    build = Build(
        dossier=dossier, documents=(), texts={}, threads=Threads(), findings=Findings(), manifest=manifest
    )
    for name, content in publish(build):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert broken_links(tmp_path / "site") == []
    assert "geen termijn gevonden" in (tmp_path / "site/verschuivingen/index.html").read_text()


def test_every_count_of_what_changed_leads_to_as_many_rows(files):
    front = page(files, "index.html")
    for link in front.xpath("//ul[@class='rd-facts']//a"):
        name, _, anchor = link.get("href").partition("#")
        rows = page(files, name).xpath(f"//section[@aria-labelledby='{anchor}']//tbody/tr")
        assert len(rows) == int(text_of(link).split()[0]), anchor


def test_each_deadline_of_a_promise_is_listed_once(files):
    rows = page(files, "termijnen/index.html").xpath("//table/tbody/tr")
    listed = [(one.xpath("string(.//time/@datetime)"), one.xpath("string(./td[1]/a/@href)")) for one in rows]
    assert listed
    assert len(listed) == len(set(listed))


def test_shifts_of_one_event_are_listed_together_on_the_page_of_deadlines(build):
    first, second, third = build.threads.shifts
    again = replace(
        third,
        planned=replace(third.now, text="vóór 1 januari 2025"),
        now=second.now,
        cause="De wet is uitgesteld.",
    )
    told = dict(publish(replace(build, threads=replace(build.threads, shifts=(first, second, third, again)))))
    listed = page(told, "termijnen/index.html").xpath("//section[@class='rd-event']")
    assert [[text_of(date.xpath("./strong")[0]) for date in one.xpath(".//li")] for one in listed] == [
        ["1e helft 2023", "2024", "1e kwartaal 2025"]
    ]
    assert "Hoort bij 1 belofte" in text_of(listed[0])
    assert "“De wet is uitgesteld.”" in text_of(listed[0])


def test_without_such_events_the_page_of_deadlines_has_none(files):
    assert not page(files, "termijnen/index.html").xpath("//*[@id='gebeurtenissen']")


def test_each_link_shows_its_reasons_as_a_table_that_ends_at_the_chance(files):
    thread = page(files, "draad/t-a2/index.html")
    fold = thread.xpath("//ul[@class='rd-reasons']/li/details")[0]
    assert text_of(fold.xpath("./summary")[0]) == "Hoe wij hieraan komen: een kans van 97%"
    rows = fold.xpath(".//tbody/tr")
    assert [text_of(one.xpath("./th")[0]) for one in rows] == [
        "zomaar twee onderdelen horen zelden bij elkaar",
        "vrijwel gelijke tekst",
        "zelfde thema",
    ]
    assert [text_of(one.xpath("./td")[0]) for one in rows][1:] == [
        "veel zekerder +9,0",
        "iets minder zeker −0,5",
    ]
    places = [(bar.get("x"), bar.get("width")) for bar in fold.xpath(".//*[local-name()='rect']")]
    assert places == [("0%", "55.56%"), ("0%", "100%"), ("94.44%", "5.56%")]
    assert text_of(fold.xpath(".//tfoot//td")[0]) == "een kans van 97%"
