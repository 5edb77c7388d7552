from kg.answer import Answer as Answer
from kg.contact_graph import ContactGraph as ContactGraph
from kg.contact_graph import Report as Report
from kg.contact_graph import explain as explain
from kg.contact_graph import extract as extract
from kg.display import Claims as Claims
from kg.display import Contacts as Contacts
from kg.errors import InputError as InputError
from kg.errors import KgError as KgError
from kg.model import Article as Article
from kg.model import Claim as Claim
from kg.model import Contact as Contact
from kg.model import Window as Window
from kg.reading import read as read
from kg.world import load_world as load_world

__version__: str
