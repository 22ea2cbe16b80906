"""A trigger of proposing in its sentence in, drafts of claims out: who thought of which body, paper or programme."""

from collections.abc import Iterator

from extract.claims.fillers.ideas_meant_kk import idea_meant
from extract.claims.fillers.nobody_named_kk import nominated
from extract.claims.fillers.proposals_en import other_idea
from extract.claims.fillers.proposals_kk import other_founded, proposes_itself
from extract.claims.fillers.proposals_ru import addressees, other_deed, person_meant, put_in_its_place, venue
from extract.claims.fillers.proposers_ru import country_of_person
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import IDEAS, actor_side, object_side
from extract.claims.scene import Draft, Scene, Told
from kb.model import Claim, Participant

# Where a claim is from that is told, and not inferred as the membership of founders is.
_AGAINST = frozenset({"а", "но", "однако"})
_TEXT = "text"
_OWN_STEPS = frozenset({"acceded", "withdrew", "observer", "suspended"})
# Kazakh cases in which nobody proposes.
_GIVEN = frozenset({".dative", ".accusative"})
# Kazakh nouns with an owner, in the locative, letters folded.
_PLACES = ("ында", "инде", "ындагы", "индеги")
# Kazakh accusatives, and those of verbal nouns, letters folded.
_ACCUSATIVE, _DEEDS = ("ты", "ти", "ды", "ди", "ны", "ни"), ("уды", "уди", "уын", "уин")


def _beyond_joint(scene: Scene, told: Told, what: int) -> bool:
    """ "A proposed a parliament, and I expect B to …": behind comma and "and" another English clause names B.

    So does a Russian one behind «а» or «но»: "it was A that proposed a zone, and two years later B was signed".
    """
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang == "ru":
        # "A proposed, and B backed, the founding of C": right behind the verb the comma parts it from no object.
        behind = (k for k in range(last + 2, what - 1) if items[k].text == "," and items[k + 1].norm in _AGAINST)
        return any(k < n for k in behind for n in scene.clauses.verbs)
    parted = (k for k in range(last + 1, what - 1) if items[k].text == "," and scene.clauses.joins(k + 1))
    return scene.lang == "en" and any(True for _ in parted)


def _idea_before(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "With this idea A turned to B": the body that the sentence or the text named before."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang == "en":
        # "A was founded in 2005; B had proposed it": what else "it" may be, nobody knows.
        last = scene.before or scene.last
        founders = isinstance(last, Claim) and last.type == "membership" and last.origin != _TEXT
        if last is None or not (founders or last.type == "established"):
            return ()
        return (last.object_id or "",) if founders else (last.subject_id,)
    named = [i.ids for i in items[:first] if i.kind == "name" and i.label in IDEAS and i.ids]
    found = scene.memory.body(items[first].start)
    return named[-1] if named else (found,) if found else ()


def _owners_of_nouns(scene: Scene, told: Told) -> list[int]:
    """ "A put the idea forward in B's lecture": Kazakh people before a place that is theirs do nothing."""
    items, first = scene.clauses.items, told.trigger.first if scene.lang == "kk" else 0
    named = [k for k, i in enumerate(items[:first]) if i.label == "PERSON"]
    near = {k: items[k + 1 : k + (3 if scene.owning(k) else 2)] for k in named}
    return [k for k in named if any(i.kind == "word" and i.norm.endswith(_PLACES) for i in near[k])]


def _of_other_idea(scene: Scene, told: Told, what: int | None) -> bool:
    """What is found is not what was proposed, but its owner, what another verb founds, or another thing."""
    kazakh = (_owns_proposed, other_founded, proposes_itself) if scene.lang == "kk" else ()
    return any(is_it(scene, told, what) for is_it in kazakh) or other_idea(scene, told, what)


def proposed(scene: Scene, told: Told) -> Iterator[Draft]:
    """A person or country, and the idea it brought up."""
    items, placed = scene.clauses.items, scene.marks.placed
    aimed = scene.clauses.held.get(told.trigger.last + 2)
    if scene.lang == "en" and aimed is not None and aimed.frame in _OWN_STEPS and items[aimed.first - 1].norm == "to":
        return  # "Proposed to join A" is a plan of its own, no idea.
    following = scene.clauses.held.get(told.trigger.last + 1)
    if scene.lang == "en" and following is not None and following.frame in _OWN_STEPS:
        return  # Neither is "the idea of joining A".
    venues = [k for k, i in enumerate(items) if i.label in IDEAS and scene.arguments.marks(k) & placed]
    venues += [*_beyond_colon(scene, told), *_whose_hall(scene), *(k for k in range(len(items)) if venue(scene, k))]
    if (scene.lang == "ru" and other_deed(scene, told)) or nominated(scene, told):
        return
    what = put_in_its_place(scene, told)
    if what is None:
        what = scene.find(told, Slot(IDEAS, object_side(told.form.voice, scene.lang)), venues, far=9.0)
    if _of_other_idea(scene, told, what):
        return
    named = _idea_before(scene, told) if told.trigger.frame.endswith(".it") else scene.ids(what)
    named = idea_meant(scene, told) if what is None and not named else named
    if not named or (what is not None and _beyond_joint(scene, told, what)):
        return
    # "Whose author is A", "belongs to A": who thought of it may stand behind, and in the dative.
    author = told.trigger.frame.endswith(".author")
    side = "any" if author else actor_side(told.form.voice, scene.lang)
    others = [*_owners_of_nouns(scene, told), *addressees(scene, told)] if not author else []
    for label in ("PERSON", "COUNTRY"):
        who = scene.find(told, Slot(frozenset({label}), side, scene.marks.agent, scene.marks.placed), others, far=9.0)
        marks = scene.arguments.marks(who) if who is not None else frozenset[str]()
        given = scene.lang == "kk" and not author and bool(marks & _GIVEN) and (label != "PERSON" or ".dative" in marks)
        # "Analysis suggests that A should …": who stands behind an active English verb proposes nothing.
        behind = scene.lang == "en" and told.form.voice == "active" and who is not None and who > told.trigger.last
        if who is not None and scene.ids(who) and not given and not behind:
            for id_ in dict.fromkeys(country_of_person(scene, who) or scene.ids(who)):
                yield Draft("proposed", id_, named[0], who, (Participant(id_, "proposer"),))
            return
    meant = person_meant(scene, told)
    if meant is not None:
        yield Draft("proposed", meant, named[0], -1, (Participant(meant, "proposer"),), confidence=0.7)


def _owns_proposed(scene: Scene, told: Told, what: int | None) -> bool:
    """ "As chair of A, B proposed five priorities": a Kazakh accusative beside the verb is what was proposed.

    A noun of founding speaks of the name before it.
    """
    items, at = scene.clauses.items, told.trigger.head - 1
    while at >= 0 and (items[at].kind in {"date", "place"} or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    if what is None or at <= what or items[at].kind != "word" or ".genitive" not in scene.arguments.marks(what):
        return False
    return items[at].norm.endswith(_ACCUSATIVE) and not items[at].norm.endswith(_DEEDS)


def _whose_hall(scene: Scene) -> list[int]:
    """ "БҰҰ мінберінен": a Kazakh body from whose rostrum the idea was brought up is not the idea."""
    named = (k for k, i in enumerate(scene.clauses.items if scene.lang == "kk" else ()) if i.label == "ORG")
    return [k for k in named if scene.arguments.belongs(k)]


def _beyond_colon(scene: Scene, told: Told) -> range:
    """ "A was founded at the initiative of B: the treaty on it …": behind its colon a Russian sentence goes on."""
    items, last = scene.clauses.items, told.trigger.last
    noun = scene.lang == "ru" and told.form.voice == "noun"
    colon = next((k for k in range(last, len(items)) if items[k].text in {":", ";"}), len(items))
    return range(colon if noun else len(items), len(items))
