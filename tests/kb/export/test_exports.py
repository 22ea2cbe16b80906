"""Every format is written and read back, with Cyrillic, quotes, control characters and open intervals in it."""

import csv
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib

from kb.cli.graph import WRITERS, writer
from kb.export.csv_files import nodes_path

NASTY = 'ЕурАзЭҚ «Қоғамдастық» "quoted" & <b>\\ \x00\x0b\ufffe\ud800\nsecond, line'
CLEAN = 'ЕурАзЭҚ «Қоғамдастық» "quoted" & <b>\\ \nsecond, line'


@pytest.fixture
def graph() -> "nx.MultiDiGraph[str]":
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(lang="kk")
    found.add_node("eurasec", label=NASTY, type="ORG", name_kk=NASTY, abbr_en="EurAsEC", start="2000-10-10")
    found.add_node("uz", label="Өзбекстан", type="COUNTRY", name_kk="Өзбекстан", wikidata="Q265")
    found.add_node("court", label="Court", type="ORG", name_en="Court")
    member = {"type": "membership", "certainty": "certain", "support": "both", "citation": NASTY,
              "documents": "a/қ one.txt,b.txt"}  # fmt: skip
    found.add_edge("uz", "eurasec", "m1", **member, status="member", start="2006-01-25", end="2008-10-12",
                   start_edtf="2006-01-25", end_edtf="2008-10-12")  # fmt: skip
    found.add_edge("uz", "eurasec", "m2", **member, status="suspended", start="2008-10-12", start_edtf="2008-10-12")
    found.add_edge("uz", "eurasec", "m3", **member, status="member", start="2020-01-01", start_edtf="2020")
    found.add_edge("court", "eurasec", "o1", type="organ_of", certainty="possible", end="2015-01-01")
    return found


def written(graph: "nx.MultiDiGraph[str]", form: str, folder: Path) -> Path:
    path = folder / f"graph.{form}"
    writer(form)(graph, path)
    return path


def check(found: Any, name: str = NASTY) -> None:
    assert set(found.nodes) == {"eurasec", "uz", "court"}
    spells = {data["status"]: data for *_, data in found.edges("uz", data=True)}
    assert found.number_of_edges("uz", "eurasec") == 3
    assert spells["suspended"]["start"] == "2008-10-12"
    assert not spells["suspended"].get("end")
    assert {data["type"] for *_, data in found.edges(data=True)} == {"membership", "organ_of"}
    assert found.nodes["uz"]["label"] == "Өзбекстан"
    assert " ".join(found.nodes["eurasec"]["label"].split()) == " ".join(CLEAN.split())


def test_gexf_comes_back_with_spells(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    found = nx.read_gexf(written(graph, "gexf", tmp_path))
    check(found)
    assert found.graph["mode"] == "dynamic"
    edge = found["uz"]["eurasec"]["m1"]
    # `end` is the first day without it; a spell of the format holds on its last day too.
    assert (edge["start"], edge["end"], edge["spells"]) == ("2006-01-25", "2008-10-12", [("2006-01-25", "2008-10-11")])
    assert found["uz"]["eurasec"]["m2"]["spells"][0][0] == "2008-10-12"
    assert edge["status"] == "member"


def test_gexf_says_nothing_that_its_schema_forbids(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    root = ET.parse(written(graph, "gexf", tmp_path)).getroot()
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert root.find("g:graph", space).attrib == {  # type: ignore[union-attr]
        "defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}  # fmt: skip
    for edge in root.iterfind(".//g:edge", space):
        assert set(edge.attrib) == {"id", "source", "target"}
    for spell in root.iterfind(".//g:spell", space):
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in spell.attrib.values())


def test_graphml_comes_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    check(nx.read_graphml(written(graph, "graphml", tmp_path)))


def test_json_comes_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    data = json.loads(written(graph, "json", tmp_path).read_text(encoding="utf-8"))
    check(nx.node_link_graph(data, edges="edges"))


def test_cytoscape_comes_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    data = json.loads(written(graph, "cytoscape", tmp_path).read_text(encoding="utf-8"))
    assert len({edge["data"]["id"] for edge in data["elements"]["edges"]}) == 4
    check(nx.cytoscape_graph(data))


def test_csv_comes_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    path = written(graph, "csv", tmp_path)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    with nodes_path(path).open(encoding="utf-8", newline="") as file:
        found.add_nodes_from((row["id"], row) for row in csv.DictReader(file))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.add_edge(row["source"], row["target"], row["id"], **row)
    check(found)


_STRING = r'"(?:[^"\\]|\\.)*"'


def test_dot_comes_back(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    text = written(graph, "dot", tmp_path).read_text(encoding="utf-8")
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for line in text.splitlines()[3:-1]:
        head, _, rest = line.strip().partition(" [")
        ends = [said(word) for word in re.findall(_STRING, head)]
        data = {said(k): said(v) for k, v in re.findall(f"({_STRING})=({_STRING})", rest)}
        if len(ends) == 2:
            found.add_edge(*ends, data["id"], **data)
        else:
            found.add_node(ends[0], **data)
    check(found)


def said(string: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], string[1:-1])


_ON = """
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX kb: <https://eurasia-kb.example/term/>
SELECT ?member ?status WHERE {
  ?m a org:Membership ; org:member/dcterms:identifier ?member ; org:organization/dcterms:identifier "eurasec" ;
     kb:status ?status ; org:memberDuring ?t .
  OPTIONAL { ?t time:hasBeginning/time:inXSDDate ?start }
  OPTIONAL { ?t time:hasEnd/time:inXSDDate ?end }
  FILTER(?start <= ?day && (!BOUND(?end) || ?end > ?day))
}"""


# rdflib's own JSON-LD parser uses a class that rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("form", ["ttl", "jsonld"])
@pytest.mark.parametrize(("day", "statuses"), [
    ("2007-06-30", {"member"}), ("2008-10-12", {"suspended"}), ("2005-01-01", set()),
    ("2021-01-01", {"member", "suspended"}),
])  # fmt: skip
def test_sparql_says_who_was_a_member_on_a_date(
    graph: "nx.MultiDiGraph[str]", tmp_path: Path, form: str, day: str, statuses: set[str]
) -> None:
    found = rdflib.Graph().parse(written(graph, form, tmp_path), format="turtle" if form == "ttl" else "json-ld")
    moment = rdflib.Literal(day, datatype=rdflib.XSD.date)
    rows = {str(row[1]) for row in found.query(_ON, initBindings={"day": moment})}  # type: ignore[index, union-attr]
    assert rows == statuses


def test_turtle_speaks_wikidata_and_prov(graph: "nx.MultiDiGraph[str]", tmp_path: Path) -> None:
    found = rdflib.Graph().parse(written(graph, "ttl", tmp_path), format="turtle")
    question = """PREFIX p: <http://www.wikidata.org/prop/> PREFIX ps: <http://www.wikidata.org/prop/statement/>
      PREFIX pq: <http://www.wikidata.org/prop/qualifier/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?name ?start ?end WHERE { ?who p:P463 ?s ; skos:prefLabel ?name . ?s ps:P463 ?what ; pq:P580 ?start .
        OPTIONAL { ?s pq:P582 ?end } } ORDER BY ?start"""
    rows = [[str(value) if value is not None else None for value in row] for row in found.query(question)]  # type: ignore[union-attr]
    assert rows == [["Өзбекстан", "2006-01-25", "2008-10-12"], ["Өзбекстан", "2020-01-01", None]]
    derived = rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    assert len(list(found.triples((None, derived, None)))) == 3 * 3
    assert any(str(o) == CLEAN for o in found.objects())


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == {"gexf", "graphml", "json", "cytoscape", "dot", "csv", "jsonld", "ttl"}
    assert all(callable(writer(form)) for form in WRITERS)
