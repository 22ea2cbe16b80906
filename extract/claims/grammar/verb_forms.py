"""A trigger among its items in, its voice and the mood that the word itself shows out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.claims.grammar.items import Item
from extract.claims.grammar.openings_en import behind_adverbs, fronted, goes_on, opens_entry
from extract.claims.grammar.shared_be_en import shared_be
from extract.claims.grammar.shared_modals_en import shared_mood
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_future, is_passive
from extract.language.word_record import word_record

_BACK = 4
_SHARED = 8
_CLOSED = frozenset(".;:")
_LOOSE = frozenset({"by", "in", "at", "on"})
_CIRCUMSTANCES = frozenset({"after", "following", "under", "within", "during"})
_PROPOSED, _BY = "proposed", "by"
_PRESENT, _UNDER_WAY = frozenset({"is", "are"}), 2
_COPULAS, _OTHERS = frozenset({"is", "was"}), frozenset({"another", "earlier", "previous", "older", "former"})
_PREDICATE = 9
_APPOSING = frozenset(",–—")
_STEPS = frozenset({"acceded", "withdrew", "ratified", "succeeded"})
# "Can" of Kazakh verbs, and the converbs before it, letters folded.
_CAN, _DOING = "ал", ("а", "е", "й")
_IF = "болса"
# "Lived, worked until …": the noun of such a verb, its participle, and what says when; letters folded.
_LIVED, _DONE = ("омир", "кызмет", "жумыс"), ("ган", "ген", "кан", "кен")
_TIMED = frozenset({"дейин", "бастап", "бери", "кейин", "гана", "тек"})
# A mood that tells nothing: "if we do not approve it".
UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Form:
    """`voice`: active, passive, participle, infinitive, noun, converb, in Kazakh also clause, which its subject owns.

    `mood`: a polarity, empty where none shows.
    """

    voice: str
    mood: str = ""


@dataclass(frozen=True, slots=True)
class FormWords:
    """Auxiliaries of a language and, by voice or mood, the endings that show it."""

    passive: frozenset[str]
    perfect: frozenset[str]
    modals: frozenset[str]
    between: frozenset[str]
    future: tuple[str, ...]
    closing: frozenset[str]
    subjects: frozenset[str]
    conditions: frozenset[str]
    whens: frozenset[str]
    coming: frozenset[str]
    after: frozenset[str]
    would: frozenset[str]
    wished: tuple[str, ...]
    roots: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    ahead: tuple[str, ...]
    factual: tuple[str, ...]
    about: frozenset[str]
    joints: frozenset[str]
    copulas: frozenset[str]
    conceding: frozenset[str]
    denying: frozenset[str]
    bare: frozenset[str]
    sharing: Mapping[str, str]
    intransitive: frozenset[str]
    endings: Mapping[str, re.Pattern[str]]


def form_words(table: Mapping[str, Sequence[str]]) -> FormWords:
    """`table` is data/LANG/verb_forms.yml; endings are regular expressions over folded letters."""
    endings = {key: re.compile(f"(?:{'|'.join(table[key])})$") for key in table if key.startswith("-")}
    return word_record(FormWords, table, endings=endings)


def verb_form(lang: str, trigger: Trigger, items: Sequence[Item], words: FormWords) -> Form:
    """How the trigger stands in its sentence."""
    if trigger.form == "state":
        return Form("active")
    if lang == "en":
        return _english(trigger, items, words)
    if lang == "ru":
        return _russian(trigger, items, words)
    return _kazakh(trigger, items, words)


def _english(trigger: Trigger, items: Sequence[Item], words: FormWords) -> Form:
    if trigger.form == "noun":
        return Form("noun")
    word = items[trigger.head].norm
    before = [i for i in items[max(0, trigger.head - _BACK) : trigger.head] if not _is_adverb(i, words)]
    last = _auxiliary(before, words)
    if last == "to":
        return Form("infinitive", "planned")
    if word.endswith("ing"):
        return Form("active", "planned") if last in words.passive and _unfinished(trigger) else Form("converb")
    if last in words.passive:
        ahead = _under_way(before) or (last in _PRESENT and _to_come(items, trigger.head, words))
        mood = "planned" if ahead else ""
        return Form("active" if _expletive(items, trigger.head) else "passive", mood)
    if last in words.perfect:
        return Form("active")
    if words.endings["-participle"].search(word):
        # "The idea of A, aired by B": who had it stands behind "by".
        aired = trigger.frame == _PROPOSED and items[trigger.last].norm == _BY
        # "Was enlarged in 1997, when A entered": the trigger holds its subject.
        if items[trigger.first].norm == _WHEN and trigger.first < trigger.head:
            return Form("active")
        return Form("participle") if aired else _participle(trigger, items, words)
    if word in words.bare and _shares_to(items, trigger.first, words):
        return Form("infinitive", "planned")
    shared = shared_mood(items, trigger.first, words.joints, words.sharing) if word in words.bare else ""
    if shared:
        return Form("active", shared)
    return Form("active", "planned" if _awaited(items, trigger.head, words) else "")


def _under_way(before: Sequence[Item]) -> bool:
    """ "A is being formed": right behind a body what is under way is not done yet."""
    subject = before[-3] if len(before) > _UNDER_WAY else None
    progressive = [i.norm for i in before[-2:]] in (["is", "being"], ["was", "being"], ["are", "being"])
    return progressive and subject is not None and subject.label == "ORG" and subject.kind == "name"


def _shares_to(items: Sequence[Item], first: int, words: FormWords) -> bool:
    """ "To accede to the Act and become a member": the second infinitive has its "to" from the first."""
    if not first or (items[first - 1].norm not in words.joints and items[first - 1].text != ","):
        return False
    near = list(takewhile(lambda i: i.text not in _CLOSED, reversed(items[max(0, first - _SHARED - 2) : first - 1])))
    return any(to.norm == "to" and verb.norm in words.bare for verb, to in pairwise(near))


def _awaited(items: Sequence[Item], head: int, words: FormWords) -> bool:
    """ "Once A joins", "until A leaves", "when A joins, B will …": a present behind such a word is yet to come."""
    return items[head].norm.endswith("s") and _to_come(items, head, words)


def _to_come(items: Sequence[Item], head: int, words: FormWords) -> bool:
    """ "Will take effect after it is ratified": what is told in the present behind "after", "once" or "until"."""
    near = [i.norm for i in takewhile(lambda i: i.kind != "mark", reversed(items[max(0, head - _SHARED) : head]))]
    coming = not words.whens.isdisjoint(near) and any(i.norm in words.coming for i in items)
    return coming or not words.conditions.isdisjoint(near)


def _is_adverb(item: Item, words: FormWords) -> bool:
    return item.norm in words.between or (item.kind == "word" and item.norm.endswith("ly"))


def _auxiliary(before: Sequence[Item], words: FormWords) -> str:
    """The word that the verb leans on; of a question or inversion ("nor was it founded") the one before its subject."""
    if len(before) > 1 and before[-1].norm in words.subjects and before[-2].norm in words.passive | words.perfect:
        return before[-2].norm
    return before[-1].norm if before else ""


def _unfinished(trigger: Trigger) -> bool:
    """ "Was leaving", "is joining": on the way, not there yet."""
    return trigger.frame.partition(".")[0] in _STEPS


def _expletive(items: Sequence[Item], head: int) -> bool:
    """ "There is hereby established a union": what is established stands behind the verb."""
    return any(i.norm == "there" for i in items[max(0, head - _BACK) : head])


# Who signs, no thing that is signed: "the pact A joined in 1992 was renewed".
_DOERS = frozenset({"COUNTRY", "PERSON"})
_WHEN = "when"
# What parts a name from the participle that tells of it: "GUAM (set up in 1997)", "The AU: launched in 2002".
_SET_OFF = frozenset(",:(–—")


def _participle(trigger: Trigger, items: Sequence[Item], words: FormWords) -> Form:
    """A form in -ed without auxiliary: active before its object, else it describes the name before it."""
    if trigger.head < trigger.last and items[trigger.head + 1].kind == "name":
        return Form("active")
    if (mood := shared_be(items, trigger, words.passive)) is not None:
        return Form("passive", mood)
    following = behind_adverbs(items, trigger.last + 1)
    behind = items[trigger.first - 1] if trigger.first else None
    by = following is not None and following.norm == "by"
    if by or (trigger.frame == "proposed" and items[trigger.last].norm == "by"):
        return Form("participle")
    loose = following is None or following.kind in {"date", "mark", "place"} or following.norm in _LOOSE
    if trigger.frame == "established" and following is not None and following.norm in _CIRCUMSTANCES:
        loose = behind is not None and behind.kind in {"word", "ref"}
    if not loose:
        return Form("active")
    if behind is None:
        told = following is not None and (following.norm in _LOOSE or following.kind == "date")
        return Form("participle" if told else "active")
    if behind.text in _SET_OFF:
        return Form("participle")
    entry = trigger.frame == "established" and opens_entry(items, trigger.first)
    if entry or (trigger.frame == "established" and behind.kind in {"word", "ref"} and _describes(items, trigger)):
        return Form("participle")
    if behind.label not in _DOERS and goes_on(items, trigger.last + 1, words.passive | words.perfect | words.modals):
        return Form("participle")
    # Headlines leave "was" out: "Treaty signed in Minsk", "ECO established in 1985".
    bare = {"TREATY", "ORG"} if trigger.frame == "established" else {"TREATY"}
    if items[trigger.head].norm in words.intransitive:
        return Form("active")
    return Form("passive" if behind.kind in {"name", "ref"} and behind.label in bare else "active")


def _describes(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "A is a bloc founded in 1999", "a bloc founded in 1999, A is": the noun before the participle is the name."""
    return _predicated(items, trigger.first) or fronted(items, trigger.first, trigger.last) is not None


def _predicated(items: Sequence[Item], first: int) -> bool:
    """ "A is a regional bloc founded in 1999", "A, a bloc founded in 1999": the noun described says what A is."""
    for k in range(first - 1, max(0, first - _PREDICATE), -1):
        item = items[k]
        if item.norm in _COPULAS or (item.text in _APPOSING and _closes_name(items[k - 1])):
            return True
        if item.kind != "word" or item.norm in _OTHERS:
            return False
    return False


def _closes_name(item: Item) -> bool:
    return item.text == ")" or (item.kind == "name" and item.label == "ORG")


def _russian(trigger: Trigger, items: Sequence[Item], words: FormWords) -> Form:
    word = items[trigger.head].norm
    if trigger.form == "noun":
        return Form("noun")
    # "Станут", "примкнут": endings of a passive, unless the dictionary knows only the future.
    if is_future(word) and (word.startswith(words.future) or not is_passive(word)):
        return Form("active", "planned")
    for voice in ("infinitive", "participle", "noun", "passive", "past", "converb"):
        if words.endings[f"-{voice}"].search(word):
            return Form("active" if voice == "past" else voice, "planned" if voice == "infinitive" else "")
    return Form("active", "planned" if word.startswith(words.future) or is_future(word) else "")


def _kazakh(trigger: Trigger, items: Sequence[Item], words: FormWords) -> Form:
    """The tail behind the stem tells; a perfect before a noun is a participle, at the end of a clause a verb."""
    word = _without_copula(items[trigger.head].norm, words)
    # Where the pattern names whole forms, the stem is that of the verb.
    named = (len(root) for root in words.roots if word.startswith(root) and len(root) < trigger.root)
    tail = word[next(named, trigger.root) :] if trigger.form == "verb" else ""
    if trigger.form == "noun":
        return Form("noun")
    ends = words.endings
    following = items[trigger.last + 1] if trigger.last + 1 < len(items) else None
    if ends["-since"].search(tail):
        return Form("active", "planned" if following is not None and following.norm in words.about else "")
    if ends["-intention"].search(tail):
        return Form("active", "planned")
    mood = "negated" if ends["-negated"].search(tail) else ""
    if ends["-conditional"].search(tail):
        if mood and not _concedes(following, words):
            return Form("active", UNTOLD)
        return Form("active", mood or ("" if _contrasts(trigger, items, words) else "hypothetical"))
    if ends["-perfect"].search(tail):
        awaited = _awaited_by(trigger, items, words)
        if awaited:
            return Form("active", mood or awaited)
        closes = following is None or following.kind == "mark" or following.norm.startswith(tuple(words.closing))
        if _owned(tail, ends) or _whereas(trigger, items, words):
            return Form("clause", mood)
        closes = closes or not ends["-attribute"].search(tail)
        return Form("active" if closes and not _shares_noun(trigger, items, words) else "participle", mood)
    if ends["-habitual"].search(tail):
        return Form("clause" if _owned(tail, ends) else "participle", mood or "planned")
    if ends["-future"].search(tail):
        return Form("active", mood or ("hypothetical" if _able(trigger, items) else "planned"))
    # A stem may name the ending of the noun itself ("қою").
    noun = word[max(0, trigger.root - 1) :] if trigger.form == "verb" else ""
    if ends["-noun"].search(noun):
        return Form("noun", mood or ("planned" if _aims(noun, trigger, items, words) else ""))
    if ends["-converb"].search(tail):
        return _finished(following, words) or Form("converb", mood)
    return Form("active", mood)


def _finished(following: Item | None, words: FormWords) -> Form | None:
    """ "Шығып кетем", "кіріп үлгерсек": the auxiliary right behind a converb is the one that has the mood."""
    verb = following.norm if following is not None and following.kind == "word" else ""
    stem = next((s for s in words.auxiliaries if verb.startswith(s)), "")
    if not stem:
        return None
    tail, ends = verb[len(stem) :], words.endings
    if ends["-conditional"].search(tail):
        return Form("active", "hypothetical")
    return Form("active", "planned") if any(ends[e].search(tail) for e in ("-intention", "-future")) else None


def _able(trigger: Trigger, items: Sequence[Item]) -> bool:
    """ "Қосыла алады": behind the converb of another verb a Kazakh "take" says that one can."""
    head = trigger.head
    inside = trigger.first < head and items[head].norm.startswith(_CAN)
    return inside and items[head - 1].kind == "word" and items[head - 1].norm.endswith(_DOING)


def _without_copula(word: str, words: FormWords) -> str:
    """ "Болған-тын", "қойылған-ды": the past of "be" behind a hyphen."""
    verb, hyphen, be = word.rpartition("-")
    return verb if hyphen and be in words.copulas else word


def _concedes(following: Item | None, words: FormWords) -> bool:
    """ "Кірмесе де": though it did not join; without the particle "if it does not join" tells nothing."""
    return following is None or following.norm in words.conceding


def _owned(tail: str, ends: Mapping[str, re.Pattern[str]]) -> bool:
    """A Kazakh participle with an owner ("шыққанын") is a clause that another verb speaks of."""
    return ends["-owned"].search(tail) is not None


def _shares_noun(trigger: Trigger, items: Sequence[Item], words: FormWords) -> bool:
    """ "Signed on X and in force since Y, the treaty …": two participles with a joint between describe one name."""
    rest = items[trigger.last + 1 : trigger.last + 2 + _SHARED]
    if _lived_on(rest):
        return True
    if not rest or rest[0].norm not in words.joints:
        return False
    names = [k for k, i in enumerate(rest) if i.kind == "name" or i.kind == "mark"]
    at = names[0] if names else 0
    ends = words.endings
    return (
        at > 1
        and rest[at].kind == "name"
        and all(ends[end].search(rest[at - 1].norm) is not None for end in ("-perfect", "-attribute"))
    )


def _lived_on(rest: Sequence[Item]) -> bool:
    """ "X құрған, 1979 жылға дейін өмір сүрген A": behind the comma nothing but when A lived, and A itself."""
    at = next((k for k, i in enumerate(rest) if i.norm.startswith(_LIVED)), 0)
    if not at or rest[0].text != "," or at + 2 >= len(rest):
        return False
    timed = all(i.kind in {"date", "place"} or i.norm in _TIMED for i in rest[1:at])
    return timed and rest[at + 1].norm.endswith(_DONE) and rest[at + 2].kind == "name"


def _contrasts(trigger: Trigger, items: Sequence[Item], words: FormWords) -> bool:
    """Before a past main verb, and without "if", -са sets two facts side by side."""
    if any(i.norm in words.conditions for i in items):
        return False
    ends = [k for k in range(trigger.last + 3, len(items)) if items[k].kind == "mark"]
    # What a converb tells, or a noun, goes on to the verb behind it.
    for last in (*ends, len(items)):
        main = items[last - 1]
        # "Though it watches, it is no member" sets facts side by side, "it need not leave" does not.
        if main.norm in words.denying and items[last - 2].norm.endswith(words.ahead):
            return False
        if main.kind == "word" and words.endings["-past"].search(main.norm):
            return not _would(items[:last], words)
        if main.kind == "word" and main.norm.endswith(words.ahead):
            return False
    return False


def _whereas(trigger: Trigger, items: Sequence[Item], words: FormWords) -> bool:
    """ "Құрылған болса, … қабылданды": "was founded, whereas …", a perfect before "if" and the past of another verb."""
    at = trigger.last + 1
    return at < len(items) and items[at].norm == _IF and _contrasts(trigger, items, words)


def _awaited_by(trigger: Trigger, items: Sequence[Item], words: FormWords) -> str:
    """ "After A ratifies it, it will be in force", "when A joined, trade would grow": a verb to come awaits another.

    What has a date of its own may be told in the present ("after it left in 1999, the body goes on").
    """
    at = trigger.last + 1
    dated = any(i.kind == "date" for i in items[max(0, trigger.first - _SHARED) : at])
    if dated or at >= len(items):
        return ""
    ends = [k for k in range(at + 2, len(items)) if items[k].kind == "mark" and items[k].text in _CLOSED]
    last = ends[0] if ends else len(items)
    if _would(items[at:last], words):
        return "hypothetical"
    return "planned" if items[at].norm in words.after and items[last - 1].norm.endswith(words.ahead) else ""


def _would(items: Sequence[Item], words: FormWords) -> bool:
    """Kazakh "would": a verb of what may come before the past of "be", "болар еді"."""
    pairs = pairwise(items)
    return any(be.norm in words.would and verb.norm.endswith(words.wished) for verb, be in pairs)


def _aims(noun: str, trigger: Trigger, items: Sequence[Item], words: FormWords) -> bool:
    """The dative, accusative or locative of a verbal noun is what somebody wants, unless its verb says more."""
    following = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
    return words.endings["-aim"].search(noun) is not None and not following.startswith(words.factual)
