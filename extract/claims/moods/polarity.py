"""A trigger with its form among its items in, its polarity out; empty where the words only name, and tell nothing."""

import re
from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses, denied_at
from extract.claims.grammar.endings_kk import WHEN
from extract.claims.grammar.firsts_en import ranking
from extract.claims.grammar.items import Item
from extract.claims.grammar.observers_kk import as_observers
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.moods.after_it_ru import came_first, stands_behind
from extract.claims.moods.afterthoughts_ru import taken_back
from extract.claims.moods.before_it_ru import taken_for_granted
from extract.claims.moods.by_the_way_ru import by_the_way
from extract.claims.moods.cues import cues_at, cues_in, denied
from extract.claims.moods.described_en import of_another
from extract.claims.moods.far_openers_en import opened_far
from extract.claims.moods.framing import framed
from extract.claims.moods.headlines_en import headlined
from extract.claims.moods.hung_converbs_ru import hung_mood
from extract.claims.moods.managed_ru import shares_success
from extract.claims.moods.modals_ru import denies_before
from extract.claims.moods.of_nouns import RANK, of_noun
from extract.claims.moods.opposites_en import of_others
from extract.claims.moods.outcomes_en import at_last, behind_aside, is_done, outcome_at
from extract.claims.moods.predicates_kk import undenied
from extract.claims.moods.questions_en import takes_for_granted
from extract.claims.moods.questions_kk import asked, granted, undone_denial
from extract.claims.moods.questions_ru import asks_how
from extract.claims.moods.scope import clause_scope, described_ahead
from extract.claims.moods.shown_kk import only_shows, spoken_of
from extract.claims.moods.standing_kk import names_which, standing
from extract.claims.moods.unreal_en import on_condition
from extract.claims.moods.unreal_kk import would_not
from extract.claims.moods.unreal_ru import supposed
from extract.claims.moods.words import PolarityWords
from extract.language.russian import is_future, is_part, is_present, readings
from kb.model import POLARITIES

NAMED_ONLY = ""
_BE = "be"
_NOT, _WOULD, _SO_THAT = "не", "бы", "чтобы"
_WAS = frozenset({"был", "была", "было", "были"})
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "GRND"})
_LEFT, _WHILE = 9, 16
_NEAR, _DATE_NEAR = 5, 7
# A Kazakh noun with its possessive, in any case, letters folded.
_OWNED = re.compile("[ыи](?:н|н[ае]|нд[ае]|н[ае]н|н[ыи]н|мен)?$")
_IF = "егер"
# A Kazakh participle of what is done, letters folded.
_DONE = ("ган", "ген", "кан", "кен")
# What a country does to a body, and not what was done to a paper that others wait for.
_STEPS = ("acceded", "withdrew", "membership", "observer")
# "It was never ratified": a Russian participle in the instrumental is said of the subject by the main verb.
_PREDICATIVE = ("ым", "им", "ыми", "ими")
# Behind a perfect it sets two facts side by side.
_WHEREAS = "болса"
_HABITUAL = ("тын", "тин", "ган", "ген")
# Who says that it suspends its part does so by saying it.
_AT_ONCE = "suspended"
# "The union collapsed": said of a body it is its end, and no denial as in "the talks collapsed".
_ENDED = frozenset({"terminated", "terminated.self"})
_OWNER = "s"


def polarity_of(trigger: Trigger, form: Form, clauses: Clauses, words: PolarityWords) -> str:
    """One of the four polarities, or NAMED_ONLY (an agreement "on the establishment of …" establishes nothing)."""
    for placed in (standing, by_the_way, supposed, on_condition):
        if (own := placed(trigger, clauses)) is not None:
            return own
    if as_observers(clauses, trigger) is not None:
        return POLARITIES[0]
    if form.voice == "infinitive" and shares_success(trigger, clauses):
        return POLARITIES[0]
    by = ranking(clauses, trigger, form)
    said = _said(trigger, form, clauses, words) if by is None else _said(by, clauses.forms[by], clauses, words)
    hung = "" if said != POLARITIES[0] else hung_mood(trigger, form, clauses, lambda t, f: _said(t, f, clauses, words))
    return hung or said


def _said(trigger: Trigger, form: Form, clauses: Clauses, words: PolarityWords) -> str:
    """What the words around a trigger, those that it holds and its own form make of it."""
    items = clauses.items
    first, last = clause_scope(trigger, form, clauses)
    timed = clauses.lang == "kk" and (_tells_when(trigger, form, clauses) or only_shows(trigger, form, clauses))
    timed = timed or spoken_of(trigger, form, clauses, words.spoken)
    if timed or _true_by_itself(trigger, form, clauses):
        last = trigger.last + 1
    last, in_question = asked(clauses, trigger.last + 1, last)
    past = _told_as_past(trigger, form, items, words)
    found = set(_around((trigger, form), clauses, words, (first, last), past or _is_proposed(trigger, form)))
    undone = (form.voice != "infinitive" or clauses.lang != "ru") and _undone(trigger, clauses, words, last)
    if undone or undenied(trigger, form, clauses, words):
        found = at_last(clauses, form, found)
    if form.voice == "noun" and stands_behind(trigger, clauses):
        found.discard("negated")
    if form.voice in {"noun", "infinitive", "converb"}:
        governed = first if clauses.lang == "kk" else _governed_from(items, trigger.first)
        found.update(_governing((trigger, form), clauses, words, governed), _conditional(form, items))
        if form.voice == "noun":
            found = of_noun(trigger, clauses, words, (governed, last), found)
        compound = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
        if taken_for_granted(trigger, clauses) or came_first(trigger, clauses):
            return POLARITIES[0]
        if "named" in found or (compound.startswith(words.compounds or "\n") and "planned" not in found):
            return NAMED_ONLY
    if timed:
        found.discard("hypothetical")
        found.update(_ahead_of_aim(trigger, items, words))
    if not past and not timed and not (words.past and "asserted" in found):
        found.update(cues_in(words.anywhere, items, _clause_of(clauses, trigger), trigger.head))
    sequel = _came_next(trigger, form, items, words)
    found = (found - _put_forward(trigger, form, clauses) - ({"planned"} if sequel else set())) | sequel
    if items[-1].text == "?" and not timed and not _told_anyway(trigger, form, clauses):
        found.add("hypothetical")
    found.update(in_question, _mood(form, found), framed(trigger, clauses, words.comments, words.framing, words.that))
    found = would_not(undone_denial(trigger, clauses, found), items[trigger.head : last + 1], words.unreal, words.was)
    if form.voice == "noun" and found.isdisjoint(RANK) and _describes(trigger, items, words):
        return NAMED_ONLY
    return min((p for p in found if p in RANK), key=RANK.__getitem__, default=POLARITIES[0])


def _told_anyway(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """What a question takes for granted."""
    told = _told_aside(trigger, form, clauses) or takes_for_granted(clauses, form) or granted(trigger, form, clauses)
    return told or asks_how(trigger, form, clauses)


def _only_proposed(trigger: Trigger, clauses: Clauses, words: PolarityWords) -> bool:
    """ "To found A was what B proposed in 1994": a Kazakh accusative, however far its verb stands."""
    items = clauses.items
    if not words.proposed or not items[trigger.head].norm.endswith(words.proposed):
        return False
    at = _next_verb(clauses, trigger)
    return at < len(items) and items[at].norm.startswith(words.proposing)


def _true_by_itself(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "The fund that was founded did not interest anyone": what the main verb denies is another thing.

    A Kazakh participle or state; a Russian participle, unless the main verb says it ("was never ratified").
    """
    if clauses.lang == "ru":
        return form.voice == "participle" and not clauses.items[trigger.head].norm.endswith(_PREDICATIVE)
    described = form.voice in {"participle", "clause"} and form.mood != "planned"
    named = _describing(trigger, clauses.items) or names_which(trigger, clauses.items)
    return clauses.lang == "kk" and (described or named)


def _governing(told: tuple[Trigger, Form], clauses: Clauses, words: PolarityWords, first: int) -> Iterator[str]:
    """What the words that govern a noun or infinitive say of it; where one tells of its end, no other plans it."""
    items, (trigger, form) = clauses.items, told
    # "By 2031 A plans to join": the preposition of a date governs no infinitive.
    verb = form.voice == "infinitive"
    dated = frozenset(k for k in range(first, trigger.first) if verb and items[k + 1].kind == "date")
    if _only_proposed(trigger, clauses, words):
        yield "named"
    found = set(cues_in(words.governs, items, first, trigger.first, dated))
    done = clauses.lang == "ru" and POLARITIES[0] in found
    yield from found - {"planned"} if done else found
    if words.timing.rows and form.voice != "infinitive" and not _dated_near(clauses, trigger):
        yield from cues_in(words.timing, items, first, trigger.first)
    spoken = (i for i in items[first : trigger.first] if i.kind == "word")
    if clauses.lang == "ru" and not done and any(is_future(i.norm) for i in spoken):
        yield "planned"


def _around(
    told: tuple[Trigger, Form], clauses: Clauses, words: PolarityWords, scope: tuple[int, int], past: bool
) -> Iterator[str]:
    """What the words before, inside and behind the trigger say of it."""
    items, (first, last), (trigger, form) = clauses.items, scope, told
    # "No longer exists", "instead of A" hold their own denial.
    denies = trigger.frame.endswith((".not", ".on")) or (trigger.frame in _ENDED and trigger.first == trigger.last)
    # "Considered joining": the cue holds the verb itself.
    doing = clauses.lang == "en" and items[trigger.head].norm.endswith("ing")
    until = trigger.first if denies else trigger.head + doing
    yield from cues_in(
        words.before if past else words.ahead, items, first, until, _spent(clauses, first, trigger, words)
    )
    yield from _reported(trigger, items, words)
    # "Ended on the expiry of its term": what has been told as past is not planned by what follows.
    yield from (p for p in cues_in(words.after, items, trigger.last + 1, last) if not (past and p == "planned"))
    # "The USA without more ado left A": neither does what it holds inside.
    inner = words.held if past else words.within
    within = cues_in(inner, items, trigger.first, trigger.last + 1, frozenset(_passed(clauses, trigger)))
    # "Is a possible future member" holds its doubt inside.
    doubted = clauses.lang == "en" and trigger.form == "state"
    yield from (p for p in within if (p == "negated" and not denies) or (p == "hypothetical" and doubted))
    # "Would become a member": the Russian particle stands inside, too.
    if clauses.lang == "ru" and any(i.norm == _WOULD for i in items[trigger.first : trigger.last + 1]):
        yield "hypothetical"
    yield from cues_at(words.next, items, trigger.last + 1)
    if last < len(items) and not described_ahead(clauses, first):
        end = outcome_at(trigger, form, clauses, last)
        yield from (p for p in cues_at(words.beyond, items, end) if p != "planned" or not is_done(trigger, clauses))
        yield from taken_back(trigger, clauses, end, past, words.reversed)
    yield from denied(items[trigger.first : last], words.denials)
    yield from headlined(trigger, clauses)
    yield from opened_far(trigger, clauses)


def _conditional(form: Form, items: Sequence[Item]) -> Iterator[str]:
    """ "Joining A, B would gain": a Russian converb beside «бы» is a condition."""
    if form.voice == "converb" and any(i.norm == _WOULD for i in items):
        yield "hypothetical"


def _is_proposed(trigger: Trigger, form: Form) -> bool:
    """ "The project of A was proposed": what was proposed may be called a project or a plan."""
    return trigger.frame == "proposed" and form.voice in {"passive", "participle"}


def _put_forward(trigger: Trigger, form: Form, clauses: Clauses) -> set[str]:
    """ "The plan for A was put forward": in English too it was, and only the plan is one.

    «Назарбаев көтерген ұсынысты B қолдады»: a Kazakh idea has been put forward, whoever supports it.
    """
    if clauses.lang == "kk" and trigger.frame == "proposed" and trigger.head < trigger.last:
        return {"planned"} if clauses.items[trigger.head].norm.endswith(_DONE) else set()
    told = clauses.lang == "en" and _is_proposed(trigger, form) and clauses.items[trigger.head - 1].norm != _BE
    return {"planned"} if told else set()


def _mood(form: Form, found: set[str]) -> Iterator[str]:
    """What the form itself says, unless words beside an infinitive tell that it happened."""
    if form.mood and not (form.voice == "infinitive" and POLARITIES[0] in found):
        yield form.mood


def _came_next(trigger: Trigger, form: Form, items: Sequence[Item], words: PolarityWords) -> set[str]:
    """ "Left, only to return four years later": a Russian infinitive of what happened afterwards is no aim."""
    near = items[max(0, trigger.first - _NEAR) : trigger.first]
    at = next((k for k, i in enumerate(near) if i.norm == _SO_THAT), None)
    if form.voice != "infinitive" or at is None:
        return set()
    return {POLARITIES[0]} if any(i.kind == "date" or i.norm in words.sequel for i in near[at:]) else set()


def _tells_when(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "When A had joined, nobody protested": what is said of the main clause is not said of a Kazakh clause of time.

    Nor is it of one that only stands against it ("was founded in 1963, whereas its charter …").
    """
    at = trigger.last + 1
    behind = clauses.items[at].norm if at < len(clauses.items) else ""
    items = clauses.items
    own = items[trigger.head].norm.endswith(WHEN) and not any(i.norm == _IF for i in items[: trigger.first])
    told = form.voice == "active" and (own or behind in clauses.after)
    return not form.mood and (told or (form.voice == "clause" and behind == _WHEREAS))


def _ahead_of_aim(trigger: Trigger, items: Sequence[Item], words: PolarityWords) -> set[str]:
    """ "Once A is a member, B intends to …": what a Kazakh intention waits for is yet to come, unless it has a date."""
    if not trigger.frame.startswith(_STEPS) or any(i.kind == "date" for i in items[: trigger.last + 1]):
        return set()
    verb = next((i.norm for i in reversed(items) if i.kind == "word"), "")
    return {"planned"} if verb.endswith(words.aims or "\n") else set()


def _describing(trigger: Trigger, items: Sequence[Item]) -> bool:
    """A Kazakh participle of a state before a name ("the Union, which consists of …") says what the name is."""
    following = items[trigger.last + 1] if trigger.last + 1 < len(items) else None
    ends = trigger.form == "state" and items[trigger.head].norm.endswith(_HABITUAL)
    return ends and following is not None and following.kind == "name"


def _reported(trigger: Trigger, items: Sequence[Item], words: PolarityWords) -> Iterator[str]:
    """ "Declared that it leaves": a Russian present behind "that" is to come; "denied that it left" is denied."""
    that = next((k for k in range(trigger.first - 1, 0, -1) if items[k].norm in words.that), 0)
    near = items[max(0, that - _LEFT) : that]
    if any(i.norm.startswith(words.refuting) for i in near):
        yield "negated"
    announced = trigger.form == "verb" and not trigger.frame.startswith(_AT_ONCE)
    if announced and is_present(items[trigger.head].norm) and any(i.norm.startswith(words.announcing) for i in near):
        yield "planned"


def _undone(trigger: Trigger, clauses: Clauses, words: PolarityWords, last: int) -> bool:
    """ "Did not join until 2008" tells that it did; in Russian "will not join until 2031" and "refused to" do not."""
    if clauses.lang == "ru" and any(
        i.kind == "word" and is_future(i.norm) for i in clauses.items[max(0, trigger.head - _NEAR) : trigger.head + 1]
    ):
        return False
    if clauses.lang == "ru" and _ended_so(trigger, clauses.items, words):
        return True
    return "asserted" in cues_in(words.until, clauses.items, trigger.head + 1, _undone_by(clauses, trigger, last))


def _ended_so(trigger: Trigger, items: Sequence[Item], words: PolarityWords) -> bool:
    """ "It stayed out, until it «not» joined": behind its comma the Russian "while not" tells of what then happened."""
    whiles = (k for k in range(max(1, trigger.head - _WHILE), trigger.head) if items[k].norm in words.whiles)
    at = next((k for k in whiles if items[k - 1].text == "," and k <= trigger.first), None)
    told = items[trigger.head].norm.endswith(words.past) and not is_part(items[trigger.head].norm, "PRTF")
    return told and at is not None and any(i.norm == _NOT for i in items[at + 1 : trigger.head])


def _undone_by(clauses: Clauses, trigger: Trigger, last: int) -> int:
    """As far as words undo a denial: in Kazakh they are about its verb, which stands last."""
    if clauses.lang == "en" and (end := behind_aside(clauses, trigger.last + 1)) is not None:
        return end
    return last if clauses.lang == "kk" else _next_verb(clauses, trigger)


def _next_verb(clauses: Clauses, trigger: Trigger) -> int:
    """Where the next verb stands, or a mark does: what lies before it is of the trigger."""
    rest = range(trigger.last + 1, len(clauses.items))
    return next((k for k in rest if k in clauses.verbs or clauses.items[k].kind == "mark"), len(clauses.items))


def _describes(trigger: Trigger, items: Sequence[Item], words: PolarityWords) -> bool:
    """A Kazakh verbal noun without an ending, before a noun that it owns, says what that noun is about."""
    following = items[trigger.last + 1] if trigger.last + 1 < len(items) else None
    if words.owned and items[trigger.head].norm.endswith(words.owned):
        return True  # "Құрудың алғышарттары": so does one in the genitive that has no owner.
    if not words.bare or following is None or following.kind not in {"word", "ref"}:
        return False
    if following.norm in words.whiles:
        return False
    return items[trigger.head].norm.endswith(words.bare) and _OWNED.search(following.norm) is not None


def _passed(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """A "not" of what is put in between the words of a Russian trigger: "part in A, which B did not like, was …"."""
    inner = range(trigger.first + 1, trigger.last)
    yield from (k for k in inner if clauses.items[k].norm == _NOT and clauses.within_aside(trigger, k))


def _spent(clauses: Clauses, first: int, trigger: Trigger, words: PolarityWords) -> frozenset[int]:
    """Where a "not" is not of the trigger: "do not confuse A with B, an organ of C" in Russian, "A, not B, joined"."""
    items, found = clauses.items, set(_passed(clauses, trigger))
    if clauses.lang == "en":
        found.update(of_another(clauses, trigger, first), of_others(items, first, trigger.first))
    for at in range(first, min(trigger.head, trigger.first - 1)):
        following = items[at + 1].norm
        helps = following.startswith(words.modals) and not _carried_out(items, at + 2, trigger.first)
        helps = helps and not denies_before(items, at, trigger)
        own = bool(words.modals) and items[at].norm == _NOT and not helps
        if own and ((denied_at(items, at) or 0) > 0 or any(p in _VERBAL for p, _, _ in readings(following)[:1])):
            found.add(at)
    return frozenset(found)


def _carried_out(items: Sequence[Item], first: int, last: int) -> bool:
    """ "Did not begin to talk, and left": the infinitive of a Russian modal comes before a joint and another verb."""
    verb = next((k for k in range(first, last) if items[k].kind == "word" and is_part(items[k].norm, "INFN")), last)
    return any(i.text == "," or is_part(i.norm, "CONJ") for i in items[verb + 1 : last] if i.kind in {"word", "mark"})


def _told_as_past(trigger: Trigger, form: Form, items: Sequence[Item], words: PolarityWords) -> bool:
    """A verb in the past is no part of a condition, unless "would" stands with it; so is "was admitted" in Russian."""
    if form.voice == "passive" and words.past and not any(i.norm == _WOULD for i in items):
        return any(i.norm in _WAS for i in items[max(0, trigger.head - 1) : trigger.head])
    if form.voice != "active" or not words.past or any(i.norm == _WOULD for i in items):
        return False
    return items[trigger.head].norm.endswith(words.past)


def _dated_near(clauses: Clauses, trigger: Trigger) -> bool:
    """A date stands behind the noun, in the same breath."""
    items = clauses.items
    for k in range(trigger.last + 1, min(trigger.last + 1 + _DATE_NEAR, len(items))):
        if items[k].kind == "date" or items[k].kind == "mark" or k in clauses.verbs:
            return items[k].kind == "date"
    return False


def _governed_from(items: Sequence[Item], at: int) -> int:
    """The words that may govern a noun or infinitive: those before it in the same breath.

    Owners do not count: "treaties on Armenia's and Kyrgyzstan's accession".
    """
    first = passed = at
    while first > 0 and passed - first < _NEAR and items[first - 1].kind != "mark":
        first -= 1
        passed -= items[first].norm == _OWNER or (items[first].kind == "name" and items[first + 1].norm == _OWNER)
    return first


def _clause_of(clauses: Clauses, trigger: Trigger) -> int:
    """Where the words begin that may be about the trigger wherever they stand: not before its own aside."""
    held = clauses.aside(trigger.head) if clauses.lang == "en" else None
    if clauses.lang == "en" and trigger.form == "verb":
        if clauses.items[trigger.first].text == ",":
            return trigger.first
        # "Denied reports of A's exit from B, which it had joined": a relative clause tells for itself.
        related = [k for k in range(max(1, trigger.first - _NEAR), trigger.first) if clauses.relates(k, ",")]
        if related:
            return related[-1]
    return held[0] if held is not None else 0


def _told_aside(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "Will A, which left in 2020, return?": what an English relative clause tells is not asked."""
    active = clauses.lang == "en" and form.voice in {"active", "passive"} and not form.mood
    near = range(max(1, trigger.first - _NEAR), trigger.first)
    return active and (takes_for_granted(clauses, form) or any(clauses.relates(k, ",") for k in near))
