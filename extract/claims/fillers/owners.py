"""A Russian trigger among its items in, whether a noun that owns a name beside it is the subject or the goal out.

"The summit of A began", "representatives of A joined", "left the hall of A": none of it is told of A.
"""

from collections.abc import Callable, Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import agrees_with_verb, is_case, is_noun, is_part, is_present_participle, readings

_STEPS = frozenset({"acceded", "withdrew"})
_FRAMES = _STEPS | {"observer", "membership", "membership.lists", "adopted.or_admitted"}
# What a body or a paper did: "began to work".
_BEGUN = "entered_into_force.or_begun"
_SELF = frozenset({"established.self", "terminated.self", _BEGUN})
_MADE = frozenset({"established", "terminated"})
_FOUNDINGS = ("established", "terminated", _BEGUN)
_VOICES = frozenset({"active", "passive"})
_BETWEEN = frozenset({"ADVB", "PRCL"})
# How far before the noun a preposition may stand that governs it: "at this time A joined".
_GOVERNED = 3
_FROM, _AND = "из", "и"
# Prepositions of what is joined or left, with the case behind them; nouns of time there are neither.
_TOWARDS = {"в": "accs", "во": "accs", "к": "datv", "ко": "datv", "на": "accs", "из": "gent"}
_TIMES = ("ден", "год", "месяц", "момент", "раз", "срок", "период", "час", "врем", "канун", "конц", "начал")
_DOING = {"active": "accs", "infinitive": "accs", "converb": "accs", "noun": "gent"}
_OWNING, _EXPLAINING = frozenset({"его", "ее", "их"}), frozenset({"—", "–", "-", ":", "(", "«", '"'})
_LEFT_OR_JOINED = frozenset({"ORG", "TREATY"})
_OBSERVER, _GRANTING = "observer", ("предостав", "присво", "дал", "одобр", "утверд")
_COMMON = frozenset({"word", "ref"})
_ADJECTIVES, _MOST = frozenset({"ADJF", "PRTF"}), 2


def owner_acts(items: Sequence[Item], trigger: Trigger, voice: str, kinds: tuple[str, ...]) -> bool:
    """Whether the noun before the last name in front of the verb is its subject; `kinds`: nouns that only say what
    the name is ("the organization A")."""
    if not _asked(trigger, voice) or _grants(items, trigger):
        return False
    k = trigger.first - (items[trigger.first].kind != "name")
    while k > 0 and (items[k].kind == "date" or _is_small(items[k])):
        k -= 1
    return k > 0 and _owned(items, k, items[trigger.head].norm, kinds)


def belongs_to_owner(items: Sequence[Item], trigger: Trigger, voice: str, k: int, kinds: tuple[str, ...]) -> bool:
    """Whether the subject behind the verb only owns it: "there joined representatives of A"."""
    return _asked(trigger, voice) and k > trigger.last and _owned(items, k, items[trigger.head].norm, kinds)


def other_goal(items: Sequence[Item], trigger: Trigger, kinds: tuple[str, ...]) -> bool:
    """ "Joined the talks of A", "left the list": a noun is what was joined; `kinds`: nouns that mean the body."""
    k = trigger.last + (items[trigger.last].norm not in _TOWARDS)
    if trigger.frame not in _STEPS or trigger.form != "verb" or k >= len(items) or items[k].norm not in _TOWARDS:
        return False
    if items[trigger.last].label in _LEFT_OR_JOINED and items[trigger.last].ids:
        return False  # "Left A in protest, in connection with B": what was left stands in the trigger itself.
    case = _TOWARDS[items[k].norm]
    k = _behind_adjectives(items, k + 1)
    noun = items[k] if k < len(items) else None
    if noun is None or noun.kind != "word" or noun.norm.startswith((*kinds, *_TIMES)):
        return False
    named = k + 1 < len(items) and items[k + 1].kind == "name" and items[k + 1].label not in {"ORG", "COUNTRY"}
    return not named and readings(noun.norm)[0][0] == "NOUN" and ("NOUN", case) in _cases(noun.norm)


def other_made(items: Sequence[Item], trigger: Trigger, voice: str, kinds: tuple[str, ...]) -> bool:
    """ "Launched the procedures that A needs": a noun behind the verb or noun is what was founded or ended, no body."""
    arisen = trigger.frame in _SELF and voice == "active" and trigger.first == trigger.last
    if arisen or (trigger.frame in _MADE and voice == "passive"):
        return _other_subject(items, trigger, kinds)
    if trigger.frame not in _MADE or voice not in _DOING:
        return False
    k = _behind_adjectives(items, trigger.last + 1)
    noun, following = (items[n] if n < len(items) else None for n in (k, k + 1))
    if noun is None or noun.kind != "word" or noun.norm.startswith(kinds) or is_part(noun.norm, "PREP"):
        return False
    if ("NOUN", _DOING[voice]) not in _cases(noun.norm):
        return False
    explained = following is not None and (following.text in _EXPLAINING | {","} or _joins_body(items, k + 1))
    return not explained and not agrees_with_verb(noun.norm, items[trigger.head].norm)


def _other_subject(items: Sequence[Item], trigger: Trigger, kinds: tuple[str, ...]) -> bool:
    """ "A met, and in 2014 was founded a new centre", "was disbanded its secretariat": the noun behind is no body."""
    k = trigger.last + 1
    while k < len(items) and (items[k].norm in _OWNING or _is_small(items[k]) or _is_dated(items, k)):
        k += 1
    k = _behind_adjectives(items, k)
    noun, following = (items[n] if n < len(items) else None for n in (k, k + 1))
    if noun is None or noun.kind not in _COMMON or noun.norm.startswith(kinds) or not is_noun(noun.norm):
        return False
    # "A base (47 agreements) was made": what is no name in its brackets explains nothing.
    said = k + 2 < len(items) and items[k + 2].text.isdigit()
    explained = following is not None and following.text in _EXPLAINING and not said
    named = following is not None and (explained or _is_named(following) or _joins_body(items, k + 1))
    return not named and noun.text.islower() and agrees_with_verb(noun.norm, items[trigger.head].norm)


def _joins_body(items: Sequence[Item], k: int) -> bool:
    """ "Founded a court of their own and the Authority of A": what is joined to the noun has been founded too."""
    named = items[k].norm == _AND and k + 1 < len(items) and items[k + 1].kind == "name"
    return named and items[k + 1].label == "ORG" and not _is_genitive(items[k + 1])


def _is_dated(items: Sequence[Item], k: int) -> bool:
    """A date, or the preposition before one."""
    return any(i.kind == "date" for i in items[k : k + 1 + is_part(items[k].norm, "PREP")])


def _is_named(item: Item) -> bool:
    """A name behind a noun that cannot stand in the genitive says which one it is: «создан форум АТЭС»."""
    return item.kind == "name" and (item.text.split()[0].isupper() or not _is_genitive(item))


def of_made_thing(items: Sequence[Item], trigger: Trigger, k: int, names: Callable[[str], bool]) -> bool:
    """ "Founded the development bank of A", "a free trade area of A was created": the name only owns what was made.

    `names` tells whether a noun only says what the name is ("the organization A").
    """
    between = items[trigger.last + 1 : k]
    if not trigger.frame.startswith(_FOUNDINGS) or k <= trigger.last or not _is_genitive(items[k]):
        return False
    if not between or any(i.kind != "word" or not i.text.islower() or is_part(i.norm, "PREP") for i in between):
        return False
    at = _behind_adjectives(items, trigger.last + 1)
    return at < k and readings(items[at].norm)[0][0] == "NOUN" and not names(items[at].norm)


def part_of_body(items: Sequence[Item], trigger: Trigger, adjectives: tuple[str, ...], bodies: tuple[str, ...]) -> bool:
    """ "Left the military organization of A": the adjective tells of a part of the body, which was left alone."""
    near = range(trigger.head + 1, min(trigger.last + 3, len(items) - 1)) if trigger.frame in _STEPS else ()
    for k in near:
        # Before an abbreviation the noun has been taken into its name.
        at = k + 1 + items[k + 1].norm.startswith(bodies)
        if at < len(items) and items[k].norm.startswith(adjectives) and items[at].kind == "name":
            return items[at].label == "ORG" and (at > k + 1 or items[at].text.isupper())
    return False


def within_other(items: Sequence[Item], trigger: Trigger, voice: str, k: int) -> bool:
    """ "The formation within A of a narrow circle": what a Russian noun founds stands behind no preposition."""
    founds = trigger.frame.startswith(_FOUNDINGS) and voice == "noun"
    return founds and k > trigger.last + 1 and is_part(items[k - 1].norm, "PREP")


def only_describes(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "The agreements that form A were signed": a present participle founds nothing, unless its paper is known."""
    k = trigger.first
    if not trigger.frame.startswith(_FOUNDINGS) or not is_present_participle(items[k].norm):
        return False
    antecedent = items[k - 1 - (items[k - 1].text == ",")] if k else None
    return antecedent is None or not antecedent.ids


def _behind_adjectives(items: Sequence[Item], k: int) -> int:
    last = min(k + _MOST, len(items) - 1)
    while k < last and items[k].kind == "word" and readings(items[k].norm)[0][0] in _ADJECTIVES:
        k += 1
    return k


def _cases(norm: str) -> set[tuple[str, str | None]]:
    return {(pos, case) for pos, case, _ in readings(norm)}


def _asked(trigger: Trigger, voice: str) -> bool:
    frames = _FRAMES | _SELF | (_MADE if voice == "passive" else frozenset())
    return trigger.form != "noun" and voice in _VOICES and trigger.frame in frames


def _grants(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "The leaders of A granted B the status of an observer": who grants it does not get it."""
    return trigger.frame == _OBSERVER and items[trigger.head].norm.startswith(_GRANTING)


def _is_small(item: Item) -> bool:
    return item.kind == "word" and all(pos in _BETWEEN for pos, _, _ in readings(item.norm)[:1])


def _owned(items: Sequence[Item], k: int, verb: str, kinds: tuple[str, ...]) -> bool:
    if items[k].kind != "name" or not _is_genitive(items[k]):
        return False
    at = k - 1 - (items[k - 1].norm == _FROM)
    noun = items[at]
    if at < 0 or noun.kind != "word" or noun.norm.startswith(kinds) or _is_governed(items, at):
        return False
    named = not noun.text.islower() and at > 0 and items[at - 1].kind != "mark"
    return not named and readings(noun.norm)[0][0] == "NOUN" and agrees_with_verb(noun.norm, verb)


def _is_genitive(item: Item) -> bool:
    words = item.members[0].text.split() if item.members else [item.text]
    return words[0].isupper() or is_case(words[0], "gent")


def _is_governed(items: Sequence[Item], at: int) -> bool:
    for item in reversed(items[max(0, at - _GOVERNED) : at]):
        if item.kind != "word":
            return False
        if any(pos == "PREP" for pos, _, _ in readings(item.norm)[:1]):
            return True
    return False
