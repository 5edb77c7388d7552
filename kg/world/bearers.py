"""Who can bear a name as written: other orders, patronymics, short forms and transliterations tried in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.world.directory import Directory
from kg.world.names import GENERATIONS, HONORIFICS, core, fold, spelling, tokens
from kg.world.types import Person

_NUMBERS = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_LEAST = 3
"""Letters by which one given name must begin another to be its short form."""


def bearers(world: Directory, name: str) -> tuple[tuple[Person, ...], bool]:
    """Everyone who can bear this whole name of two words or more.

    Args:
        world: the tables.
        name: as written, without titles.

    Returns:
        The people, and whether they bear the name as written or in another order; if not, they bear one much like it.
    """
    words = core(tokens(name))
    if len(words) < 2:
        return tuple(person for person in world.people_named(name) if " " not in fold(person.name)), True
    for form in (name, *_forms(words)):
        found = tuple(person for person in world.people_named(form) if _counts_alike(name, person))
        if found:
            return found, True
    short = world.people_named(f"{words[0]} {words[-1]}")
    like = dict.fromkeys((*short, *_namesakes(world, words)))
    return tuple(person for person in like if _counts_alike(name, person)), False


def _counts_alike(name: str, person: Person) -> bool:
    """Whether a number in the name, as of a monarch, is the person's as well."""
    numbers = set(tokens(name)[1:]) & _NUMBERS
    return not numbers or any(numbers <= set(tokens(own)) for own in (person.name, *person.aliases, *person.called))


def _forms(words: Sequence[str]) -> Iterator[str]:
    yield " ".join((words[-1], *words[:-1]))
    yield " ".join((*words[1:], words[0]))


def _namesakes(world: Directory, words: Sequence[str]) -> Iterator[Person]:
    """Those whose family name the words hold, with a given name that fits."""
    for person in dict.fromkeys(person for family in _parts(words) for person in world.people_called(family)):
        if any(_alike(words, core(tokens(own))) for own in (person.name, *person.aliases)):
            yield person


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Ends of the name, and its first word, which can be a family name."""
    yield from (" ".join(words[at:]) for at in range(1, len(words)))
    yield words[0]


def _alike(words: Sequence[str], own: Sequence[str]) -> bool:
    """Whether one name holds all words of the other, or family and given name agree but for a short form."""
    said, held = {spelling(word) for word in words}, {spelling(word) for word in own}
    if min(len(said), len(held)) > 1 and (said <= held or held <= said):
        return True
    return spelling(words[-1]) == spelling(own[-1]) and short_of(words[0], own[0])


def short_of(one: str, other: str) -> bool:
    """Whether two folded given names can be one: equal, an initial, or a short form."""
    short, long = sorted((one, other), key=len)
    return one == other or (long.startswith(short) and (len(short) >= _LEAST or len(short) == 1))


def bare(name: str) -> str:
    """A name without honorifics in front and "Jr." behind, however short it becomes; monarchs keep their number."""
    words = list(tokens(name))
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    while len(words) > 1 and words[-1] in GENERATIONS - _NUMBERS:
        words.pop()
    return " ".join(words)
