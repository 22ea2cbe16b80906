"""A word of a Russian sentence in, the paper, body or country that it stands for out: "нему", "последней", "о ней"."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.agreement import agrees, agrees_with_name
from extract.claims.grammar.items import Item
from extract.language.russian import is_acting, is_case, is_noun, is_part, readings

# What may follow "the latter" where it stands for a name: behind it no noun follows.
_FREE = ("VERB", "PREP", "PRTS", "PRCL", "CONJ", "INFN")
_ORGANS = "органов"
# So many words may stand between a paper's comma and the body that it founded.
_CLAUSE = 7
# So far behind "summit" stands whose it was.
_OCCASION = 4
_DEED_FAR, _TOWARDS, _OUT = 250, frozenset({"к", "ко"}), frozenset({"из"})
# Papers that a country may go out of, and what points at something else.
_LEFT, _LAST = ("agreement-", "convention-", "pact-"), frozenset({"последний", "последняя", "последнего"})
# Organs with members of their own.
_OF_THEIR_OWN = ("bank", "fund", "-assembly", "-ipa")
_MEMBERSHIP = "членств"
# From a noun in front of its clause to its verb.
_VERB_FAR = 5
_OF_BODIES, _ANY = frozenset({"ORG", "TREATY"}), frozenset({"ORG", "TREATY", "COUNTRY"})


def paper_meant(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "A acceded to it": the paper that was named last, where the pronoun goes with it and no body came since.

    One is in and out of bodies, and "to" papers; "out of it" is of a paper that the sentence named last.
    """
    if k and items[k - 1].norm in _OUT:
        return _just_named(items, k, memory)
    if not k or items[k - 1].norm not in _TOWARDS:
        return None
    label, id_ = _last(items, k, items[k].norm, memory, _OF_BODIES)
    return id_ if label == "TREATY" else None


def _just_named(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "A did not sign the agreement; B went out of it": no charter, which a body would stand for."""
    for item in reversed(items[:k]):
        if item.kind in {"name", "ref"} and item.label in _OF_BODIES and item.ids:
            left = item.label == "TREATY" and item.ids[-1].startswith(_LEFT)
            return item.ids[-1] if left and agrees_with_name(items[k].norm, item.members[0].text) else None
        if item.kind == "word" and item.norm in _LAST:
            return None
    return None


def paper_told_of(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "It began to work": of a pronoun that is the subject the last name in the nominative, if that is a paper."""
    for mention in memory.recent(items[k].start):
        name = memory.spelt_out(mention.entity_id, mention.text)
        if mention.label in _OF_BODIES and is_case(name.split()[0], "nomn") and agrees_with_name(items[k].norm, name):
            return mention.entity_id if mention.label == "TREATY" else None
    return None


def subject_meant(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "A replaced B; C left it": of several bodies of the sentence that go with "it" the one that is a subject."""
    named = [n for n in range(k) if items[n].kind == "name" and items[n].label == "ORG" and items[n].ids]
    own = [n for n in named if _goes_with(items[k].norm, items[n], memory)]
    alone = len({items[n].ids[0] for n in own}) == 1
    meant = {items[n].ids[0] for n in own if alone or _is_subject(items, n)}
    several = len({items[n].ids[0] for n in named}) > 1
    return meant.pop() if several and len(meant) == 1 else None


def own_organ_meant(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "The fund was set up in 2009; A takes no part in it": the last body that "it" goes with has its own members."""
    id_ = _last(items, k, items[k].norm, memory, frozenset({"ORG"}))[1]
    return id_ if id_ and memory.is_organ(id_) and id_.endswith(_OF_THEIR_OWN) else None


def _is_subject(items: Sequence[Item], k: int) -> bool:
    """ "Латиноамериканская ассоциация" can be nothing else; what may be an object too is one at the head alone."""
    word = items[k].members[0].text.split()[0]
    return is_case(word, "nomn") and (k == 0 or not (word.isupper() or is_case(word, "accs")))


def latter(items: Sequence[Item], k: int, memory: Memory) -> tuple[str, str | None]:
    """ "After the last of them came into force": label and id of the last name that goes with the oblique form."""
    following = items[k + 1] if k + 1 < len(items) else None
    alone = following is None or following.kind != "word" or any(is_part(following.norm, pos) for pos in _FREE)
    if alone and k > 1 and items[k - 1].norm == _ORGANS:
        # "The Charter counts the Court among the organs of the latter": the latter is no organ itself.
        owners = (m.entity_id for m in memory.recent(items[k].start) if m.label == "ORG")
        return "ORG", next((id_ for id_ in owners if not memory.is_organ(id_)), None)
    return _last(items, k, items[k].norm, memory, _ANY) if alone else ("", None)


def paper_about(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The treaty on it": what founded the body that the sentence or the text named last."""
    following = [i.norm for i in items[k + 1 : k + 3]]
    if len(following) < 2 or following[0] not in words.named_by or following[1] not in words.body_pronouns:
        return None
    body = _last(items, k, following[1], memory, frozenset({"ORG"}))[1]
    return memory.founder(body) if body else None


def paper_named(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """A noun of papers that what stands beside it makes a certain one."""
    if not items[k].norm.startswith(tuple(words.instruments)):
        return None
    found = paper_about(items, k, words, memory) or corresponding(items, k, words, memory)
    return found or _of_year(items, k, words, memory) or _begetting(items, k, words, memory)


def _begetting(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A treaty that gave life to A", "the agreement that founded A": the paper that what stands behind it founds."""
    if k + 2 >= len(items) or items[k + 1].text != ",":
        return None
    clause = list(takewhile(lambda i: i.kind == "word", items[k + 2 : k + 2 + _CLAUSE]))
    body = next(iter(items[k + 2 + len(clause) :]), None)
    if not clause or body is None or body.label != "ORG" or not body.ids:
        return None
    opens = clause[0].norm in words.relatives or is_acting(clause[0].norm)
    begot = any(i.norm.startswith(words.begetting) for i in clause)
    return memory.founder(body.ids[0]) if opens and begot else None


def _of_year(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The treaty of 2014": that of the year, of those that are about the body in mind."""
    following = items[k + 1].mention if k + 1 < len(items) and items[k + 1].kind == "date" else None
    kinds = next((kinds for stem, kinds in words.instruments.items() if items[k].norm.startswith(stem)), ())
    if following is None or not kinds or len(following.edtf or "") != len("2014"):
        return None
    return memory.paper_of_year(items[k].start, kinds, following.edtf or "")


def corresponding(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The accession of A to B dragged on: the corresponding treaty …": the paper of the deed told of before it."""
    if not k or not items[k - 1].norm.startswith(words.corresponding):
        return None
    start = items[k].start
    deeds = (("joining", words.joining), ("ending", words.ending), ("founding", words.creating))
    told = (
        name for word in reversed(memory.words(start - _DEED_FAR, start)) for name, row in deeds if word.startswith(row)
    )
    deed = next(told, None)
    names = [(m.label, m.entity_id) for m in memory.recent(start)]
    bodies = [id_ for label, id_ in names if label == "ORG" and id_]
    countries = [id_ for label, id_ in names if label == "COUNTRY" and id_]
    return memory.paper_for(deed, bodies[0], countries) if deed and bodies else None


def of_occasion(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "At the jubilee of NATO", "at a summit of heads of state of A": whose occasion it was, no more."""
    near = list(takewhile(lambda i: i.kind == "word", reversed(items[max(0, k - _OCCASION) : k])))
    own = [n for n, i in enumerate(near) if i.norm.startswith(words.occasions or "\n")]
    between = near[: own[0]] if own else ()
    return bool(own) and all(is_case(i.norm, "gent") for i in between)


def owner(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "Its member", "into its ranks", "the place of it took …": the body that was named last."""
    if items[k].norm not in words.owners:
        return None
    following, before = (items[n] if 0 <= n < len(items) else None for n in (k + 1, k - 1))
    owned = following is not None and following.norm.startswith(words.memberly)
    # A membership is a country's, a member a body's.
    owned = owned and following is not None and not following.norm.startswith(_MEMBERSHIP)
    behind = (
        before is not None and before.norm.startswith(words.memberly) and not (following and following.kind == "name")
    )
    free = behind and not (following and is_noun(following.norm))
    if not (owned or free):
        return None
    return _last(items, k, items[k].norm, memory, frozenset({"ORG"}))[1]


def _last(
    items: Sequence[Item], k: int, pronoun: str, memory: Memory, labels: frozenset[str]
) -> tuple[str, str | None]:
    """Label and id of the last name before an item that goes with the pronoun, else of the sentences before."""
    for item in reversed(items[:k]):
        if item.kind == "name" and item.label in labels and item.ids and _goes_with(pronoun, item, memory):
            return item.label, item.ids[-1]
    for mention in memory.recent(items[0].start):
        name = memory.spelt_out(mention.entity_id, mention.text)
        if mention.label in labels and agrees_with_name(pronoun, name):
            return mention.label, mention.entity_id
    return "", None


def _goes_with(pronoun: str, item: Item, memory: Memory) -> bool:
    if len(item.ids) > 1:
        return agrees(pronoun, item)
    return agrees_with_name(pronoun, memory.spelt_out(item.ids[0], item.members[0].text))


def several(items: Sequence[Item], k: int) -> bool:
    """ "Секторальные соглашения", of which the noun alone might be one: the adjective before it is of the plural."""
    before = items[k - 1] if k and items[k - 1].kind == "word" else None
    if before is None and _acts_in_plural(items, k):
        return True
    return before is not None and all(pos == "ADJF" and number == "plur" for pos, _, number in readings(before.norm))


def _acts_in_plural(items: Sequence[Item], k: int) -> bool:
    """«Соглашения А вступили в силу»: at the head of its clause, before a verb of the plural, several are meant."""
    if ("NOUN", "nomn", "plur") not in readings(items[k].norm):
        return False
    behind = list(takewhile(lambda i: i.kind in {"word", "name", "ref"}, items[k + 1 : k + 1 + _VERB_FAR]))
    verbs = (readings(i.norm) for i in behind if i.kind == "word" and is_part(i.norm, "VERB"))
    first = next(verbs, ())
    return bool(first) and all(number == "plur" for pos, _, number in first if pos == "VERB")
