"""Loading the world and finding its names in texts, against spaCy's EntityRuler and PhraseMatcher, in one run.

    python benchmarks/world.py               # 2,000 texts of 400 words
    python benchmarks/world.py --texts 500

The texts are made up: names of the tables between ordinary words. All three look for the same names in the same texts
and take turns; spaCy's two need tokens first. Times are processor time of one core, the least of several turns.
Memory is what the process grows by.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core: before numpy is read

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.extraction.mentions import find_mentions
from kg.world import World, load_world

WORDS, SHARE, TURNS = 400, 0.04, 3  # words of a text; share of its places where a name stands; turns of each finder
SLOW = 10  # of so many texts one is given to what is slow
FILLER = tuple(
    "the of and to in that it was for on are as with his they at be this have from or one had by word but not what all "
    "were when can said there use an each which she do how their will up other about out many then them these so some "
    "her would make like him into time has look two more write go see number no way could people than first water been "
    "who oil its now find long down day did get come made may part".split()
)

Finder = Callable[[Sequence[str]], int]


class Speed(NamedTuple):
    """What one finder did.

    Attributes:
        rate: texts a second.
        found: names found in a text.
    """

    rate: float
    found: float


def names_of(world: World) -> list[str]:
    """All names that the tables write, whole and bare."""
    people = world.people.values()
    return sorted({name for one in people for name in (one.name, *one.aliases, one.family, *one.called) if name})


def texts_of(names: Sequence[str], number: int, seed: int = 4) -> list[str]:
    """Made-up texts, the same for the same seed."""
    chance = random.Random(seed)
    return [" ".join(_words(chance, names)) for _ in range(number)]


def _words(chance: random.Random, names: Sequence[str]) -> Iterator[str]:
    left = WORDS
    while left > 0:
        words = chance.choice(names).split()[:left] if chance.random() < SHARE else [chance.choice(FILLER)]
        left -= len(words)
        yield from words


def ours(world: World) -> Finder:
    """The production function."""
    return lambda texts: sum(1 for text in texts for _ in world.names_in(text))


def mention_reader(world: World) -> Finder:
    """All of mention reading: names, titles, offices, states, and who is meant."""
    return lambda texts: sum(len(find_mentions(text, day=None, world=world).text) for text in texts)


def phrase_matcher(names: Sequence[str]) -> Finder:
    """spaCy's PhraseMatcher behind its tokenizer."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", list(nlp.tokenizer.pipe(names)))
    return lambda texts: sum(len(matcher(doc, as_spans=True)) for doc in nlp.tokenizer.pipe(texts))


def entity_ruler(names: Sequence[str]) -> Finder:
    """spaCy's EntityRuler behind its tokenizer."""
    import spacy

    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(texts))


def race(texts: Sequence[str], finders: Sequence[Finder], turns: int = TURNS) -> list[Speed]:
    """The best speed of each finder, all taking turns on the same texts."""
    found, seconds = [0] * len(finders), [float("inf")] * len(finders)
    for _ in range(turns):
        for number, find in enumerate(finders):
            started = time.process_time()
            found[number] = find(texts)
            seconds[number] = min(seconds[number], time.process_time() - started)
    return [Speed(len(texts) / taken, names / len(texts)) for taken, names in zip(seconds, found, strict=True)]


def loading() -> tuple[float, float]:
    """Seconds that loading from the cache takes, the least of several, and megabytes of the world ready for use."""
    fill = "from kg.world import load_world; load_world()"
    subprocess.run([sys.executable, "-c", fill], check=True)  # elsewhere, so that memory is of the loaded form alone
    before, seconds = _megabytes(), float("inf")
    for _ in range(TURNS):
        load_world.cache_clear()
        started = time.process_time()
        world = load_world()
        seconds = min(seconds, time.process_time() - started)
    _make_ready(world)
    return seconds, _megabytes() - before


def _make_ready(world: World) -> None:
    """Build every index that is built when it is first needed."""
    list(world.names_in("Sergei Lavrov"))
    world.resolve("the Turkish foreign minister", on=None)
    world.occasion("G20")


def _megabytes() -> float:
    """Memory of this process; where the system does not tell, the most that it had."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Print loading, memory, texts a second and the ratios."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--texts", type=int, default=2000, help="how many")
    number = arguments.parse_args().texts
    seconds, megabytes = loading()
    world = load_world()
    names = names_of(world)
    texts = texts_of(names, number)
    print(f"loaded from the cache in {seconds:.2f} s; {megabytes:.0f} MB with every index; {len(names)} names")
    fast, matcher = race(texts, (ours(world), phrase_matcher(names)))
    slow = texts[: max(1, number // SLOW)]
    again, ruler, reader = race(slow, (ours(world), entity_ruler(names), mention_reader(world)), turns=2)
    print(f"{'names_in':14} {fast.rate:9.0f} texts/s, {fast.found:5.1f} names in each")
    for label, other, of in (("PhraseMatcher", matcher, fast), ("EntityRuler", ruler, again)):
        ratio = of.rate / other.rate
        shown = f"{label:14} {other.rate:9.0f} texts/s, {other.found:5.1f} names in each"
        print(f"{shown}, names_in is {ratio:5.1f} times as fast")
    print(f"{'find_mentions':14} {reader.rate:9.0f} texts/s, {reader.found:5.1f} mentions in each")


if __name__ == "__main__":
    main()
