"""A trigger of membership and the place of a body in its sentence in, the body that is joined or left out."""

from itertools import pairwise, takewhile

from extract.claims.fillers.among_many import among_many
from extract.claims.fillers.beside_kk import watched_beside
from extract.claims.fillers.clause_of_time_kk import renamed_behind
from extract.claims.fillers.founded_paper_ru import body_of_paper
from extract.claims.fillers.joined_fellows_kk import joined_fellows
from extract.claims.fillers.just_told import just_told
from extract.claims.fillers.left_from_ru import left_from
from extract.claims.fillers.lists_en import bodies_in_subject, one_of_subjects
from extract.claims.fillers.objects_en import elsewhere, forerunner_at
from extract.claims.fillers.occasions import of_occasions, only_describing
from extract.claims.fillers.organ_theme_ru import organ_theme
from extract.claims.fillers.organs_joined_en import organ_it, organ_itself
from extract.claims.fillers.organs_kk import joined_itself
from extract.claims.fillers.other_goals_kk import goes_elsewhere, only_met
from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.grammar.endings_kk import ATTRIBUTIVE, GENITIVE
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import readings

MEMBER_TYPES = frozenset({"membership", "acceded", "observer", "suspended", "withdrew"})
LEAVING = frozenset({"withdrew", "suspended"})
# Organs with members of their own: a bank, a parliament or an assembly is joined, a council is not.
_JOINED_THEMSELVES = ("bank", "fund", "-assembly", "-ipa", "-parliament", "parlacen")
# Every state belongs to it: who joins or leaves an organ of it, neither joins nor leaves the body.
_UNIVERSAL = "un"
# So far before a relative stands its noun, a comma and a preposition between.
_HANGING = 4
_SITTING_AT = frozenset({"at"})
_COMPLEMENT, _PROTOCOL = 7, "protocol-"
_MEMBERS_NEAR = 6
_BOUNDS = frozenset(",;:")
_OBSERVER, _STATE = "observer", "COUNTRY"
_IN_SHARES = ("bank", "fund", "edb")
_IN_WHAT = frozenset({"in", "of"})
_STAKES = frozenset({"stake", "stakes", "shareholding"})
_SHARES, _BEGUN = "shareholder", frozenset({"established", "succeeded", "renamed"})
# Between two sentences of one paragraph.
_FOUNDERS = ("founders", "signatories", "participants")
_OWNING_ONE, _MEMBERSHIP = frozenset({"его", "ее"}), "членств"
_OUT_OF = "из"
_THEY, _GATHERED = frozenset({"they", "these"}), frozenset({"membership", "established", "acceded"})
_PAUSED, _ITS = "suspended", frozenset({"the", "its", "their"})
# Behind a sentence about a treaty a bare "accession" is to that treaty.
_PAPERED, _ACCESSION = frozenset({"signed", "ratified", "entered_into_force"}), "accession"
_ADHERING = ("adher", "signed", "signs")


def joined_body(scene: Scene, told: Told, at: int | None) -> tuple[str | None, float]:
    """The body that is named, that an instrument founds, or that the text is about."""
    at = left_from(scene, told, at)
    if (meant := organ_it(scene, told)) is not None:
        return meant, 0.8
    if elsewhere(scene, told):
        return None, 0.0
    if at is not None and scene.lang == "ru" and _of_another(scene, told, at, scene.clauses.items[at].ids[:1]):
        return None, 0.0
    if at is not None and not _only_records(scene, at):
        parted = _parted_by_many(scene, told, at) and at != among_many(scene, told)
        if scene.unlinked(at) or _beyond(scene, told, at) or parted:
            return None, 0.0
        if scene.clauses.items[at].kind == "ref" and _of_none_named(scene, told.trigger.last):
            return None, 0.0
        if _owns_joined(scene, told, at) or _sits(scene, told, at) or _describes(scene, told, at):
            return None, 0.0
        id_ = scene.ids(at)[0]
        if not _in_organ(scene, told, at):
            root = scene.tables.root(id_)
            itself = root == _UNIVERSAL and (scene.lang == "kk" or told.trigger.frame == "withdrew")
            id_ = id_ if itself or id_.endswith(_JOINED_THEMSELVES) else root
        if scene.clauses.items[at].label == "TREATY":
            return scene.tables.entered_by(id_), 0.9
        return id_, 1.0
    return _meant_body(scene, told)


def _meant_body(scene: Scene, told: Told) -> tuple[str | None, float]:
    """ "It joined", "the accession took effect": the body that no name in the place of the object tells."""
    if (fellows := joined_fellows(scene, told)) is not None:
        return fellows or None, 0.7
    if (papered := body_of_paper(scene, told)) is not None:
        return papered, 0.6
    if scene.other_object(told) or _of_many(scene, told) or _of_some(scene, told) or goes_elsewhere(scene, told):
        return None, 0.0
    where = _where(scene, told) or renamed_behind(scene, told)
    if where:
        return scene.tables.root(where), 0.9
    founded = _founded_before(scene, told)
    if founded is not None:
        return founded, 0.8
    told_last = _told_last(scene, told)
    if told_last is not None and told_last.type in MEMBER_TYPES:
        return told_last.object_id, 0.7
    items = scene.clauses.items
    owned = _held_in_shares(scene, told)
    if owned is not None or _bought(scene, told):
        return owned, 0.6
    topic = _named_ahead(scene, told)
    if scene.lang == "ru" and _of_another(scene, told, None, (topic,) if topic else ()):
        return None, 0.0
    # A Kazakh clause may mention an organ by the way.
    if topic in scene.tables.types and (scene.lang != "kk" or topic not in scene.tables.parents):
        return (topic if scene.lang == "ru" and topic.endswith(_JOINED_THEMSELVES) else scene.tables.root(topic)), 0.6
    last = scene.last
    if scene.lang == "en" and _of_papers(scene, told) and last and last.type in _PAPERED:
        return scene.tables.entered_by(last.subject_id), 0.6
    step = _of_last_step(scene, told)
    if step is not None:
        return step, 0.6
    if beside := bodies_in_subject(scene, told):
        return scene.memory.body(items[beside[0]].start), 0.6
    found = organ_theme(scene) or scene.memory.body(items[told.trigger.first].start) or scene.memory.body(items[-1].end)
    found = _watched(scene, found) if told.trigger.frame.startswith(_OBSERVER) else found
    return (found if found in scene.tables.types else None), 0.6


def _watched(scene: Scene, found: str | None) -> str | None:
    """ "The fund opened; A has been an observer since 2018": in English of the body named before, not of a fund."""
    if scene.lang != "en" or not found or not found.endswith(_IN_SHARES):
        return found
    return scene.memory.body(scene.clauses.items[0].start, without=_IN_SHARES) or found


def _named_ahead(scene: Scene, told: Told) -> str:
    """The body named last before the verb, in English what an apposition only compares it with aside.

    "It asked to enter A, the body that had replaced B, and was admitted on D".
    """
    items = scene.clauses.items
    before = enumerate(items[: told.trigger.first])
    named = [k for k, i in before if i.kind == "name" and i.label == "ORG" and i.ids and not only_describing(scene, k)]
    told_at = of_occasions(scene) if scene.lang == "ru" else []
    named = [k for k in named if k not in told_at and not one_of_subjects(scene, told, k)]
    if scene.lang == "en" and len(named) > 1:
        bare = [k for k in named if scene.clauses.aside(k) is None]
        named = bare or named
    return items[named[-1]].ids[-1] if named else ""


def _founded_before(scene: Scene, told: Told) -> str | None:
    """ "The bank was set up outside A; B became its third member": of the body that the English sentence founded."""
    items, before = scene.clauses.items, scene.before
    its = any(i.norm in _ITS - {"the"} for i in items[told.trigger.first : told.trigger.last + 1])
    told_of = scene.lang == "en" and its and before is not None and before.type in _BEGUN
    return before.subject_id if told_of and before is not None else None


def _of_last_step(scene: Scene, told: Told) -> str | None:
    """ "A adhered to the Pact. B withdrew in 1959": the body that the English sentence right before told of.

    So is what a Kazakh "B did not enter" denies behind it.
    """
    last = just_told(scene)
    goes_on = scene.lang == "en" or (scene.lang == "kk" and told.polarity == "negated")
    if not goes_on or last is None or last.type not in MEMBER_TYPES - {_OBSERVER}:
        return None
    # "The CSTO watches the Assembly. B left": a body that joined another goes on as what B left.
    return last.object_id if scene.tables.types.get(last.subject_id) == _STATE else None


def _of_papers(scene: Scene, told: Told) -> bool:
    """ "Accession", "adhered that December", "signed up later": what an English text says of papers, not of bodies."""
    norm = scene.clauses.items[told.trigger.head].norm
    return norm == _ACCESSION if told.form.voice == "noun" else norm.startswith(_ADHERING)


def _of_another(scene: Scene, told: Told, at: int | None, ids: tuple[str, ...]) -> bool:
    """ "The convention outlived A; B is still a party to it": a possessive inside the Russian trigger is not of A."""
    items, held = scene.clauses.items, scene.clauses.items[told.trigger.first : told.trigger.last + 1]
    ranked = any(i.norm.startswith(scene.anaphors.memberly[:2]) and not i.norm.startswith(_MEMBERSHIP) for i in held)
    if not ranked or not ids or (at is not None and items[at] in held):
        return False
    name = scene.memory.name_of(ids[0], items[-1].end)
    return bool(name) and any(i.norm in _OWNING_ONE and not agrees_with_name(i.norm, name) for i in held)


def _told_last(scene: Scene, told: Told) -> Draft | None:
    """ "A left B and said that it leaves C; the exit took effect": a Kazakh step is the one announced last."""
    again = scene.lang == "kk" and scene.spoken is not None and told.trigger.frame.startswith(scene.spoken.type)
    return scene.spoken if again else scene.before


def _held_in_shares(scene: Scene, told: Told) -> str | None:
    """ "A is no shareholder": of the English bank that the text is about, though it is an organ of another body."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    behind = [i for i in items[last + 1 : last + 3] if i.kind != "ref"]
    of_other = len(behind) > 1 and behind[0].norm in _IN_WHAT and behind[1].kind != "date"
    held = any(i.norm.startswith(_SHARES) for i in items[first : last + 1])
    held = held or (_bought(scene, told) and not of_other)
    organ = scene.memory.organ(items[first].start, _JOINED_THEMSELVES) if held and not _bought(scene, told) else None
    organ = organ if organ and organ.endswith(_JOINED_THEMSELVES) else None  # "The Council of the Bank" has no shares.
    return organ or (scene.memory.body(items[first].start, _JOINED_THEMSELVES) if held else None)


def _bought(scene: Scene, told: Told) -> bool:
    """ "Took a stake": in English only a bank or a fund has any."""
    items = scene.clauses.items[told.trigger.first : told.trigger.last + 1]
    return scene.lang == "en" and any(i.norm in _STAKES for i in items)


def members_alone(scene: Scene, told: Told) -> bool:
    """ "The founding states were joined by B": the English members of the body in mind are who was joined.

    So are "they", where the text has just told who they are.
    """
    before = [i.norm for i in scene.clauses.items[max(0, told.trigger.first - _MEMBERS_NEAR) : told.trigger.first]]
    kinds = (*scene.anaphors.members, *_FOUNDERS)
    if scene.lang == "en" and scene.last is not None and scene.last.type in _GATHERED and not _THEY.isdisjoint(before):
        return True
    return scene.lang == "en" and "the" in before and any(n in kinds for n in before)


def owner_of_members(scene: Scene, told: Told) -> int | None:
    """ "A's five founders were joined by B": the English body whose members stand there."""
    items, first = scene.clauses.items, told.trigger.first
    kinds = (*scene.anaphors.members, *_FOUNDERS)
    for k in range(max(0, first - _COMPLEMENT), first if scene.lang == "en" else 0):
        behind = [i.norm for i in items[k + 1 : first]]
        owned = items[k].label == "ORG" and items[k].ids and behind[:1] == ["s"]
        if owned and any(n in kinds for n in behind):
            return k
    return None


def _where(scene: Scene, told: Told) -> str | None:
    """ "The CIS, where it has been an associate member since 2005": the body before the comma of a Russian clause."""
    items = scene.clauses.items
    for k in range(told.trigger.first, 1, -1):
        if items[k].norm in scene.anaphors.wheres and items[k - 1].text == ",":
            return items[k - 2].ids[-1] if items[k - 2].label == "ORG" and items[k - 2].ids else None
        if items[k].text in _BOUNDS:
            return None
    return None


def which_at(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "The CACO, which Russia had joined, …": the pronoun right before an English subject is what was joined."""
    items, first = scene.clauses.items, told.trigger.first
    if (made := forerunner_at(scene, told)) is not None:
        return made
    acts = told.form.voice == "active" and told.trigger.form == "verb"
    if scene.lang != "en" or not (acts or told.trigger.form == "state"):
        return None
    subjects = (k for k in range(first - 1, 0, -1) if items[k].kind in {"name", "ref"} and items[k].label == "COUNTRY")
    k = next(subjects, 0) - 1
    while k > 1 and scene.clauses.joins(k) and items[k - 1].label == "COUNTRY":
        k -= 2
    k -= k > 0 and items[k].norm in ARTICLES
    related = k > 0 and items[k].norm in scene.anaphors.relatives and items[k].label in labels
    # "The Assembly, at which A has been an observer": a state wants the preposition of its body.
    related = related and (acts or items[k - 1].norm in scene.marks.joined | _SITTING_AT)
    return k if related and items[k].ids else None


def _of_some(scene: Scene, told: Told) -> bool:
    """ "This or that association which includes the country": a relative that hangs on a body in general."""
    items, words = scene.clauses.items, scene.anaphors
    held = range(max(2, told.trigger.first - 1), told.trigger.last + 1)
    which = next((k for k in held if items[k].kind == "word" and items[k].norm in words.relatives), None)
    if which is None:
        return False
    noun = next((i for i in items[which - 1 : which - _HANGING : -1] if i.kind != "mark" and len(i.text) > 1), None)
    return noun is not None and noun.kind == "word" and noun.norm.startswith(tuple(words.bodies))


def _of_many(scene: Scene, told: Told) -> bool:
    """ "Membership in regional organizations": bodies in general are none of those that were named."""
    items, first, last = scene.clauses.items, told.trigger.first, told.trigger.last
    if scene.lang == "kk":
        return any(_is_plural(scene, i.norm) for i in items[max(0, first - 1) : last + 1] if i.kind == "word")
    own = list(takewhile(lambda i: i.kind == "word", items[last + 1 : last + _COMPLEMENT]))
    if scene.lang == "en" and told.trigger.frame.startswith(_PAUSED) and own and own[0].norm in _ITS:
        return False  # "Suspended from the decision-making bodies": those of the body in mind.
    if any(_is_plural(scene, i.norm) for i in own):
        return True
    if _of_none_named(scene, last):
        return True
    # The Russian morphology is not loaded for English, and asked only beside a noun that matters.
    bodies = tuple(scene.anaphors.bodies) if scene.lang == "ru" else ()
    return any(noun.norm.startswith(bodies) and _several(before.norm) for before, noun in pairwise(own))


def _only_records(scene: Scene, at: int) -> bool:
    """ "Its admission was recorded in a protocol": that paper is not what was joined."""
    paper = scene.clauses.items[at]
    return paper.kind == "ref" and any(id_.startswith(_PROTOCOL) for id_ in paper.ids)


def _of_none_named(scene: Scene, last: int) -> bool:
    """ "Left no organization", `ни из одной организации`: the noun behind the trigger means any body, none in mind."""
    held = scene.clauses.items[last + 1 : last + _COMPLEMENT]
    own = list(takewhile(lambda i: i.kind in {"word", "ref"}, held))
    at = next((n for n, i in enumerate(own) if i.norm in scene.anaphors.indefinite), len(own))
    return any(i.norm.startswith(tuple(scene.anaphors.bodies)) for i in own[at:])


def _parted_by_many(scene: Scene, told: Told, at: int) -> bool:
    """ "A member of none of these bodies, it watches A": a mark between them closes what the English trigger says."""
    items, last = scene.clauses.items, told.trigger.last
    parted = scene.lang == "en" and any(i.text == "," for i in items[last + 1 : min(at, last + _COMPLEMENT)])
    return parted and _of_many(scene, told)


def _several(norm: str) -> bool:
    """A Russian adjective of the plural: `международные организации`, where the noun alone might be one."""
    return all(pos == "ADJF" and number == "plur" for pos, _, number in readings(norm))


def _is_plural(scene: Scene, norm: str) -> bool:
    words = scene.anaphors
    tails = [norm[len(stem) :] for stem in words.bodies if norm.startswith(stem)]
    if scene.lang == "ru":
        return bool(tails) and all(tail and tail not in words.tails for tail in tails)
    return any(tail.startswith(words.plurals) for tail in tails)


def still_there(scene: Scene, draft: Draft, day: str | None) -> str | None:
    """What was joined or left: of a body that only the text before named, and that had ended by then, the successor."""
    body = draft.object_id
    if body is None or day is None or draft.type not in MEMBER_TYPES:
        return body
    named = any(i.kind == "name" and body in i.ids for i in scene.clauses.items)
    # "It made way for the AU. Morocco, which had walked out in 1984 …": out of the one that was there then.
    old = scene.tables.before(body, day) if scene.lang == "en" and not named else None
    if old and scene.memory.has_named(old, scene.clauses.items[0].start):
        return old
    # "A, which left the OAU in 1984, returned to the organization in 2017": what is meant anew lives on in its heir.
    meant = scene.lang == "ru" and any(i.kind == "ref" and body in i.ids for i in scene.clauses.items)
    return body if named and not meant else scene.tables.living(body, day)


def _in_organ(scene: Scene, told: Told, at: int) -> bool:
    """An organ has observers of its own and takes seats away; who gives a status decides for its whole body.

    So does one at whose Kazakh sitting the status was given.
    """
    if ".within" in scene.arguments.marks(at):
        return False
    left = scene.clauses.items[at].kind == "name" and (at >= told.trigger.first or _is_left(scene, at))
    if scene.lang == "ru" and left and told.trigger.frame.startswith("withdrew"):
        return True  # "Left the council of A": its members need not have left A.
    if joined_itself(scene, told, at) or organ_itself(scene, told, at):
        return True
    if told.trigger.frame.startswith("suspended"):
        return scene.lang == "en" and bool(scene.arguments.marks(at) & scene.marks.left)
    return told.trigger.frame.startswith("observer") and not told.trigger.frame.endswith((".given", ".by"))


def _is_left(scene: Scene, at: int) -> bool:
    """ "Из совета A страна вышла": a preposition says that the name in front of the verb is what was left."""
    return at > 0 and scene.clauses.items[at - 1].norm == _OUT_OF


def _owns_joined(scene: Scene, told: Told, at: int) -> bool:
    """ "Joined NATO's programme": a Kazakh body in the genitive owns what is joined."""
    first = told.trigger.first
    owns = told.trigger.frame == "acceded" and scene.owning(at) and at < first == told.trigger.last
    behind = scene.clauses.items[first - 1]
    paper = behind.kind == "ref" and behind.label == "TREATY" and not behind.ids and at < first - 1
    return owns and (paper or scene.other_object(told))


def _sits(scene: Scene, told: Told, at: int) -> bool:
    """ "At the council's session held in Minsk": the Kazakh verb that the body opens tells of its sitting."""
    held = scene.lang == "kk" and told.trigger.first <= at <= told.trigger.last
    return held and (".within" in scene.arguments.marks(at) or only_met(scene, told, at))


def _describes(scene: Scene, told: Told, at: int) -> bool:
    """ "Entered the market of A", "left the summit of A": a bare Kazakh body before a noun of its own is not joined."""
    items, marks = scene.clauses.items, scene.arguments.marks(at)
    if scene.lang != "kk" or at + 1 >= len(items) or any(mark.startswith(".") for mark in marks):
        return False
    if told.trigger.frame.startswith(_PAUSED):
        return False  # "Took no part in the work of A": what was suspended stands in the trigger.
    watched = watched_beside(scene, told)
    norm, spared = items[at + 1].norm, scene.marks.joined | scene.marks.left | scene.marks.housed
    if items[at + 1].kind == "word" and norm.endswith(ATTRIBUTIVE) and at not in {told.trigger.first, watched}:
        return True  # "The members within A did not enter the zone": they are in it.
    if items[at + 1].kind == "word" and norm.endswith(GENITIVE) and told.trigger.first == told.trigger.last:
        return scene.other_object(told)  # "Entered the market of the countries of A".
    own = items[at + 1].kind == "word" and norm.endswith(scene.marks.entered) and at != watched
    own = own and not at + 1 == told.trigger.first < told.trigger.head  # "Turned into a member of A".
    return own and norm not in spared and not norm.startswith(tuple(scene.anaphors.bodies))


def _beyond(scene: Scene, told: Told, at: int) -> bool:
    """A Kazakh verb stands between, and something else in the dative stands beside the trigger."""
    between = any(at < k < told.trigger.first for k in scene.clauses.verbs)
    return scene.lang == "kk" and between and scene.other_object(told)
