"""A noun or pronoun of a sentence in, the countries that it stands for ("the three", "the republic") out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.and_others_en import named_beside
from extract.claims.anaphora.any_country_ru import any_country
from extract.claims.anaphora.counted_countries_kk import counted_states
from extract.claims.anaphora.groups_ru import some_of_many
from extract.claims.anaphora.houses_ru import house_left_out, house_shared
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.one_of_two_ru import one_of_two, opens_as_latter
from extract.claims.anaphora.pair_references import of_two, stands_alone
from extract.claims.anaphora.realms_ru import group_or_realm
from extract.claims.anaphora.references_kk import each_of_them, of_drafts
from extract.claims.anaphora.references_ru import latter
from extract.claims.anaphora.told_apart_en import told_apart
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import DASHES, Item, referring
from extract.language.russian import is_noun, readings
from extract.language.tokens import fold

_BACK = 2
_PAIR, _PAIRED_WORDS, _OTHER = 2, 4, "друг"
# "These nations" are those that were named.
_POINTING = frozenset({"these", "those"})
# "Two thirds of the votes" are no two countries.
_PARTS = frozenset({"thirds", "quarters", "fourths", "fifths", "sixths", "sevenths", "eighths", "tenths"})
# "Each country", "heads of state and government".
_ONE = fold("бір")
_EACH, _HEADS, _RULE = frozenset(map(fold, ("әр", "әрбір"))), fold("басшы"), fold("үкімет")


def as_countries(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """A nation before its government, counted or pointed-at members, the first of two, "the three"."""
    item = items[k]
    each = each_of_them(items, k, words, memory) if lang == "kk" else ()
    if each:
        return referring(item, "ORG", each)
    if lang == "kk" and item.norm.startswith(words.countries) and _of_no_one(items, k):
        return replace(item, kind="ref", label="COUNTRY")
    stated = counted_states(items, k, words, memory) if lang == "kk" else ()
    if stated:
        return referring(item, "COUNTRY", stated)
    acts = _governs(items, k, (lang, words))
    governed = next((id_ for stem, id_ in words.nations.items() if item.norm.startswith(stem)), None) if acts else None
    if governed is not None:
        return referring(item, "COUNTRY", (governed,))
    if lang == "ru" and some_of_many(items, k):
        return replace(item, kind="ref", label="COUNTRY")
    if lang == "ru" and _neither(items, k):
        return referring(item, "COUNTRY", memory.countries(item.start, _PAIR))
    all_of_them = (group_or_realm(items, k, words, memory) if lang == "ru" else ()) or together(items, k, words)
    if all_of_them:
        return referring(item, "COUNTRY", all_of_them)
    if item.norm.startswith(words.members) and k and _counted(items, k, words):
        these = k > 1 and items[k - 2].norm in words.these and items[k - 1].norm in words.counts
        meant = memory.countries(item.start, words.counts[items[k - 1].norm]) if these else ()
        meant = meant or (named_beside(items, k) if lang == "en" else ())
        return referring(item, "COUNTRY", meant) if meant else replace(item, kind="ref", label="COUNTRY")
    if lang == "en" and item.norm in words.members and k and items[k - 1].norm in _POINTING:
        return referring(item, "COUNTRY", memory.countries(item.start))
    if item.norm in words.ordinals and (k or lang == "ru") and stands_alone(items, k, lang, words):
        return of_two(items, k, words, memory)
    one = one_of_two(items, k, words, memory) if lang == "ru" else None
    if one is not None:
        return referring(item, "ORG", (one,))
    last_named = item.norm in words.latter or (lang == "ru" and opens_as_latter(items, k, words))
    label, last = latter(items, k, memory) if last_named else ("", None)
    if last is not None:
        return referring(item, label, (last,))
    if lang == "kk" and of_drafts(items, k, words):
        return None
    return _numbered(items, k, lang, words, memory)


def _numbered(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "The three", `все трое`: the last list of so many, in English also those told of one by one."""
    apart = told_apart(items, k, words, memory) if lang == "en" else None
    if apart is not None:
        return apart
    size = None if lang == "en" and _is_fraction(items, k) else _group(items[k].norm, words)
    size = _all_of_them(items, k, words) if size is None and lang == "ru" else size
    return None if size is None else referring(items[k], "COUNTRY", memory.countries(items[k].start, size))


def _is_fraction(items: Sequence[Item], k: int) -> bool:
    """ "Two thirds", "three quarters": a number before the noun of a part."""
    return k + 1 < len(items) and items[k + 1].norm in _PARTS


def _all_of_them(items: Sequence[Item], k: int, words: Anaphors) -> int | None:
    """ "All three joined": a Russian number behind "all", with no noun behind it."""
    following = items[k + 1] if k + 1 < len(items) else None
    free = following is None or following.kind != "word" or not is_noun(following.norm)
    counts = words.counts.get(items[k].norm)
    return counts if counts and k and free and items[k - 1].norm in words.wholly else None


def _neither(items: Sequence[Item], k: int) -> bool:
    """`ни та, ни другая` is said of the two that were named last."""
    before = [i.norm or i.text for i in items[max(0, k - _PAIRED_WORDS) : k]]
    return items[k].norm.startswith(_OTHER) and before[:1] + before[2:] == ["ни", ",", "ни"]


def _acts(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """An adjective of a nation before its government, parliament or the like is the country."""
    following = items[k + 1] if k + 1 < len(items) else None
    return following is not None and fold(following.text).startswith(words.agents)


def _governs(items: Sequence[Item], k: int, spoken: tuple[str, Anaphors]) -> bool:
    """An adjective whose noun acts for the nation: beside it, shared with another nation, in Russian left out."""
    lang, words = spoken
    if _acts(items, k, words):
        return True
    nation = lang == "ru" and items[k].norm.startswith(tuple(words.nations))
    return nation and (house_shared(items, k, words) or house_left_out(items, k, words))


def _group(norm: str, words: Anaphors) -> int | None:
    exact = words.groups.get(norm)
    if exact is not None:
        return exact
    if not norm.startswith(tuple(words.groups)):
        return None
    return next((n for stem, n in words.groups.items() if len(stem) > 4 and norm.startswith(stem)), None)


def together(items: Sequence[Item], k: int, words: Anaphors) -> tuple[str, ...]:
    """ "The Baltic states", "the five Central Asian republics" are all of them, "two Baltic states" are not."""
    if not k or not words.collectives or items[k].norm not in words.members:
        return ()
    named = [" ".join(fold(i.text) for i in items[max(0, k - size) : k]) for size in (1, 2)]
    size = next((size for size in (1, 2) if named[size - 1] in words.collectives), 0)
    ids = words.collectives[named[size - 1]] if size else ()
    number = items[k - 1 - size].norm if k > size else ""
    return () if number in words.numerals and words.groups.get(number) != len(ids) else ids


def _counted(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "eight republics" are countries without names, unless the names follow at once."""
    before = items[max(0, k - _BACK) : k]
    if not any(i.norm in words.numerals or i.norm.isdigit() for i in before):
        return False
    names = (n for n in range(k + 1, min(k + 9, len(items))) if items[n].kind == "name" and items[n].label == "COUNTRY")
    at = next(names, None)
    # "Eight republics joined, Georgia watched": behind a bare comma another clause begins.
    return at is None or items[at - 1].text == "," or any(i.text == ";" for i in items[k:at])


def is_country(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> bool:
    item = items[k]
    if not item.norm.startswith(words.countries) or len(item.norm) > 12:
        return False
    before = items[k - 1] if k else None
    if lang == "en":
        told = before is not None and before.kind == "word" and before.norm in words.lands and k > 1
        before = items[k - 2] if told else before
        # "The Central Asian country": two adjectives of land.
        before = items[k - 3] if told and k > _PAIR and items[k - 2].norm in words.lands else before
        return before is not None and before.norm in {"the", "this"} and item.norm in words.countries
    if lang == "ru":
        following = items[k + 1] if k + 1 < len(items) else None
        described = following is not None and following.kind in {"name", "place"}
        return (
            item.norm in words.country
            and not (described or any_country(items, k))
            and (before is None or before.norm in words.relatives | words.determiners or not is_adjective(before))
        )
    stem = next(s for s in words.countries if item.norm.startswith(s))
    if item.norm != stem and item.norm[len(stem) :] not in words.singular:
        return False
    if before is not None and before.norm == _ONE and item.norm == stem:
        return False  # "One kingdom joined": any of them.
    if before is None or before.norm in words.adverbs or before.norm in words.meant:
        return True
    if _named_behind(items, k):
        return False
    if before.norm.endswith(words.described) and item.norm == stem:
        return True  # "The state that had joined in 2006 left in 2012."
    return before.norm not in words.numerals and (before.kind != "word" or len(before.norm) < 4)


def _of_no_one(items: Sequence[Item], k: int) -> bool:
    """«Әр елдің», «мемлекет және үкімет басшылары»: the Kazakh noun is of each, or only of its heads."""
    behind = [i.norm for i in items[k + 1 : k + 4]]
    joint = behind[1:2] == [_RULE] and behind[2:] and behind[2].startswith(_HEADS)
    return (k > 0 and items[k - 1].norm in _EACH) or bool(joint)


def _named_behind(items: Sequence[Item], k: int) -> bool:
    """ "The last state that joined – A": the Kazakh noun is the country that its dash names."""
    behind = items[k + 1 : k + 3]
    return len(behind) == 2 and behind[0].text in DASHES and behind[1].kind == "name" and behind[1].label == "COUNTRY"


def is_adjective(item: Item) -> bool:
    """ "Every republic", "a new country" is not the one that was named; "which the country left" is."""
    return item.kind == "word" and any(pos == "ADJF" for pos, _, _ in readings(item.norm)[:1])
