"""A paper that two texts have signed in two towns is one event and a conflict."""

import pytest

from kb.consolidate import consolidate
from kb.model import Claim, Conflict, StoredClaim
from kb.registry.load import load_registry

REGISTRY = load_registry()
TREATY = "treaty-eaeu-2014"


def conflicts(*told: tuple[str, str, str], kind: str = "signed", confidence: float = 1.0) -> list[Conflict]:
    """`told`: place as written, its entity, the sentence."""
    claims = [
        Claim(kind, TREATY, "eaeu", "asserted", 0, 5, quote, "en", "2014-05-29", place=place, place_id=place_id,
              confidence=confidence) for place, place_id, quote in told
    ]  # fmt: skip
    return list(consolidate([StoredClaim(n, f"d{n}", f"t{n}", c) for n, c in enumerate(claims)], REGISTRY).conflicts)


ASTANA = ("Astana", "astana", "It was signed in Astana.")


def test_two_towns_cannot_both_be_right() -> None:
    (conflict,) = conflicts(ASTANA, ("Минске", "minsk", "Его подписали в Минске."), ASTANA)
    assert (conflict.kind, conflict.explanation) == ("place", "signed: Astana / Минске")
    assert conflict.event_a == conflict.event_b


@pytest.mark.parametrize("other", [
    ("Астане", "astana", "Его подписали в Астане."),
    ("Minsk", "minsk", "Signed in Astana, long after Minsk."), ("Минска", "minsk", "Подписан в Астане, после Минска."),
    ("Kazakhstan", "kz", "It was signed in Kazakhstan."),
])  # fmt: skip
def test_what_is_no_other_place(other: tuple[str, str, str]) -> None:
    assert not conflicts(ASTANA, ASTANA, other)


def test_a_place_in_doubt_contradicts_nothing() -> None:
    assert not conflicts(ASTANA, ("Minsk", "minsk", "Signed in Minsk."), confidence=0.6)


def test_one_town_in_three_languages_outweighs_another() -> None:
    told = [("Minsk", "minsk"), ("Астане", "astana"), ("Astana", "astana")]
    claims = [Claim("signed", TREATY, "eaeu", "asserted", 0, 5, "", "en", "2014-05-29", place=p, place_id=i)
              for p, i in told]  # fmt: skip
    found = consolidate([StoredClaim(n, f"d{n}", f"t{n}", c) for n, c in enumerate(claims)], REGISTRY)
    assert [e.place_id for e in found.events if e.n_claims] == ["astana"]
