"""Dossiers that are small, lopsided or hostile still give whole, valid and safe sites."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from rodedraad.checking import check
from rodedraad.model.build import Build, DossierInfo, Manifest
from rodedraad.model.document import Organisation
from rodedraad.model.terms import DocumentKind, Kind, MoneyPhase, Side
from rodedraad.model.threads import Pointer, Thread, Threads
from rodedraad.publishing.publish import publish
from tests.support.build_fixture import actual, document, frame, plan
from tests.support.site_links import broken_elsewhere, broken_links
from tests.support.valid_html import html_problems

pytestmark = pytest.mark.no_cover

LONG = "We maken van " + "een zeer lange belofte over hulp in de wijk en " * 65 + "meer."
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></textarea></style><svg onload=alert(1)>",
    "[klik](javascript:alert(1)) javascript:alert(1)",
    "{{ 7 * 7 }} {% include 'base.html' %} ${7*7}",
    "]]> --> <!-- &lt;b&gt; &#60;i&#62; &nosuch;",
    "\u202egnipiel\u202c \u2066verborgen \u200f\u061c",
    "../../../etc/passwd?x=1#y",
    "=1+1|'calc'!A0",
    "é\u0301\u0301\u0301 👩‍👩‍👧 ﷽ \u00ad\u200b",
)
MANIFEST = {"version": "0", "stamp": datetime(2026, 1, 1, tzinfo=UTC)}
words = st.lists(
    st.sampled_from(HOSTILE)
    | st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30),
    min_size=1,
    max_size=3,
).map(lambda parts: f"Wij {' '.join(' '.join(parts).split())} zorg.")


@dataclass(frozen=True)
class Sketch:
    """What a small dossier holds."""

    promises: tuple[str, ...] = ("We openen een steunpunt in de wijk.",)
    organisations: tuple[str, ...] = ("Veldermeer",)
    title: str = "Sociaal domein"
    programme: str = "Programma Sociaal domein"
    reported: bool = True
    figured: bool = True


def built(sketch: Sketch) -> Build:
    """Return a build with a budget an organisation, and a report where there is one."""
    made = [
        one
        for place, name in enumerate(sketch.organisations)
        for one in _documents(sketch, Organisation(code=f"GM99{place:02}", name=name), f"o{place}")
    ]
    documents = tuple(replace(one, title=f"{sketch.title} {one.title}") for one, _ in made)
    threads = Threads(
        threads=tuple(
            Thread(id=f"t-o{place}-a{at}", title=text, members=tuple(_members(sketch, place, at)))
            for place in range(len(sketch.organisations))
            for at, text in enumerate(sketch.promises)
        )
    )
    dossier = DossierInfo(title=sketch.title)
    return Build(
        dossier=dossier,
        documents=documents,
        texts={one.id: (text,) for one, text in made},
        threads=threads,
        findings=check(documents, threads),
        manifest=Manifest(dossier=dossier, **MANIFEST),
    )


def _documents(sketch: Sketch, organisation: Organisation, prefix: str):
    plans = tuple(plan(f"a{at}", text) for at, text in enumerate(sketch.promises))
    figures = (
        plan(
            "i",
            "Aantal bezoeken: 450",
            kind=Kind.INDICATOR,
            values=(("Aantal bezoeken", Side.TARGET, "450", 450.0),),
        ),
        plan(
            "c",
            "Lasten thuis: 13.100",
            kind=Kind.COST,
            amounts=(("lasten", MoneyPhase.PROPOSED, 2024, 13_100_000.0, "13.100"),),
        ),
    )
    budget = (*frame(sketch.programme), *plans, *(figures if sketch.figured else ()))
    yield document(
        f"{prefix}-begroting", budget, organisation, DocumentKind.BEGROTING, 2024, date(2023, 11, 9)
    )
    if sketch.reported:
        told = tuple(actual(f"r{at}", f"Gedaan: {text}", f"a{at}") for at, text in enumerate(sketch.promises))
        report = (*frame(sketch.programme), *plans, *told)
        yield document(
            f"{prefix}-jaarstukken", report, organisation, DocumentKind.JAARSTUKKEN, 2024, date(2025, 6, 19)
        )


def _members(sketch: Sketch, place: int, at: int):
    kinds = ("begroting", "jaarstukken") if sketch.reported else ("begroting",)
    return (Pointer(document=f"o{place}-{kind}", element=f"a{at}") for kind in kinds)


def faults(build: Build) -> list[str]:
    """Return what is wrong with the site of a build: its HTML, its links, and what should be text but runs."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in publish(build):
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        site = Path(folder) / "site"
        (site / "data" / "manifest.json").write_bytes(b"{}")
        pages = sorted(site.rglob("*.html"))
        wrong = [
            f"{page.relative_to(site)}: {one}" for page in pages for one in html_problems(page.read_bytes())
        ]
        return wrong + broken_links(site) + broken_elsewhere(site)


@pytest.mark.parametrize(
    "sketch",
    [
        Sketch(reported=False),
        Sketch(figured=False),
        Sketch(promises=()),
        Sketch(promises=(), reported=False, figured=False),
        Sketch(organisations=("Veldermeer", "Oosterzoom")),
        Sketch(promises=(LONG,), title=LONG, programme=LONG),
        Sketch(promises=HOSTILE, title=" ".join(HOSTILE), organisations=(HOSTILE[1], HOSTILE[6])),
    ],
    ids=["one document", "no figures", "no promises", "nothing", "two organisations", "long", "hostile"],
)
def test_an_odd_dossier_gives_a_whole_site(sketch: Sketch) -> None:
    assert len(LONG) > 3000
    assert faults(built(sketch)) == []


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    promises=st.lists(words, min_size=1, max_size=2, unique=True).map(tuple),
    organisations=st.lists(words, min_size=1, max_size=2, unique=True).map(tuple),
    title=words,
    programme=words,
    reported=st.booleans(),
)
def test_any_words_stay_words(promises, organisations, title, programme, reported) -> None:
    sketch = Sketch(promises, organisations, title, programme, reported, figured=False)
    build = built(sketch)
    assert faults(build) == []
    files = dict(publish(build))
    page = html.fromstring(files["site/draad/t-o0-a0/index.html"].decode())
    assert " ".join(promises[0].split()) in " ".join(page.xpath("string(//main)").split())
