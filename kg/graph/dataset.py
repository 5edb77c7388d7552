"""Databases as rdflib has them, so that SPARQL of users goes one way."""

from __future__ import annotations

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.graph.database import Database
from kg.graph.remote import RemoteDatabase
from kg.graph.remote_dataset import RemoteStore


def as_dataset(database: Database) -> Dataset:
    """The database as rdflib has it, with the union of all graphs as default graph."""
    if isinstance(database, ox.Store):
        return Dataset(store=OxigraphStore(store=database), default_union=True)
    if not isinstance(database, RemoteDatabase):
        raise TypeError(f"{type(database).__name__} is no database of this package")
    return Dataset(store=RemoteStore(database), default_union=True)
