"""How long each named query takes on a made-up graph; median of several runs, in milliseconds.

    python benchmarks/queries.py                       # 20,000 contacts
    python benchmarks/queries.py --contacts 5000 --store made.kg --only disputed

The graph: articles with ten claims each, all of different contacts, of 300 leaders of the tables over ten years; who is
drawn often is drawn by rank (1/rank), so that a few leaders have thousands of contacts, as in life.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from kg.graph import Store, named_queries, run
from kg.graph.results import rows
from kg.model import Article, Channel, Claim, Evidence, Participant, Roles, Status, Window
from kg.world import load_world

LEADERS, DAYS, CLAIMS = 300, 3650, 10
FIRST = date(2014, 1, 1)
TOPICS = ("trade", "ceasefire", "energy", "country:SYR", "country:UKR", "bilateral-relations", "armed-conflict")
PLACES = ("", "", "Geneva", "Paris", "Hamburg", "Camp David")
AUTHORITIES = ("", "", "the Kremlin", "the White House", "the Elysee", "Downing Street")
STATUSES = (*[Status.HELD] * 7, Status.PLANNED, Status.CANCELLED, Status.DENIED)


def people(chance: random.Random) -> list[Participant]:
    """Leaders of the tables, in an order that chance made."""
    world = load_world()
    held = {tenure.person: tenure for tenure in world.tenures}
    known = [person for key, person in sorted(world.people.items()) if person.qid and key in held]
    chosen = chance.sample(known, LEADERS)
    return [
        Participant(name=one.name, id=one.qid, post=held[one.id].office, country=held[one.id].country) for one in chosen
    ]


def articles(contacts: int, seed: int = 20) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles with their claims; the same for the same seed."""
    chance = random.Random(seed)
    leaders = people(chance)
    weights = [1 / rank for rank in range(1, len(leaders) + 1)]
    for number in range(contacts // CLAIMS):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        article = Article(id=f"made/{number}", text=f"{number}", published=day, issuer=f"Wire {number % 12}")
        yield article, [_claim(chance, leaders, weights, day, at) for at in range(CLAIMS)]


def _claim(chance: random.Random, leaders: list[Participant], weights: list[float], day: date, at: int) -> Claim:
    drawn = {one.name: one for one in chance.choices(leaders, weights, k=8)}
    who = list(drawn.values())[: chance.choice((2, 2, 2, 3))]
    says = f"They spoke, the {at}th sentence says."
    return Claim(
        participants=tuple(who),
        channel=chance.choice(list(Channel)),
        status=chance.choice(STATUSES),
        window=Window() if chance.random() < 0.1 else Window.day(day - timedelta(days=chance.randrange(DAYS))),
        topics=tuple(chance.sample(TOPICS, chance.randrange(3))),
        authority=chance.choice(AUTHORITIES),
        place=chance.choice(PLACES),
        occasion=chance.choice(("", "", "", "G20 summit")),
        roles=Roles(initiator=(who[0].name,), host=(who[0].name,), visitor=(who[1].name,)),
        evidence=(Evidence(start=at * 50, end=at * 50 + len(says), text=says),),
    )


def filled(store: Store, contacts: int) -> None:
    """Put the made-up articles into a store, where they are not yet."""
    started = time.perf_counter()
    for article, claims in articles(contacts):
        store.put(article, claims)
    print(f"put {contacts:,} claims in {time.perf_counter() - started:.1f} s")
    started = time.perf_counter()
    store.rebuild()
    print(f"merged and derived in {time.perf_counter() - started:.1f} s")


def parameters(store: Store) -> Mapping[str, str]:
    """A value for every parameter that a query requires: the hardest, who and what is most frequent."""
    [first, second, *_] = [row["leader"] for row in rows(run(store, "busiest-leaders", {}))]
    [contact] = rows(store.query("SELECT ?c { ?c a kg:Contact } LIMIT 1"))
    return {
        "leader": first, "a": first, "b": second, "before": "2030", "country": "France", "office": "head of state",
        "topic": "peace-and-conflict", "place": "Paris", "occasion": "summit", "authority": "Kremlin",
        "article": "made/1", "contact": contact["c"],
    }  # fmt: skip


def milliseconds(store: Store, name: str, given: Mapping[str, str], runs: int) -> tuple[float, int]:
    """Median time of a query, and how many rows it has."""
    params = {each.name: given[each.name] for each in named_queries()[name].parameters if each.required}
    taken, found = [], 0
    for _ in range(runs):
        started = time.perf_counter()
        found = len(rows(run(store, name, params)))
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), found


def main() -> None:
    """Make the graph and print a line a query, the slowest first."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--contacts", type=int, default=20_000)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--store", type=Path, help="folder to keep the graph in; in memory without it")
    arguments.add_argument("--only", nargs="*", default=list(named_queries()), help="names of queries")
    chosen = arguments.parse_args()
    kept = chosen.store is not None and chosen.store.exists()
    with Store.open(chosen.store) if chosen.store else Store() as store:
        if not kept:
            filled(store, chosen.contacts)
        given = parameters(store)
        measured = {name: milliseconds(store, name, given, chosen.runs) for name in chosen.only}
    for name, (taken, found) in sorted(measured.items(), key=lambda item: -item[1][0]):
        print(f"{name:28} {taken:9.1f} ms {found:7,} rows")


if __name__ == "__main__":
    main()
