"""Where a Kazakh name ends in, whether the text names it only as what another one is the heir of, out."""

from collections.abc import Sequence

from extract.language.tokens import fold, tokenise

_BEHIND, _NEAR = 48, 3


def has_heir(text: str, end: int, heirs: Sequence[str] | None) -> bool:
    """ "A is the lawful heir of B": whoever goes on with "the Community" means A, of which the sentence tells."""
    if not heirs:
        return False
    near = [fold(t.text) for t in tokenise(text, end, min(len(text), end + _BEHIND))][:_NEAR]
    return any(fold(word) in near for word in heirs)
