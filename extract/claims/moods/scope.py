"""A trigger and its sentence in, the items that may say whether it happened out: its clause, from where to where."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_STOPS = frozenset(".;:!?")
# What opens a Russian apposition: "instructed A — an organ of B — to …".
_APPOSING = frozenset("—–-,(")
# "Until" only behind a comma, which closes the clause before it.
_NEVER = ["так", "и", "не"]
_YET, _THAT = "пока", "that"
_INTRANSITIVE = frozenset({"entered", "lapsed", "expired", "ceased", "collapsed"})
_AND = frozenset({"and", "then", "before", "but"})
_DESCRIBING, _ED = "participle", "ed"
# "Which had not hesitated to suspend A": so much stands between a pronoun and its verb.
_HELPED = 6
_DONE, _ACTIVE = frozenset({"passive", _DESCRIBING}), "active"
_WAS, _AUXILIARY, _PARTICIPLES = frozenset({"was", "were"}), 3, ("ing", "ed")
_LEFT, _RIGHT, _RIGHT_BEFORE = 9, 9, 2
_INSERTED, _LONG_ASIDE = 3, 16
# What opens an insertion that denies something of its own.
_DENYING = frozenset({"rather", "instead", "far", "hardly", "barely", "not", "without", "never", "no", "neither"})
# Finite verbs; so far behind the word that opens a clause its modal stands.
_TOLD, _SUBJECT = frozenset({"active", "passive"}), 6
# So near behind it a verb has its date; modals that a past behind "when" or "after" only follows.
_WHICH, _WITHIN = "which", frozenset({"on", "in", "at", "during"})
_TURNING = frozenset({"but", "yet", "and", "although", "though"})
_MODALS = frozenset({"would", "could", "may", "might", "can", "cannot", "must", "should", "will"})
_OF_DEED = frozenset(
    {"it", "this", "that", "they", "idea", "plan", "project", "proposal", "matter", "nothing", "neither"}
)
_WHY, _BEFORE, _DATED, _WOULD = "why", "before", 5, frozenset({"will", "would", "could", "might", "should", "d"})


def clause_scope(trigger: Trigger, form: Form, clauses: Clauses) -> tuple[int, int]:
    """Items that can change what the trigger says: its clause as far as marks and other triggers let it reach."""
    items, held = clauses.items, clauses.held
    first = trigger.first
    # "Never ratified the Charter adopted in 1993": what denies the verb does not reach the participle of its object.
    bare = form.voice == "participle" or (form.voice == "passive" and not clauses.helped(first))
    described = bare and first > 0 and items[first - 1].kind in {"name", "ref"}
    described = described or (clauses.lang == "ru" and trigger.form == "state" and items[first].text in _APPOSING)
    # "Does not intend to leave A, to which it returned": a relative clause that the trigger holds stands for itself.
    described = described or (clauses.lang == "en" and trigger.form == "verb" and _holds_relative(trigger, clauses))
    while first > 0 and not described and trigger.first - first < _LEFT and not _stops(first - 1, trigger, clauses):
        if described_ahead(clauses, first) or _only_describes(clauses, form, first - 1, trigger.head):
            break
        first -= 1
    if clauses.lang == "ru" and form.voice == "participle":
        # "Neither A nor B got into the Union founded by C": a participle is denied right before it.
        first = max(first, trigger.first - _RIGHT_BEFORE)
    first = _recalled(clauses, first, trigger.first)
    first = _own_clause(trigger, form, clauses, _before_insertion(trigger, clauses, first))
    last = trigger.last + 1
    limit = min(len(items), last + _RIGHT)
    closed = clauses.lang == "ru" and trigger.form != "noun"
    verbal = clauses.lang == "en" and trigger.form == "verb" and (form.voice in _DONE or _done_by(form))
    # A Kazakh converb shares what is said of the verb right behind it: "may fall apart".
    led = held.get(last) if clauses.lang == "kk" and form.voice == "converb" else None
    while (
        last < limit
        and items[last].kind != "mark"
        and (held.get(last) in (None, trigger, led) or _decides(clauses, last))
    ):
        # "Entered into force and was not prolonged": the second verb has its own denial.
        if (
            (closed and clauses.joins(last) and items[last].norm != _YET and not _never(clauses, last))
            or clauses.turns_verb(last)
            or clauses.relates(last)
            or _turned(clauses, form, last)
            or (verbal and _another_verb(clauses, form, last))
            or _told_of_noun(clauses, trigger, last, verbal)
        ):
            break
        last += 1
    return first, last


def _never(clauses: Clauses, k: int) -> bool:
    """ "Вступить в A она так и не решилась": this "and" joins nothing."""
    return [i.norm for i in clauses.items[max(0, k - 1) : k + 2]] == _NEVER


def _holds_relative(trigger: Trigger, clauses: Clauses) -> bool:
    """ "…, to which it returned", "would give up the observer status that it has held"."""
    inside = range(trigger.first + 1, trigger.head)
    return clauses.items[trigger.first].text == "," or any(clauses.relates(k) for k in inside)


def _only_describes(clauses: Clauses, form: Form, k: int, head: int) -> bool:
    """ "The treaty aiming for closer ties was signed": a participle behind its noun says nothing of the main verb."""
    items = clauses.items
    if clauses.lang != "en" or form.voice != "passive":
        return False
    told = any(i.norm in _WAS for i in items[max(k, head - _AUXILIARY) : head])
    return told and k > 0 and items[k].norm.endswith(_PARTICIPLES) and items[k - 1].kind in {"name", "ref"}


def _hangs_on_name(clauses: Clauses, k: int) -> bool:
    """ "Nobody speaks of the Union which A founded": that it did is not denied; "told A that" is no such clause."""
    return clauses.items[k - 1].kind == "name" and clauses.relates(k) and clauses.items[k].norm != _THAT


def described_ahead(clauses: Clauses, first: int) -> bool:
    """ "A, which signed B, declined to renew it": what begins here only describes whose verb is still to come."""
    return clauses.lang == "en" and first > 0 and (clauses.relates(first, ",") or _hangs_on_name(clauses, first))


def _turned(clauses: Clauses, form: Form, k: int) -> bool:
    return _turns_aside(clauses, form, k) or _set_against(clauses, form, k) or _what_others_would(clauses, form, k)


def _what_others_would(clauses: Clauses, form: Form, k: int) -> bool:
    """ "Signed it in 1998 but the Senate would not hear of it": the modal behind "but" has a subject of its own.

    What the clause says of the deed itself ("but it might …", "but this could not be") is no other's.
    """
    items = clauses.items
    if clauses.lang != "en" or form.voice not in _TOLD or form.mood or items[k].norm not in _TURNING:
        return False
    near = range(k + 1, min(k + 1 + _SUBJECT, len(items)))
    at = next((n for n in near if items[n].kind == "mark" or items[n].norm in _MODALS), None)
    if at is None or items[at].kind == "mark":
        return False
    return not any(items[n].norm in _OF_DEED for n in range(k + 1, at))


def _turns_aside(clauses: Clauses, form: Form, k: int) -> bool:
    """ "Left the day before it would have been expelled": an English verb of time or reason has its own mood."""
    if clauses.lang != "en" or form.voice not in _TOLD or form.mood or clauses.items[k].norm not in clauses.other_times:
        return False
    return any(clauses.awaits_verb(n) for n in range(k + 2, min(k + _SUBJECT, len(clauses.items))))


def _set_against(clauses: Clauses, form: Form, k: int) -> bool:
    """ "Six signed it while those of A declined": behind "while" an English sentence tells of others."""
    return clauses.lang == "en" and form.voice in _TOLD and clauses.items[k].norm in clauses.opposing


def _done_by(form: Form) -> bool:
    """What somebody did, and nothing that he may do or will do."""
    return form.voice == _ACTIVE and not form.mood


def _another_verb(clauses: Clauses, form: Form, k: int) -> bool:
    """ "Was put forward by A but rejected by B", "signed in Y was never ratified": another verb denies nothing."""
    if form.voice == _DESCRIBING and clauses.starts_predicate(k):
        return True
    following = clauses.items[k + 1 : k + 2]
    return clauses.items[k].norm in _AND and any(i.kind == "word" and i.norm.endswith(_ED) for i in following)


def _told_of_noun(clauses: Clauses, trigger: Trigger, k: int, finite: bool) -> bool:
    """ "The treaty that created A may be amended": behind a relative clause stands the verb of its English noun.

    So it does in "a summit which had not hesitated to suspend A could find …", but not in "said that joining is …".
    """
    if clauses.lang != "en" or trigger.form != "verb":
        return False
    if not (clauses.starts_predicate(k) or (k in clauses.verbs and k not in clauses.held)):
        return False
    if finite and trigger.first > 1 and clauses.relates(trigger.first - 1):
        return True
    opened = range(trigger.first - 2, max(0, trigger.first - 1 - _HELPED), -1)
    at = next((n for n in opened if clauses.relates(n) and clauses.items[n].norm != _THAT), 0)
    own = clauses.items[at + 1 : trigger.first]
    return at > 0 and all(i.kind == "word" for i in own) and clauses.helped(at + 1)


def _recalled(clauses: Clauses, first: int, last: int) -> int:
    """ "You may recall that A joined": behind an English verb of knowing the clause stands for itself."""
    that = (k for k in range(last - 1, max(first, 1), -1) if clauses.recalls(k))
    return next(that, first - 1) + 1 if clauses.lang == "en" else first


def _own_clause(trigger: Trigger, form: Form, clauses: Clauses, first: int) -> int:
    """ "Applied in 1995 and joined in 2004": what was only hoped for before an English "and" is over behind it."""
    if (when := _whenever(trigger, form, clauses, first)) is not None:
        return when
    at = trigger.first - 1
    if clauses.lang != "en" or trigger.form != "verb" or form.voice != "active" or form.mood or at < first:
        return first
    past = trigger.first == trigger.head and clauses.is_past(trigger.head)
    norm = clauses.items[trigger.head].norm
    # "Was negotiated in 2018 and took effect in 2020": the "was" is not shared.
    own = _WAS if not norm.endswith(_ED) or norm in _INTRANSITIVE else frozenset[str]()
    hoped = [i for i in clauses.items[first:at] if i.norm not in own]
    if not past or clauses.items[at].norm not in _AND or any(clauses.helped_on(i) for i in hoped):
        return first
    return at


def _whenever(trigger: Trigger, form: Form, clauses: Clauses, first: int) -> int | None:
    """ "Moscow did not react when A left": what is denied is another thing; "would not, when A left" needs a day.

    So does "was not published before A left". Nor is it denied that A will join where "no one knows when".
    """
    items, head = clauses.items, trigger.head
    if clauses.lang != "en" or trigger.form != "verb" or form.voice not in _TOLD:
        return None
    when = next((k for k in range(trigger.first - 1, first, -1) if _opens_time(clauses, k)), None)
    if when is None or any(i.norm in _WOULD for i in items[when : trigger.first]):
        return when
    helped = any(i.norm in _WAS for i in items[max(0, head - _AUXILIARY) : head])
    if not (helped if form.voice == "passive" else clauses.is_past(head)):
        return None
    dated = any(i.kind == "date" for i in items[when : trigger.last + _DATED])
    sure = items[when].norm != _BEFORE and not any(i.norm in _WOULD for i in items[:when])
    return when if dated or sure else None


def _opens_time(clauses: Clauses, k: int) -> bool:
    """ "When", "after", "why", "the day on which"."""
    word, before = clauses.items[k].norm, clauses.items[k - 1].norm
    return word in clauses.other_times or word == _WHY or (word == _WHICH and before in _WITHIN)


def _before_insertion(trigger: Trigger, clauses: Clauses, first: int) -> int:
    """ "Did not, for all the predictions made since, leave": an English denial whose verb waits behind an insertion.

    So does the noun of "was not, as Kyiv always maintained, a member", where the comma is part of the trigger.
    """
    items = clauses.items
    closing = trigger.first if items[trigger.first].text == "," else first - 1
    if clauses.lang != "en" or closing < _INSERTED - 1 or items[closing].text != ",":
        return first
    opening = next((k for k in range(closing - 1, max(0, closing + 1 - _LONG_ASIDE), -1) if items[k].text == ","), 0)
    return opening - 1 if opening and clauses.awaits_verb(opening - 1) else first


def _decides(clauses: Clauses, at: int) -> bool:
    """ "The decision to join was not taken": a Kazakh verb of adopting behind a plain noun speaks of the noun."""
    other, before = clauses.held[at], clauses.items[at - 1]
    return clauses.lang == "kk" and other.frame.startswith("adopted") and before.kind in {"word", "ref", "date"}


def _stops(at: int, trigger: Trigger, clauses: Clauses) -> bool:
    item = clauses.items[at]
    if item.text in _STOPS:
        return True
    other = clauses.held.get(at)
    if other is not None and other is not trigger:
        return other.form != "noun"
    # A short insertion between commas ("has not, however, joined") does not close the clause.
    opening = next((k for k in range(at - 1, max(-1, at - 5), -1) if clauses.items[k].text == ","), None)
    return item.text == "," and (opening is None or _denies_inside(clauses, opening))


def _denies_inside(clauses: Clauses, opening: int) -> bool:
    """ "A, rather than wait, left": what an English insertion denies is not what the verb behind it tells."""
    inside = clauses.items[opening + 1].norm in _DENYING
    return clauses.lang == "en" and inside and opening > 0 and not clauses.awaits_verb(opening - 1)
