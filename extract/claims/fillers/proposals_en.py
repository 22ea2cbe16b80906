"""An English verb of proposing and the name behind it in, whether another thing is proposed out."""

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

_ACTING = frozenset({"active", "infinitive", "converb"})
_PREPOSITIONS = frozenset({"of", "to", "in", "within", "with", "from", "for", "between", "inside"})
# Nouns behind which the name itself is what is thought of.
_IDEAS = (
    "creat", "establish", "form", "found", "launch", "idea", "concept", "project", "plan", "proposal",
    "vision", "draft", "text", "version", "name", "birth", "build", "transform", "revival", "model",
    "initiative", "signing", "conclusion", "adoption", "notion", "dream", "scheme", "thought",
    "suggestion", "prospect", "kind", "sort", "type",
)  # fmt: skip
_TOLD, _TELLING = ("instruct", "task", "ask", "request", "direct", "order", "mandat", "told", "tell", "urg", "invit"), 3
_SUBJUNCTIVE = frozenset({"be", "should", "must", "become", "take", "meet", "have", "hold", "expand"})
_MADE = frozenset({"set", "built", "brought"})
_NEW = ("creat", "establish", "found", "form", "launch", "institut", "reviv", "sign", "conclud", "adopt")
_THAT, _CLOSED = "that", frozenset({":", ";"})


def _told_to(scene: Scene, told: Told) -> bool:
    """ "A instructed the Secretariat to submit drafts": the body that is told to do so is not what is proposed."""
    items = scene.clauses.items
    at = told.trigger.first - (items[told.trigger.first - 1].norm == "to") - 1
    if at < 1 or items[at + 1].norm != "to" or items[at].label != "ORG":
        return False
    return any(i.norm.startswith(_TOLD) for i in items[max(0, at - _TELLING) : at])


def _before_insertion(scene: Scene, what: int, last: int) -> int:
    """ "Proposed on D, in an article for A, a new B": where what stands between two commas before B begins."""
    items = scene.clauses.items
    at = what - 1 - (items[what - 1].norm in ARTICLES)
    commas = [k for k in range(last + 1, at + 1) if items[k].text == ","]
    return commas[-2] if len(commas) > 1 and commas[-1] == at else what - 1


def _to_be_otherwise(scene: Scene, what: int) -> bool:
    """ "Proposed that A be moved", "that A should meet more often": A is there, and another thing was proposed."""
    behind = scene.clauses.items[what + 1 : what + 4]
    done = next((i.norm for i in behind if i.norm.endswith("ed") or i.norm in _MADE), "")
    return bool(behind) and behind[0].norm in _SUBJUNCTIVE and not (done.startswith(_NEW) or done in _MADE)


def other_idea(scene: Scene, told: Told, what: int | None) -> bool:
    """ "Called for a change in its ties with A", "suggested B could join A": A is not what was proposed."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang == "en" and what is not None and what < told.trigger.first and _told_to(scene, told):
        return True
    if scene.lang != "en" or what is None or what <= last or told.form.voice not in _ACTING:
        return False
    behind = last + 1 + (items[last + 1].norm == _THAT)
    if items[last + 1].norm == _THAT and _to_be_otherwise(scene, what):
        return True
    if items[behind].label == "COUNTRY" and behind < what:
        return True
    if any(i.text in _CLOSED for i in items[last + 1 : what]):
        return False
    kinds = (*_IDEAS, *scene.anaphors.instruments, *scene.anaphors.bodies)
    for k in range(_before_insertion(scene, what, last), last, -1):
        if items[k].norm not in _PREPOSITIONS or items[k].kind != "word":
            continue
        following = items[k + 1 + (items[k + 1].norm in ARTICLES)]
        noun = items[k - 1]
        if following.kind in {"date", "place"} or k - 1 <= last:
            continue
        return noun.kind == "word" and not noun.norm.startswith(kinds)
    return False
