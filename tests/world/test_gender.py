"""Gender of the people of the tables: facts anyone can look up, and how many of the leaders have one."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kg.extraction.mentions import find_mentions
from kg.world import World, load_world

WOMEN = """
Angela Merkel|Theresa May|Margaret Thatcher|Liz Truss|Benazir Bhutto|Indira Gandhi|Golda Meir|Sheikh Hasina|Khaleda Zia
Chandrika Kumaratunga|Gro Harlem Brundtland|Erna Solberg|Mette Frederiksen|Helle Thorning-Schmidt|Sanna Marin
Tarja Halonen|Mary Robinson|Mary McAleese|Vigdís Finnbogadóttir|Jóhanna Sigurðardóttir|Katrín Jakobsdóttir
Dalia Grybauskaite|Vaira Vīķe-Freiberga|Kersti Kaljulaid|Kaja Kallas|Beata Szydło|Ewa Kopacz|Hanna Suchocka
Yulia Tymoshenko|Maia Sandu|Salome Zourabichvili|Atifete Jahjaga|Vjosa Osmani|Ana Brnabić|Jadranka Kosor
Kolinda Grabar-Kitarović|Zuzana Čaputová|Édith Cresson|Élisabeth Borne|Catherine Colonna|Giorgia Meloni
Federica Mogherini|Emma Bonino|Catherine Ashton|Ursula von der Leyen|Roberta Metsola|Christine Lagarde
Kristalina Georgieva|Ngozi Okonjo-Iweala|Ellen Johnson Sirleaf|Joyce Banda|Samia Suluhu Hassan|Sahle-Work Zewde
Naledi Pandor|Nkosazana Dlamini-Zuma|Louise Mushikiwabo|Cristina Fernández de Kirchner|Susana Malcorra
Michelle Bachelet|Dilma Rousseff|Claudia Sheinbaum|Alicia Bárcena|Delcy Rodríguez|Xiomara Castro|Violeta Chamorro
Laura Chinchilla|Mireya Moscoso|Mia Mottley|Kamla Persad-Bissessar|Corazon Aquino|Gloria Macapagal Arroyo
Megawati Sukarnoputri|Retno Marsudi|Aung San Suu Kyi|Yingluck Shinawatra|Paetongtarn Shinawatra|Park Geun-hye
Kang Kyung-wha|Choe Son-hui|Kim Yo-jong|Tsai Ing-wen|Makiko Tanaka|Yoriko Kawaguchi|Yoko Kamikawa|Sanae Takaichi
Sushma Swaraj|Hina Rabbani Khar|Wu Yi|Fu Ying|Hua Chunying|Jiang Yu|Mao Ning|Zhang Qiyue|Maria Zakharova
Madeleine Albright|Condoleezza Rice|Hillary Clinton|Kamala Harris|Susan Rice|Victoria Nuland|Wendy Sherman|Jen Psaki
Julia Gillard|Julie Bishop|Penny Wong|Marise Payne|Jacinda Ardern|Helen Clark|Kim Campbell|Chrystia Freeland
Mélanie Joly|Anita Anand|Annalena Baerbock|Tzipi Livni|Tansu Çiller|Hanan Ashrawi|Najla Bouden|Elizabeth II
"""
MEN = """
Donald Trump|Barack Obama|Joe Biden|Bill Clinton|Rex Tillerson|Marco Rubio|Vladimir Putin|Sergei Lavrov|Dmitry Peskov
Xi Jinping|Hu Jintao|Li Keqiang|Wang Yi|Qin Gang|Geng Shuang|Zhao Lijian|Kim Jong-un|Kim Jong-il|Moon Jae-in
Yoon Suk Yeol|Ban Ki-moon|Shinzo Abe|Taro Aso|Yoshihide Suga|Narendra Modi|S. Jaishankar|Manmohan Singh|Imran Khan
Hamid Karzai|Recep Tayyip Erdoğan|Mevlüt Çavuşoğlu|Hakan Fidan|Bashar al-Assad|Benjamin Netanyahu|Yasser Arafat
Mahmoud Abbas|Abdel Fattah el-Sisi|Hassan Rouhani|Mohammad Javad Zarif|Mohammed bin Salman|Tamim bin Hamad Al Thani
Tony Blair|Boris Johnson|Keir Starmer|Emmanuel Macron|Jacques Chirac|Helmut Kohl|Olaf Scholz|Silvio Berlusconi
Viktor Orbán|Donald Tusk|Volodymyr Zelenskyy|Dmytro Kuleba|Alexander Lukashenko|Aleksandar Vučić|Nelson Mandela
Thabo Mbeki|Paul Kagame|Kofi Annan|António Guterres|Jens Stoltenberg|Justin Trudeau|Jair Bolsonaro|Hugo Chávez
Nicolás Maduro|Fidel Castro|Joko Widodo|Mahathir Mohamad|Lee Hsien Loong|Hun Sen|Thaksin Shinawatra|Pope Francis
"""
MEN_BY_NAMES_OF_WOMEN = """
Karen Karapetyan|Karen Demirchyan|Nikol Pashinyan|Kim Darroch|Kim Beazley|Kim Holmes|Dina Mufti|Mari Alkatiri
Alva Baptiste|Marin Raykov|Kristen Michal|Michele Nicoletti|Gabriele Gatti|Nicola Renzi|Joan Enric Vives|Jean Asselborn
Jean Ping|Vivian Balakrishnan|Dominique de Villepin|Leslie Voltaire|Kerrie Symmonds|Sacha Llorenti|Patrice Talon
Nana Akufo-Addo|Adama Barrow|Alpha Condé|Mame Mandiaye Niang|Anifah Aman|Kaoru Yosano|Deniz Baykal|Raila Odinga
Morgan Tsvangirai|Clarence Seignoret|Valentine Strasser|Neelam Sanjiva Reddy|Pushpa Kamal Dahal|Najah al-Shammari
Robin Cook|Lynn Pascoe|Enda Kenny|Kim Sook|Marion V. Creekmore|Manuella Tulaga|Marie Eddy|Laurie Chan
"""
WOMEN_BY_NAMES_OF_MEN = """
Kim Campbell|Kim Bolduc|Quentin Bryce|Sam Mostyn|Rosario Murillo|Rosario Green|Dominique Dupuy|Dominique Hasler
Laurence Boone|Valentine Rugwabiza|Yassine Fall|Krishna Mathoera|Morgan Ortagus|Yuri Kim|Robin Raphel|Joan Donoghue
Jean Kennedy Smith|Carmel Sepuloni|Kingsley Wilson|Billie Miller|Nusrat Ghani|Najah al-Attar|Cihan Sultanoğlu
Mumtaz Zahra Baloch|Jamie D. McCourt|Vivian Motzfeldt|Laurie S. Fulton|Kuni Sato|Kadri Simson|Sasha Baker
"""
# A table of the time has a clipped name that another gender bears, or several people share the name.
UNSETTLED = "Mila Ramljak|Vitalia Mette|Li Bin|Robin Kinloch"
LEADERS = ("head_of_state", "head_of_government", "foreign_minister")


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def names(text: str) -> list[str]:
    return text.replace("\n", "|").strip("|").split("|")


def genders(world: World, name: str) -> set[str]:
    return {person.gender for person in world.people_named(name)}


def leaders(world: World, kind: str, since: date) -> set[str]:
    return {t.person for t in world.tenures if t.kind == kind and (t.last is None or t.last >= since)}


@pytest.mark.parametrize("name", names(WOMEN))
def test_well_known_women(world: World, name: str) -> None:
    assert genders(world, name) == {"female"}


@pytest.mark.parametrize("name", names(MEN))
def test_well_known_men(world: World, name: str) -> None:
    assert genders(world, name) == {"male"}


def test_a_given_name_of_both_genders_is_told_by_the_person(world: World) -> None:
    assert [name for name in names(MEN_BY_NAMES_OF_WOMEN) if genders(world, name) != {"male"}] == []
    assert [name for name in names(WOMEN_BY_NAMES_OF_MEN) if genders(world, name) != {"female"}] == []


def test_who_is_not_sure_stays_empty(world: World) -> None:
    assert [name for name in names(UNSETTLED) if genders(world, name) != {""}] == []


@pytest.mark.parametrize("kind", LEADERS)
def test_leaders_since_1990_have_a_gender(world: World, kind: str) -> None:
    told = [world.people[person].gender for person in leaders(world, kind, date(1990, 1, 1))]
    assert len(told) > 1000
    assert sum(map(bool, told)) / len(told) >= 0.95


def shown(world: World, ending: str, countries: str) -> dict[str, str]:
    """Genders of the people of some countries whose name has one of these endings or parts."""
    people = (world.people[tenure.person] for tenure in world.tenures if tenure.country in countries.split())
    return {person.name: person.gender for person in people if re.search(ending, person.name)}


@pytest.mark.parametrize(
    ("gender", "ending", "countries"),
    [
        ("female", r"(ova|eva|ina|skaya)$", "RUS BLR BGR KAZ KGZ TJK TKM UZB UKR AZE"),
        ("male", r"(ov|ev|in|sky)$", "RUS BLR BGR KAZ KGZ TJK TKM UZB AZE"),
        ("female", r"dóttir$|ienė$", "ISL LTU"),
        ("male", r"s?son$|(as|is|us)$", "ISL LTU"),
        ("female", r"\b(Thi|Mint|bint)\b", "VNM MRT SAU ARE QAT"),
        ("male", r"\b(Van|Ould|bin)\b", "VNM MRT SAU ARE QAT KWT BHR OMN"),
    ],
)
def test_names_that_show_the_gender_agree(world: World, gender: str, ending: str, countries: str) -> None:
    found = shown(world, ending, countries)
    assert found
    assert {name: told for name, told in found.items() if told != gender} == {}


def test_mentions_carry_the_gender() -> None:
    text = "Angela Merkel met Vladimir Putin in Sochi."
    found = find_mentions(text, day=date(2017, 5, 2), world=load_world())
    told = {m.entity.name: m.entity.gender for m in found.text if m.entity and m.entity.person}
    assert told == {"Angela Merkel": "female", "Vladimir Putin": "male"}
