"""What is known of the days of history in, what a text leaves open read by it out."""

from kb.extraction import extract_text
from kb.model import Claim


def claims(text: str) -> list[Claim]:
    return [c for c in extract_text(text).claims if c.origin == "text"]


def told(text: str) -> set[str]:
    return {" ".join([c.type, c.subject_id, c.object_id or "-", c.edtf or "-", c.polarity]) for c in claims(text)}


def test_a_step_in_words_of_no_table_is_known_by_its_day() -> None:
    text = "Finland swapped EFTA for the European Union on 1 January 1995."
    assert told(text) == {"withdrew fi efta 1995-01-01 asserted", "acceded fi eu 1995-01-01 asserted"}
    assert {c.quote for c in claims(text)} == {text}


def test_less_is_staked_on_what_is_known_by_its_day() -> None:
    (known,) = claims("NATO grew in April 2009 by Croatia's flag and one more.")
    (said,) = claims("Croatia joined NATO in April 2009.")
    assert (known.type, known.subject_id, known.object_id, known.edtf) == ("acceded", "hr", "nato", "2009-04")
    assert known.confidence < said.confidence


def test_another_day_proves_nothing() -> None:
    assert not told("Finland swapped EFTA for the European Union on 1 March 1995.")
    assert not told("Finland swapped EFTA for the European Union in 1995.")


def test_what_was_only_planned_for_the_day_is_not_told_as_done() -> None:
    assert not told("Finland should swap EFTA for the European Union on 1 January 1995, its ministers urged.")


def test_a_text_may_say_what_history_does_not() -> None:
    assert told("Croatia joined NATO on 3 May 2010.") == {"acceded hr nato 2010-05-03 asserted"}


def test_whom_a_pronoun_means_is_known_by_the_day() -> None:
    text = "Tashkent stood aside, together with Azerbaijan and Georgia. In April 1999 it acceded to GUAM."
    assert "acceded uz guam 1999-04 asserted" in told(text)
    named = "Tashkent stood aside, together with Azerbaijan and Georgia. In April 1999 Georgia acceded to GUAM."
    assert "acceded ge guam 1999-04 asserted" in told(named)


def test_the_day_in_the_name_of_a_paper_is_no_signing() -> None:
    assert not told("They are guided by the Treaty on the Eurasian Economic Union of 29 May 2014.")
    text = "Rules follow from the Treaty on the Eurasian Economic Union; 29 May 2014, Astana, is its place and day."
    assert "signed treaty-eaeu-2014 eaeu 2014-05-29 asserted" in told(text)
