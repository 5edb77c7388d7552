"""Words that stand for countries and organisations, and which of several they prefer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.world.types import Country, GeoTerm, Organisation

PREFERENCE = {
    "Korea": "KOR",
    "Korean": "KOR",
    "Koreans": "KOR",
    "Congo": "COD",
    "Congolese": "COD",
    "Guinea": "GIN",
    "Guinean": "GIN",
    "Guineans": "GIN",
    "Dominican": "DOM",
    "Dominicans": "DOM",
    "Georgia": "GEO",
    "Georgian": "GEO",
    "China": "CHN",
    "Chinese": "CHN",
    "Samoan": "WSM",
    "Niger": "NER",
    "Nigerian": "NGA",
    "Sudanese": "SDN",
    "Yemen": "YEM",
    "Yemeni": "YEM",
    "Germany": "DEU",
    "German": "DEU",
    "Germans": "DEU",
    "Moscow": "RUS",
    "Kremlin": "RUS",
    "Belgrade": "SRB",
    "Berlin": "DEU",
    "Prague": "CZE",
    "Foreign Office": "GBR",
}
"""Words of several countries, and the one that news means when it says no more."""

_SENSES = ("name", "organisation", "adjective", "demonym", "metonym", "capital")
GONE = frozenset({"SUN", "DDR", "YUG", "CSK", "SCG", "YMD"})
"""States that are gone: they never take a word from a state that lives."""


def geo_terms(countries: Iterable[Country], organisations: Iterable[Organisation]) -> dict[str, tuple[GeoTerm, ...]]:
    """All terms by their text as written, the preferred sense of each first."""
    found: dict[str, list[GeoTerm]] = {}
    for term in _terms(countries, organisations):
        held = found.setdefault(term.text, [])
        if term not in held:
            held.append(term)
    return {text: tuple(sorted(terms, key=_preference)) for text, terms in found.items()}


def _preference(term: GeoTerm) -> tuple[bool, bool, int]:
    return (term.code != PREFERENCE.get(term.text, term.code), term.code in GONE, _SENSES.index(term.sense))


def _terms(countries: Iterable[Country], organisations: Iterable[Organisation]) -> Iterator[GeoTerm]:
    for country in countries:
        yield from _country_terms(country)
    for body in organisations:
        for text in (body.code, body.name, *body.aliases):
            yield GeoTerm(text, body.code, "organisation")


def _country_terms(country: Country) -> Iterator[GeoTerm]:
    for text in (country.name, *country.names):
        yield GeoTerm(text, country.code, "name")
    for text in country.adjectives:
        yield GeoTerm(text, country.code, "adjective")
    for text in country.demonyms:
        yield GeoTerm(text, country.code, "demonym")
        if text not in country.adjectives and not text.endswith(("s", "ese", "ish")):
            yield GeoTerm(text + "s", country.code, "demonym")
    for text in country.metonyms:
        yield GeoTerm(text, country.code, "metonym")
    for text in (country.capital, *country.cities):
        if text:
            yield GeoTerm(text, country.code, "capital")
