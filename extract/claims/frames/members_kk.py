"""A trigger of membership in a Kazakh sentence in, who and what stands in places of its grammar, or does not, out."""

from collections.abc import Iterator

from extract.claims.fillers.beside_kk import watched_beside
from extract.claims.fillers.longer_names_kk import inside_longer_name
from extract.claims.fillers.subjects_kk import others_subjects, rest_acts
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY, TREATY
from extract.claims.grammar.together_kk import company_of
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

_BODIES = BODY | TREATY
_STEPS, _ACTING = frozenset({"acceded", "withdrew"}), frozenset({"active", "converb"})
_NOT, _LIKE = fold("емес"), frozenset(map(fold, ("сияқты", "секілді")))
_MANY = tuple(map(fold, ("лар", "лер", "дар", "дер", "тар", "тер")))
_APART = frozenset({".ablative", ".locative", ".instrumental"})
# Cases of a Kazakh noun that is no subject, letters folded.
_OBLIQUE = tuple(map(fold, ("ның", "нің", "дың", "дің", "на", "не", "ға", "ге", "да", "де", "дан", "ден", "мен")))
# A Kazakh noun that is somebody's, in the nominative, letters folded.
_HELD = tuple(map(fold, ("сы", "сі", "лары", "лері", "дары", "дері", "тары", "тері")))
# "Gave", of a status.
_GIVEN = ("берди", "берген", "берме")
_REFUSING, _MEMBERSHIP, _FULL = "withdrew.not", fold("мүшеліктен"), fold("толық")
# "Other than", "apart from".
_SET_ASIDE = frozenset(map(fold, ("басқа", "өзге", "бөлек")))
# Kazakh converbs, letters folded.
_CONVERBS = ("ып", "ип")


def body_beside(scene: Scene, told: Told) -> int | None:
    """The body of which a Kazakh sentence says it with a noun or a word of place: "observer at B"."""
    described = described_body(scene, told)
    return watched_beside(scene, told) if described is None else described


def described_body(scene: Scene, told: Told) -> int | None:
    """ "The organization that A joined": the name behind a participle, where none before it is joined or left."""
    items, k = scene.clauses.items, told.trigger.last + 1
    if scene.lang != "kk" or told.form.voice != "participle" or k >= len(items) or items[k].label not in _BODIES:
        return None
    if k + 1 < len(items) and items[k + 1].label == "COUNTRY":
        return None
    begun = _begun(scene, told)
    near = (n for n in range(begun + 1, told.trigger.last + 1) if items[n].label in _BODIES)
    taken = any(scene.arguments.marks(n) & (scene.marks.joined | scene.marks.left) for n in near)
    return None if taken else k


def beyond_described(scene: Scene, told: Told, who_at: int | None, body_at: int | None) -> bool:
    """ "From A, which all its neighbours had joined, B went": who stands behind the body does what comes later."""
    behind = told.trigger.last + 1
    return told.form.voice == "participle" and body_at == behind and who_at is not None and who_at > behind


def joined_other(scene: Scene, told: Told, body_at: int | None) -> bool:
    """ "A, which joined the convention, is in B": what stands beside a participle in the dative is what was joined.

    «ТМД-дан басқа бірде-бір одаққа кірмеді»: what is set aside is not what was joined either.
    """
    items = scene.clauses.items
    if body_at is not None and body_at + 1 < len(items) and items[body_at + 1].norm in _SET_ASIDE:
        return ".ablative" in scene.arguments.marks(body_at)
    beyond = body_at is not None and body_at > told.trigger.last + 1 and told.form.voice == "participle"
    return beyond and scene.other_object(told)


def strays(scene: Scene, told: Told) -> list[int]:
    """Names whose Kazakh case no member has ("after A", "with A"), and nouns that a participle only describes."""
    items, marks = scene.clauses.items, scene.arguments.marks
    # "In A accession is planned": who only thinks of it may stand so.
    cases = _APART - {".locative"} if told.form.voice == "noun" else _APART
    # A body may watch another one, which gives it the status.
    watched = told.trigger.frame.startswith("observer")
    found = [*owning_aside(scene, told), *(others_subjects(scene, told) if scene.lang == "kk" else ())]
    for k, item in enumerate(items if scene.lang == "kk" else ()):
        company = company_of(items, k, scene.anaphors.together)
        together = company is not None and (company is items[k + 1] or told.polarity != "negated")
        named = item.kind == "name" and (item.label == "COUNTRY" or (item.label == "ORG" and not watched))
        apart = named and bool(marks(k) & cases) and not together
        towards = named and item.label == "ORG" and ".dative" in marks(k)
        # "Not together with A": the words behind the name deny it.
        denied = together and k + 2 < len(items) and items[k + 2].norm == _NOT
        # "Did not join, as A did": who is only likened to the subject of a denial did.
        denied = denied or (together and told.polarity == "negated" and items[k + 1].norm in _LIKE)
        apart = apart or (named and describes_noun(scene, k))
        # "One of the five states that founded it": the noun inside the words is of all of them.
        held = told.trigger.form == "state" and told.trigger.first <= k <= told.trigger.last
        unknown = item.kind == "ref" and not item.ids and (told.form.voice == "participle" or held)
        if apart or towards or unknown or denied or inside_longer_name(scene, k):
            found.append(k)
    return found


def owning_aside(scene: Scene, told: Told) -> list[int]:
    """ "A left in protest at B's envoys": behind a bare country a Kazakh genitive owns some other noun."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or told.trigger.frame not in _STEPS:
        return []
    # "B's membership was approved", "announced B's exit": who owns the deed itself is who acts.
    deed = first < told.trigger.head and items[first].norm.endswith(scene.marks.possessed)
    acting = told.form.voice in _ACTING and not deed
    named = [k for k in range(first) if items[k].kind == "name" and items[k].label == "COUNTRY"]
    bare = [k for k in named if not any(m.startswith(".") for m in scene.arguments.marks(k))]
    aside = [k for k in named if bare and k > bare[0] and scene.owning(k)]
    return [k for k in aside if acting or (k + 1 < first and items[k + 1].norm.endswith(scene.marks.possessed))]


def describes_noun(scene: Scene, k: int) -> bool:
    """ "While the question of Kosovo is open": a bare Kazakh country before a noun of its own."""
    items, words = scene.clauses.items, scene.anaphors
    noun = items[k + 1] if k + 1 < len(items) else None
    if noun is None or noun.kind != "word" or items[k].label != "COUNTRY" or k + 1 in scene.clauses.held:
        return False
    if noun.norm.startswith(words.actors) or noun.norm in words.adverbs or k + 1 in scene.clauses.verbs:
        return False
    bare = not any(mark.startswith(".") for mark in scene.arguments.marks(k))
    return bare and noun.norm.endswith(_HELD)


def stands_for_subject(scene: Scene, told: Told) -> bool:
    """A Kazakh "ol" before the verb is who joined, not a body that stands nearer."""
    near = scene.clauses.items[_begun(scene, told) + 1 : told.trigger.first] if scene.lang == "kk" else ()
    return any(i.kind == "word" and i.norm in scene.anaphors.personal for i in near)


def hides_subject(scene: Scene, told: Told, who_at: int | None) -> bool:
    """ "A founded B, but the states of the region joined in 1992": behind another verb stands another subject."""
    if rest_acts(scene, told):
        return True
    between = range((who_at or 0) + 1, told.trigger.first if who_at is not None else 0)
    verb = next((k for k in between if k in scene.clauses.verbs), None)
    return verb is not None and any(other_countries(scene, i) for i in scene.clauses.items[verb : told.trigger.first])


def _begun(scene: Scene, told: Told) -> int:
    """The last mark or verb before the trigger's own clause."""
    items, verbs = scene.clauses.items[: told.trigger.first], scene.clauses.verbs
    return max((k for k, i in enumerate(items) if i.text in ",;:" or k in verbs), default=-1)


def opens_longer_name(scene: Scene, body_at: int | None) -> bool:
    """A bare Kazakh body before a capital begins a name that nobody knows: "the OECD Development Centre"."""
    items = scene.clauses.items
    if scene.lang != "kk" or body_at is None or body_at + 1 >= len(items) or items[body_at].kind != "name":
        return False
    following = items[body_at + 1]
    bare = not any(mark.startswith(".") for mark in scene.arguments.marks(body_at))
    return bare and following.kind == "word" and following.text[0].isupper()


def left_other(scene: Scene, told: Told, body_at: int | None) -> bool:
    """A Kazakh body that is named without the case of leaving is not what was left."""
    if told.trigger.frame == _REFUSING and scene.clauses.items[told.trigger.first].norm == _MEMBERSHIP:
        # "Turned down membership in A", "full membership": who was none did not leave.
        full = told.trigger.first > 0 and scene.clauses.items[told.trigger.first - 1].norm == _FULL
        return full if body_at is None else ".dative" in scene.arguments.marks(body_at)
    # "Left", or two verbs in one ("parted and left"): a noun in front ("the ranks") would bear the case.
    verbs = scene.clauses.items[told.trigger.first : told.trigger.last]
    if scene.lang != "kk" or body_at is None or not all(i.norm.endswith(_CONVERBS) for i in verbs):
        return False
    return not (scene.arguments.marks(body_at) & scene.marks.left or _after_leaving(scene, told, body_at))


def _after_leaving(scene: Scene, told: Told, body_at: int) -> bool:
    """«СЕНТО A мен B шыққаннан кейін тарады»: before who left, bare, stands what was left, the main verb's subject."""
    items, last = scene.clauses.items, told.trigger.last
    after = last + 1 < len(items) and items[last + 1].norm in scene.clauses.after
    near = items[body_at + 1 : told.trigger.first]
    plain = all(i.kind == "date" or i.label == "COUNTRY" or i.norm in scene.anaphors.adverbs for i in near)
    bare = not any(m.startswith(".") for m in scene.arguments.marks(body_at))
    return after and bare and plain and any(i.label == "COUNTRY" for i in near)


def admits_other(scene: Scene, told: Told) -> bool:
    """ "The UN passed a text that backs A": who admits opens the trigger bare, who is admitted bears the accusative."""
    items, (first, head) = scene.clauses.items, (told.trigger.first, told.trigger.head)
    if told.trigger.frame != "acceded.admits" or items[first].label != "ORG" or items[head].kind != "word":
        return False
    named = [k for k in range(first + 1, head) if items[k].label == "COUNTRY"]
    bare = not any(mark.startswith(".") for mark in scene.arguments.marks(first))
    return bool(named) and not (bare and ".accusative" in scene.arguments.marks(named[-1]))


def is_goal(scene: Scene, told: Told, who_at: int | None) -> bool:
    """ "Joined Russia and Belarus": a Kazakh country in the dative is what an active verb is done towards."""
    if who_at is None or told.trigger.form != "verb" or told.form.voice != "active" or told.polarity != "asserted":
        return False
    if scene.clauses.items[told.trigger.head].norm.startswith(scene.marks.granted):
        return False  # "A was given the status of a member": who receives stands so too.
    return told.trigger.frame == "acceded" and ".dative" in scene.arguments.marks(who_at)


def taken_in(scene: Scene, told: Told) -> bool:
    """ "It was taken into the organization": a Kazakh body in the dative before the verb tells of no paper."""
    items = scene.clauses.items
    begun = max((k for k in scene.clauses.verbs if k < told.trigger.first), default=-1)
    own = range(begun + 1, told.trigger.first if scene.lang == "kk" else 0)
    if any(items[k].label in TREATY and ".dative" not in scene.arguments.marks(k) for k in own):
        return False
    return any(items[k].label in BODY and items[k].ids and ".dative" in scene.arguments.marks(k) for k in own)


def granted_body(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The Assembly gave the status of an observer to A": a Kazakh body that receives it from another one."""
    items, first = scene.clauses.items, told.trigger.first
    given = scene.lang == "kk" and told.trigger.frame.startswith("observer") and told.trigger.form == "verb"
    given = given and items[told.trigger.head].norm.startswith((*scene.marks.granted, *_GIVEN))
    begun = _begun(scene, told) + 1
    if not given or any(items[k].label == "COUNTRY" for k in range(begun, first)):
        return
    bodies = [k for k in range(begun, first) if items[k].label in BODY and items[k].ids]
    # At the head of a paragraph "the organization" may be any of those named before.
    receivers = [k for k in bodies if ".dative" in scene.arguments.marks(k) and items[k].kind == "name"]
    givers = [k for k in bodies if k not in receivers]
    if len(receivers) == len(givers) == 1:
        watched = scene.ids(givers[0])[-1]
        yield from (Draft("observer", id_, watched, receivers[0]) for id_ in scene.ids(receivers[0]) if id_ != watched)


def other_countries(scene: Scene, item: Item) -> bool:
    """ "The states of the region": a Kazakh subject of its own, whoever they are."""
    stem = next((s for s in scene.anaphors.members if item.norm.startswith(s)), "") if item.kind != "name" else ""
    tail = item.norm[len(stem) :]
    return bool(stem) and tail.startswith(_MANY) and not tail.endswith(_OBLIQUE)
