"""Templates to bytes: every text is escaped, every missing name is an error."""

from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.build import Build
from rodedraad.model.document import Document
from rodedraad.model.terms import Language
from rodedraad.model.theme import Theme
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import stamp
from rodedraad.publishing.glossary import Explainer, Glossary
from rodedraad.publishing.language.loader import SpokenLoader, own, same, told
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.metadata import About, canonical, categories, description, linked
from rodedraad.publishing.pdf.files import printed
from rodedraad.publishing.policy import CONTENT_POLICY
from rodedraad.publishing.shown import counted, number
from rodedraad.publishing.words import rows, word

SEVERAL: Final = 2
NAMES: Final = {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}
LOCALES: Final = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}
DEEPEST_IN_MENU: Final = 1
"""The menus name the front page and `<name>/index.html`, and nothing that stands in a folder below those."""


class Site(Struct, frozen=True, kw_only=True):
    """What every page says of the site as a whole; `preview` where it is not for the public yet.

    `spoken` is the language of the pages, one of `languages`; `address` is where the whole site will stand.
    `printed` are the names of the PDFs that lie beside its pages.
    """

    title: str
    owner: str
    heading: str
    spoken: Language
    languages: tuple[Language, ...]
    address: str
    licence: str
    stamp: str
    digest: str
    version: str
    themed: bool
    logo_text: str
    preview: bool
    glossary: Glossary
    printed: frozenset[str]
    about: About

    @property
    def is_original(self) -> bool:
        """Whether this is the site in Dutch, beside which lies what all languages share."""
        return self.spoken is Language.DUTCH

    @property
    def home(self) -> str:
        """The folder of the pages in this language; nothing for Dutch."""
        return addresses.home(self.spoken)

    @property
    def locale(self) -> str:
        """The language and country of the pages, as Open Graph writes them."""
        return LOCALES[self.spoken]

    @property
    def shared(self) -> str:
        """The way from the root of this language to what all languages share."""
        return addresses.root(self.home)


class Version(Struct, frozen=True, kw_only=True):
    """A page in one of the languages of the site: its way there from the page shown, and its full address."""

    language: Language
    name: str
    href: str
    address: str
    current: bool


def versions(site: Site, page: str) -> tuple[Version, ...]:
    """Return a page in each language of the site; none where there is but one."""
    if len(site.languages) < SEVERAL:
        return ()
    return tuple(_version(site, page, one) for one in site.languages)


def _version(site: Site, page: str, language: Language) -> Version:
    place = addresses.home(language) + page
    href = addresses.root(site.home + page) + place
    return Version(
        language=language,
        name=NAMES[language],
        href=href,
        address=canonical(site.address, place) or href,
        current=language is site.spoken,
    )


def site_of(lookup: Lookup) -> Site:
    """Return what every page of the site in Dutch says of it."""
    build = lookup.build
    address = build.dossier.address or ""
    theme = build.dossier.theme or Theme()
    names = dict.fromkeys(document.organisation.name for document in build.documents)
    return Site(
        title=build.dossier.title,
        owner=", ".join(names),
        heading=build.dossier.title
        if all(one in build.dossier.title for one in names)
        else _named(names, build),
        spoken=Language.DUTCH,
        languages=build.dossier.languages,
        address=address,
        licence=build.dossier.licence or "",
        stamp=stamp(build.manifest.stamp),
        digest=build.manifest.digest,
        version=build.manifest.version,
        themed=bool(theme.light or theme.dark),
        logo_text=theme.logo_text if theme.logo else "",
        preview=build.manifest.preview is True,
        glossary=Glossary(lookup),
        printed=printed(build),
        about=About(
            title=build.dossier.title,
            address=address,
            language=build.dossier.language,
            licence=build.dossier.licence or "",
            organisations=tuple(
                {one.organisation.code: one.organisation for one in build.documents}.values()
            ),
        ),
    )


def in_language(site: Site, language: Language) -> Site:
    """Return what every page of the site in a language says of it."""
    address = f"{site.address}/{addresses.home(language)}".rstrip("/") if site.address else ""
    about = replace(site.about, address=address, language=language.value)
    return replace(site, spoken=language, about=about)


def _named(names: Iterable[str], build: Build) -> str:
    return f"{', '.join(names)} · {build.dossier.title}"


@cache
def environment(language: Language = Language.DUTCH) -> Environment:
    """Return the templates in a language, with the few things that all of them use."""
    made = Environment(
        loader=SpokenLoader("rodedraad.publishing", language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        shapes={row["key"]: row["path"] for row in rows("shapes.tsv")},
        policy=CONTENT_POLICY,
        addresses=addresses,
        counted=counted,
        said=word,
        say=say,
        furniture=furniture,
    )
    dutch = language is Language.DUTCH
    made.filters.update(number=number, own=same if dutch else own, told=same if dutch else told)
    return made


@pass_context
def furniture(context: Context, template: str, *, seek: bool = True) -> Markup:
    """Return the head or the foot of a page; pages too deep to stand in a menu share theirs."""
    page, site = context["page"], context["site"]
    named = page if page.count("/") <= DEEPEST_IN_MENU else ""
    return _furniture(template, context["root"], named, site, seek=seek)


@lru_cache(maxsize=128)
def _furniture(template: str, root: str, page: str, site: Site, *, seek: bool) -> Markup:
    made = environment(site.spoken).get_template(template).render(root=root, page=page, site=site, seek=seek)
    return Markup(made)  # noqa: S704 - a template of ours, in which every text is escaped


def render(
    template: str,
    page: str,
    site: Site,
    view: Any,  # noqa: ANN401 - views differ by page
    *,
    translated: bool = True,
    **more: Any,  # noqa: ANN401 - what it shows beside its view differs too
) -> tuple[str, bytes]:
    """Return a page of the site in the language of the site, its address and its bytes.

    `page` is its address within the pages of that language; `translated` is false of a page that all
    languages share.  `more` are its `export`, a file with the same rows, its `document`, the one that the
    page shows, and what it leads to `beside` its rows.
    """
    shared = shared_by_pages(page, site, description(template), more.get("document"))
    if translated:
        shared["versions"] = versions(site, page)
    made = environment(site.spoken).get_template(template).render(**shared, **more, view=view)
    return site.home + page, made.encode()


def shared_by_pages(
    page: str, site: Site, described: str, document: Document | None = None
) -> dict[str, Any]:
    """Return what the frame of every page needs; `described` says in a sentence what the page is."""
    root = addresses.root(page)
    return {
        "page": page,
        "root": root,
        "site": site,
        "explain": Explainer(site.glossary, root),
        "full": partial(canonical, site.about.address),
        "canonical": "" if site.preview else canonical(site.about.address, page),
        "described": described,
        "category": categories()[document.kind.value] if document else None,
        "linked": linked(site.about, page, document),
        "versions": (),
    }
