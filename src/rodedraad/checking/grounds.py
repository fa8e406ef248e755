"""What the rules rest on: what a law or regulation says, or what an audit office found good practice."""

from typing import Final

BBV_RESULTS: Final = "BBV artikel 25 lid 2 a (genoemd in Stcrt. 2016, 16004): verantwoording over de doelen"
NO_FIGURE: Final = (
    "Regeling beleidsindicatoren gemeenten artikel 2 (Stcrt. 2016, 16004): zonder cijfer vermeldt het stuk "
    "‘gegevens niet beschikbaar’"
)
MANDATORY: Final = (
    "Regeling beleidsindicatoren gemeenten (Stcrt. 2016, 16004; gewijzigd Stcrt. 2018, 73660), bijlage"
)
NON_TEXT: Final = "WCAG 2.2, succescriteria 1.1.1 en 1.4.1: een pictogram of kleur heeft ook een tekst"
NOT_GUESSED: Final = (
    "Werkwijze van Rode Draad: wat niet te lezen was, is een bevinding en geen gok; een mens beslist"
)
CHECKABLE: Final = (
    "Goede praktijk: Rekenkamer Den Haag, ‘Meten is weten?’ (2013): juistheid en controleerbaarheid van de "
    "verantwoording over doelen"
)
COHERENT: Final = "Goede praktijk: Rekenkamer Utrecht, ‘Meten is weten’ (2017): samenhang en consistentie"
CONNECTED: Final = (
    "Goede praktijk: Rekenkamer(commissie) RMB, ‘Is de aansluiting te maken?’ (2021): stukken sluiten op "
    "elkaar aan en zijn los te lezen"
)
CONTRIBUTES: Final = (
    "Goede praktijk: Rekenkamer Amsterdam, ‘Informatiewaarde van de begroting’ (2013): duidelijk is welke "
    "activiteiten aan welk doel bijdragen"
)
QUANTIFIED: Final = (
    "Goede praktijk: Rekenkamer Amsterdam, ‘Bruikbaarheid van indicatoren’ (2020): een indicator heeft "
    "cijfers"
)
