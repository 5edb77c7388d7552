"""The words of the house as frozen types: articles, claims with their evidence, contacts."""

from kg.model.article import Article
from kg.model.claim import Channel, Claim, Evidence, Kind, Participant, Roles, Status, Via
from kg.model.contact import Contact, Step, Support
from kg.model.extraction import Extraction, Rejection, Why
from kg.model.window import Window

__all__ = [
    "Article",
    "Channel",
    "Claim",
    "Contact",
    "Evidence",
    "Extraction",
    "Kind",
    "Participant",
    "Rejection",
    "Roles",
    "Status",
    "Step",
    "Support",
    "Via",
    "Why",
    "Window",
]
