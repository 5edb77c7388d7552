"""How contacts, claims and answers show themselves in a notebook."""

from kg.display.lists import Claims, Contacts
from kg.display.table import Quote, Row, Table

__all__ = ["Claims", "Contacts", "Quote", "Row", "Table"]
