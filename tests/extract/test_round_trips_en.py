"""English facts told in many forms: each leaves the claim as it is, and changes its polarity where it says so."""

from collections.abc import Iterator

import pytest

from kb.extraction import extract_text

# Each verb as an infinitive and as what stands behind "has": subject, words around the object, the claim that it tells.
_DEEDS = {
    "acceded": ("Mongolia", "join {}", "joined {}", "GUAM", "mn guam"),
    "withdrew": ("Mongolia", "leave {}", "left {}", "GUAM", "mn guam"),
    "observer": ("Mongolia", "receive observer status in {}", "received observer status in {}", "GUAM", "mn guam"),
    "suspended": ("Mongolia", "be suspended from {}", "been suspended from {}", "GUAM", "mn guam"),
    "entered_into_force": ("the CIS Charter", "enter into force", "entered into force", "", "charter-cis-1993 cis"),
    "signed": ("the CIS Charter", "be signed", "been signed", "", "charter-cis-1993 cis"),
    "established": ("GUAM", "be founded", "been founded", "", "guam -"),
}
_FORMS = {
    "The minister said that {s} had {p}.": "asserted",
    "It was announced that {s} had {p}.": "asserted",
    "Analysts do not rule out that {s} will {i}.": "hypothetical",
    "It cannot be ruled out that {s} will {i}.": "hypothetical",
    "In the event that {s} should {i}, prices would rise.": "hypothetical",
    "Were {s} to {i}, prices would rise.": "hypothetical",
    "Should {s} {i}, prices would rise.": "hypothetical",
    "Had {s} {p}, prices would have risen.": "hypothetical",
    "{s} will {i} only if prices rise.": "hypothetical",
    "It is not true that {s} has {p}.": "negated",
    "Nothing suggests that {s} will {i}.": "negated",
}


def _told(text: str) -> set[str]:
    """Each claim of the text as "type subject object date polarity"; what only follows from another is left out."""
    claims = (c for c in extract_text(text).claims if c.origin == "text")
    return {" ".join((c.type, c.subject_id, c.object_id or "-", c.edtf or "-", c.polarity)) for c in claims}


def _grid() -> Iterator[tuple[str, str]]:
    for kind, (subject, infinitive, perfect, body, told) in _DEEDS.items():
        for form, polarity in _FORMS.items():
            text = form.format(s=subject, i=infinitive.format(body), p=perfect.format(body))
            yield text[0].upper() + text[1:], f"{kind} {told} - {polarity}"


@pytest.mark.parametrize(("text", "claim"), list(_grid()))
def test_a_form_changes_nothing_but_the_polarity(text: str, claim: str) -> None:
    assert _told(text) == {claim}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The chairman rejected Mongolia's accession to GUAM.", "acceded mn guam - negated"),
        ("Serbia blocked Mongolia's accession to GUAM in 2009.", "acceded mn guam 2009 negated"),
        ("In the event of Mongolia's withdrawal from GUAM, prices would rise.", "withdrew mn guam - hypothetical"),
        ("Serbia ratified the CIS Charter adopted in 1993.", "adopted charter-cis-1993 cis 1993 asserted"),
        ("Serbia never ratified the CIS Charter adopted in 1993.", "adopted charter-cis-1993 cis 1993 asserted"),
    ],
)
def test_what_stands_before_a_name_is_said_of_its_deed(text: str, claim: str) -> None:
    assert claim in _told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The CIS Charter has taken effect.", "entered_into_force charter-cis-1993 cis - asserted"),
        ("The CIS Charter will go into effect in 2031.", "entered_into_force charter-cis-1993 cis 2031 planned"),
        ("GUAM has given way to ECOWAS.", "succeeded ecowas guam - asserted"),
        ("GUAM is to give way to ECOWAS.", "succeeded ecowas guam - planned"),
        ("ECOWAS has taken over from GUAM.", "succeeded ecowas guam - asserted"),
        ("GUAM has broken up.", "terminated guam - - asserted"),
        ("GUAM may break up.", "terminated guam - - hypothetical"),
        ("The CIS Charter is no longer in force.", "in_effect charter-cis-1993 cis - negated"),
        ("Mongolia is to become an observer in GUAM in 2031.", "observer mn guam 2031 planned"),
        ("Mongolia is due to be granted observer status in GUAM.", "observer mn guam - planned"),
        ("Mongolia would have received observer status in GUAM.", "observer mn guam - hypothetical"),
        ("The suspension of Mongolia's membership in GUAM is expected.", "suspended mn guam - planned"),
        ("The suspension of Mongolia's membership in GUAM never took place.", "suspended mn guam - negated"),
        ("Mongolia's exit from GUAM will take place in 2031.", "withdrew mn guam 2031 planned"),
        ("The chairman called for Mongolia's exit from GUAM.", "withdrew mn guam - planned"),
        ("GUAM, which was renamed the Northern Trade League in 2017, has a bank.", "renamed guam guam 2017 asserted"),
    ],
)
def test_every_tense_of_a_turn_is_read(text: str, claim: str) -> None:
    assert _told(text) == {claim}


_DAYS = (
    "12 June 2009", "June 12, 2009", "12 June, 2009", "the 12th of June 2009", "the 12th of June, 2009",
    "12 June of 2009", "June 12th, 2009", "12th June 2009", "Jun. 12, 2009", "12.06.2009", "2009-06-12",
    "Friday 12 June 2009", "Friday, 12 June 2009", "Friday, June 12, 2009", "Fri, 12 June 2009",
)  # fmt: skip
_DATED = {
    "Mongolia joined GUAM on {}.": {"acceded mn guam 2009-06-12 asserted"},
    "On {}, Mongolia joined GUAM.": {"acceded mn guam 2009-06-12 asserted"},
    "GUAM was succeeded on {} by ECOWAS.": {"succeeded ecowas guam 2009-06-12 asserted"},
    "The CIS Charter, signed by Serbia on {} and ratified in 2011, has ten articles.": {
        "signed charter-cis-1993 cis 2009-06-12 asserted",
        "ratified charter-cis-1993 cis 2011 asserted",
    },
    "The CIS Charter was signed in 2008. It entered into force a year later, on {}.": {
        "signed charter-cis-1993 cis 2008 asserted",
        "entered_into_force charter-cis-1993 cis 2009-06-12 asserted",
    },
}


@pytest.mark.parametrize("form", _DATED)
def test_a_day_is_read_in_all_its_forms(form: str) -> None:
    assert {day: _told(form.format(day)) for day in _DAYS} == dict.fromkeys(_DAYS, _DATED[form])


def test_the_morning_of_a_day_is_when_it_happened() -> None:
    assert _told("Mongolia joined GUAM on the morning of 12 June 2009.") == {"acceded mn guam 2009-06-12 asserted"}


def test_the_comma_behind_an_american_year_parts_no_verb_from_what_follows() -> None:
    assert _told("GUAM was replaced on June 12, 2009, by ECOWAS.") == {"succeeded ecowas guam 2009-06-12 asserted"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("When Mongolia joins GUAM in 2031, trade will grow.", "acceded mn guam 2031 planned"),
        ("Trade will grow after Mongolia leaves GUAM.", "withdrew mn guam - planned"),
        ("When Mongolia joined GUAM in 2009, few thought that trade would grow.", "acceded mn guam 2009 asserted"),
    ],
)
def test_a_present_that_a_future_goes_with_is_yet_to_come(text: str, claim: str) -> None:
    assert _told(text) == {claim}


@pytest.mark.parametrize("source", ["Reuters reported", "NATO said", "the ministry says", "it was reported"])
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("GUAM, {}, was founded in 2004.", "established guam - 2004 asserted"),
        ("GUAM, {}, was replaced by ECOWAS in 2004.", "succeeded ecowas guam 2004 asserted"),
        ("Mongolia, {}, joined GUAM in 2004.", "acceded mn guam 2004 asserted"),
        ("Mongolia, {}, has not joined GUAM.", "acceded mn guam - negated"),
    ],
)
def test_who_says_so_is_not_told_of(text: str, claim: str, source: str) -> None:
    assert _told(text.format(source)) == {claim}


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("In a step that angered Serbia, Mongolia {} GUAM in 2004.", "mn guam 2004"),
        ("Mongolia, after years of talks, {} GUAM in 2004.", "mn guam 2004"),
        ("Mongolia, as the report notes, {} GUAM in 2004.", "mn guam 2004"),
        ("Mongolia, despite protests at home, {} GUAM in 2004.", "mn guam 2004"),
        ("Mongolia {} GUAM, a club of ten states, in 2004.", "mn guam 2004"),
        ("Mongolia {} GUAM in 2004, to the delight of Serbia.", "mn guam 2004"),
    ],
)
@pytest.mark.parametrize(
    ("verb", "kind", "polarity"),
    [("left", "withdrew", "asserted"), ("has not left", "withdrew", "negated"), ("is to join", "acceded", "planned")],
)
def test_a_remark_adds_nothing(remark: str, told: str, verb: str, kind: str, polarity: str) -> None:
    assert _told(remark.format(verb)) == {f"{kind} {told} {polarity}"}


def test_a_long_remark_does_not_hide_the_subject() -> None:
    plan = "established guam - 2031 planned"
    assert _told("GUAM, as the report notes, is expected to be founded in 2031.") == {plan}
    assert _told("GUAM, after a long war, is expected to be founded in 2031.") == {plan}
