"""A common noun of a body or paper in, whether it means one that is known, or names another, out."""

from collections.abc import Sequence

from extract.claims.anaphora.country_references import is_adjective
from extract.claims.anaphora.nouns_kk import is_owned
from extract.claims.anaphora.references_kk import other_kk
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.endings_kk import GENITIVE
from extract.claims.grammar.items import Item

_BACK = 2
# "The treaty terminating it" says which one it is.
_DOING = "ing"
_INDEFINITE = frozenset({"a", "an"})
_EITHER, _ONE_OR_OTHER = 4, frozenset({("this", "that"), ("one", "another"), ("one", "other")})
_BLOCS = frozenset({"bloc", "grouping", "group", "alliance", "club", "organization", "organisation", "body", "pact"})
_OF_BLOCS = frozenset({"trade", "cooperation", "defence", "defense", "commercial", "free-trade", "peace"})


def means_known(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> bool:
    """Definite, and not described by what stands around it."""
    following = items[k + 1] if k + 1 < len(items) else None
    named = following is not None and following.kind == "name" and following.label == "ORG"
    if _names_itself(items, k, words) or (named and lang != "kk"):
        return False
    if lang == "en" and following is not None and following.kind == "word" and following.norm.endswith(_DOING):
        return False
    if lang == "ru" and following is not None and following.kind == "word" and following.text[0].isupper():
        return False  # "The club «Dialogue»", of which nobody knows.
    before = items[max(0, k - _BACK) : k]
    if lang == "en":
        indefinite = any(i.norm in _INDEFINITE for i in before) or _one_or_other(items, k)
        known = bool(before) and any(i.norm in words.determiners for i in before) and not indefinite
        other = before[-1].norm in words.kinds if before else False
        # "The trade bloc", "the defence alliance" is the body in mind; "the trade agreement" has parties of its own.
        other = other and not (items[k].norm in _BLOCS and before[-1].norm in _OF_BLOCS)
        return known and before[-1].kind != "name" and not other
    if lang == "kk" and other_kk(items, k, words):
        return False
    if lang == "kk" and before and before[-1].kind == "name" and before[-1].label == "ORG":
        return False
    if lang == "kk" and k > _BACK and [i.kind == "word" and i.text[0].isupper() for i in before] == [True, False]:
        return False  # "The Digital Initiatives Fund" that nobody knows is no fund that was named.
    owners = lang == "kk" and any(i.kind == "word" and i.norm.endswith(GENITIVE) for i in before)
    if owners and is_owned(items[k].norm, words):
        return False  # "The monetary union of the EAEU's countries" is theirs.
    return not _is_new(before, words)


def _one_or_other(items: Sequence[Item], k: int) -> bool:
    """ "This or that regional association", "one or another body" is none in particular."""
    near = [i.norm for i in items[max(0, k - _EITHER) : k]]
    return any(pair in _ONE_OR_OTHER for pair in zip(near, near[2:], strict=False))


def _names_itself(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The agreement on tariffs" has a name of its own, "the agreement on 4 May" has a day."""
    following = items[k + 1 : k + 3]
    named = bool(following) and following[0].norm in words.named_by and following[-1].kind != "date"
    return named and following[-1].norm not in words.lasting


def _is_new(before: Sequence[Item], words: Anaphors) -> bool:
    """ "A new body", "a new integration body": an adjective says that it is another."""
    blockers = tuple(words.blockers)
    if not before or before[-1].kind != "word":
        return False
    first = before[0]
    return before[-1].norm.startswith(blockers) or (
        first.kind == "word" and is_adjective(before[-1]) and first.norm.startswith(blockers)
    )
