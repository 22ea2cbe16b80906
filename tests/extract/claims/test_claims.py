"""What sentences say, row by row: tests/cases/claims.yml."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.claims.known import ClaimTables
from extract.claims.stage import find_claims
from kb.model import Claim, Mention, Quantity, Sentence

_CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "claims.yml").read_text(encoding="utf-8"))
_ROWS = [(lang, row) for lang in ("en", "ru", "kk") for row in _CASES[lang]]
_MARK = re.compile(r"\[(\w):([^|\]]+)\|([^\]]+)\]")
_NUMBER = re.compile(r"\{((\d+)[^}]*)\}")
_LABELS = {"c": "COUNTRY", "o": "ORG", "t": "TREATY", "p": "PERSON", "g": "PROGRAMME", "l": "PLACE"}
_DATES = {"d": "date:plain", "s": "date:since", "u": "date:until", "b": "date:by"}
_ORGANS = {"eaeu-supreme-council": "eaeu", "eec": "eaeu", "eaeu-court": "eaeu"}
_FOUNDS = {"treaty-eaeu-2014": "eaeu", "charter-cis-1993": "cis"}
_BODIES = ("wto", "eaeu", "cis", "csto", "eurasec", "sco", "edb", "customs-union", "customs-union-1995", *_ORGANS)
_TABLES = ClaimTables(
    types={**dict.fromkeys(_BODIES, "ORG"), "eurasian-union": "ORG", "eurasec-anti-crisis-fund": "ORG"},
    founds=_FOUNDS, concerns={"treaty-fta-cis-2011": "cis"}, parents=_ORGANS,
    words={}, seats={}, wholes={}, charters={}, founders={}, accessions={},
)  # fmt: skip


def _marked(marked: str, lang: str) -> tuple[str, list[Mention]]:
    """The plain text and the mentions that its brackets stand for."""
    text, mentions, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        kind, value, words = found.groups()
        span = (len(text), len(text) + len(words))
        if kind in _DATES:
            mentions.append(Mention("DATE", *span, words, lang, edtf=value, method=_DATES[kind]))
        else:
            mentions.append(Mention(_LABELS[kind], *span, words, lang, entity_id=value))
        text += words
        at = found.end()
    return text + marked[at:], mentions


def _sentences(text: str, lang: str) -> list[Sentence]:
    ends = [m.end() for m in re.finditer(r"[.?!](?= |$)", text)]
    return [Sentence(lang, start, end) for start, end in zip([0, *(e + 1 for e in ends)], ends, strict=False)]


def _told(row: dict[str, Any], lang: str) -> tuple[Claim, ...]:
    number = _NUMBER.search(row["text"])
    text, mentions = _marked(_NUMBER.sub(r"\1", row["text"]), lang)
    quantities = []
    if number:
        start = text.index(number[1])
        quantities = [Quantity(start, start + len(number[1]), number[1], float(number[2]), "votes")]
    return find_claims(text, _sentences(text, lang), mentions, quantities, _TABLES)


def _line(claim: Claim) -> str:
    instrument = claim.type in {
        "signed",
        "ratified",
        "adopted",
        "entered_into_force",
        "in_effect",
        "established",
        "terminated",
    }
    parts = [claim.type, claim.subject_id, claim.object_id or "-", claim.edtf or "-"]
    if instrument and claim.type in {"established", "terminated"}:
        parts[2] = "-"
    return " ".join([*parts, claim.polarity] if claim.polarity != "asserted" else parts)


@pytest.mark.parametrize(("lang", "row"), _ROWS, ids=[f"{lang}-{n}" for n, (lang, _) in enumerate(_ROWS)])
def test_sentence_says(lang: str, row: dict[str, Any]) -> None:
    claims = _told(row, lang)
    assert sorted({_line(c) for c in claims if c.origin == "text"}) == sorted(row["claims"])
    if "derived" in row:
        derived = {f"{c.type} {c.subject_id} {c.object_id} {c.edtf or '-'}" for c in claims if c.origin == "derived"}
        assert sorted(derived) == sorted(row["derived"])
    if "parties" in row:
        held = [p.entity_id for c in claims if c.type in {"signed", "ratified"} for p in c.participants]
        assert sorted(held) == sorted(row["parties"])
    if "value" in row:
        assert [c.value for c in claims] == [row["value"]]
    if "place" in row:
        assert {c.place for c in claims if c.origin == "text"} == {row["place"]}


def test_the_place_is_that_of_the_nearest_verb() -> None:
    text = "The GUAM charter was signed at Yalta in 2001, and Uzbekistan left the WTO in 2005."
    names = [("TREATY", "GUAM charter", "charter-guuam-2001"), ("PLACE", "Yalta", "yalta"), ("ORG", "WTO", "wto")]
    names.append(("COUNTRY", "Uzbekistan", "uz"))
    mentions = [Mention(label, text.index(w), text.index(w) + len(w), w, "en", entity_id=i) for label, w, i in names]
    claims = find_claims(text, _sentences(text, "en"), mentions, (), _TABLES)
    assert {(c.type, c.place) for c in claims} == {("signed", "Yalta"), ("withdrew", None)}


def test_quote_is_the_sentence() -> None:
    text = "Much was said. Kazakhstan joined the WTO in 2015. More followed."
    names = [("COUNTRY", "Kazakhstan", "kz"), ("ORG", "WTO", "wto")]
    mentions = [Mention(label, text.index(w), text.index(w) + len(w), w, "en", entity_id=i) for label, w, i in names]
    claims = find_claims(text, _sentences(text, "en"), mentions, (), _TABLES)
    assert [c.quote for c in claims] == ["Kazakhstan joined the WTO in 2015."]
    assert text[claims[0].start_char : claims[0].end_char] == claims[0].quote


def test_nothing_named_says_nothing() -> None:
    text = "They joined, signed and ratified everything."
    assert find_claims(text, _sentences(text, "en"), (), (), _TABLES) == ()
