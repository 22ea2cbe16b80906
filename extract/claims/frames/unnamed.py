"""A trigger of membership without a country beside it in, who is meant out: a pronoun, the subject before, an owner."""

from collections.abc import Iterator, Sequence

from extract.claims.fillers.alongside_ru import alongside
from extract.claims.fillers.bare_deeds_kk import of_country_in_mind
from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.converb_phrases_ru import pronoun_over
from extract.claims.fillers.hero_ru import told_of_hero
from extract.claims.fillers.nobody_named_kk import several_meant
from extract.claims.fillers.said_again_en import behind_semicolon
from extract.claims.fillers.step_done_ru import he_again, step_done
from extract.claims.fillers.titled_country import of_title
from extract.claims.fillers.whereas_ru import pronoun_goes_on, same_subject
from extract.claims.frames.members_kk import describes_noun, other_countries
from extract.claims.grammar.agreement import agrees
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES

# So far before a noun stands the pronoun that owns it.
_OWNED_NEAR, _OWNER_NEAR = 3, 2
# Kazakh "the last of them", letters folded.
_LAST = "сонгысы"
# A Kazakh genitive, letters folded.
_GENITIVE = ("ның", "нын", "ниң", "нин")
_JOINED_BY = "acceded.by"
# English verbs whose object is who joins or leaves.
_IT, _ADMITTING = "it", ("admit", "admitted", "admits", "suspend", "suspended", "expel", "expelled")
_HAVING, _PARTS = "having", frozenset({"membership", "participation", "affiliation"})
# So near behind the noun stands what says that it came true, and the date that is its own.
_BREATH, _PREPOSED = 6, 4
# So near to its head an English sentence opens with "since its", "soon after their".
_OPENING = 3
# So many blanks part two sentences.
_GAP = 3
_DONE = frozenset({"active", "passive", "noun"})
_SPOKEN = frozenset({"active", "converb"})
_PARTS_OF_SENTENCE = frozenset(";:")
# Kazakh converbs and conjunctions between the verbs of one subject, letters folded.
_LEADING = ("ып", "ип", "да", "де")


def unnamed(scene: Scene, told: Told, kind: str, body_id: str) -> Iterator[Draft]:
    """A pronoun as subject, or that of the verb before ("joined in 1999 and left in 2005"), or who owns the noun."""
    if _granted_body(scene, told):
        return
    if beside := list(alongside(scene, told, kind, body_id)):
        yield from beside
        return
    ids = he_again(scene, told) or _taken_back(scene, told) or _named_next(scene, told)
    ids = ids or _it_again(scene, told) or _remembered(scene, told) or step_done(scene, told, kind)
    if not ids and scene.before and scene.before.type in MEMBER_TYPES and scene.leans(told):
        ids = (scene.before.subject_id,)
    ids = (
        ids
        or same_subject(scene, told)
        or pronoun_goes_on(scene, told)
        or _owners(scene, told, body_id)
        or _agents(scene, told)
        or _gone_on(scene, told)
    )
    ids = ids or of_title(scene, told) or told_of_hero(scene, told) or _joins_in_mind(scene, told)
    ids = ids or of_country_in_mind(scene, told)
    if not several_meant(scene, told, ids):
        yield from (Draft(kind, id_, body_id, confidence=0.6) for id_ in ids if id_ != body_id)


def _taken_back(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A was suspended; its seat stayed empty until they agreed to readmit it": whom the English sentence told of."""
    items, last, spoken = scene.clauses.items, told.trigger.last, scene.spoken
    taken = scene.lang == "en" and told.form.voice != "noun" and last + 1 < len(items) and items[last + 1].norm == _IT
    return (spoken.subject_id,) if taken and spoken is not None and items[last].norm.endswith(_ADMITTING) else ()


def _it_again(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Rabat left A in 1984; it joined B in 2017": an English pronoun behind a semicolon is the subject before it."""
    items, first, before = scene.clauses.items, told.trigger.first, scene.before
    if ids := behind_semicolon(scene, told):
        return ids
    if scene.lang != "en" or first < 2 or before is None or before.type not in MEMBER_TYPES or before.item < 0:
        return ()
    opened = items[first - 1].norm == _IT and (items[first - 2].text == ";" or scene.clauses.joins(first - 2))
    others = any(i.label == "COUNTRY" and i.ids for i in items[before.item + 1 : first])
    return (before.subject_id,) if opened and not others else ()


def _named_next(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Since its withdrawal from A in 2009, B has …": who owns an English noun that opens its sentence comes next."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    owned = next((k for k in range(min(first, _OPENING) + 1) if items[k].norm in scene.anaphors.owning), None)
    if scene.lang != "en" or told.form.voice != "noun" or not owned or any(i.kind != "word" for i in items[:first]):
        return ()
    comma = next((k for k in range(last + 1, len(items) - 2) if items[k].text == ","), None)
    if comma is None or any(i.label == "COUNTRY" for i in items[last:comma]):
        return ()
    at = comma + 1 + (items[comma + 1].norm in ARTICLES)
    return items[at].ids if items[at].label == "COUNTRY" else ()


def _joins_in_mind(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A proved willing. B was joined in 1992", "he led his country into B": of an English text the one in mind."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    joined = scene.lang == "en" and told.trigger.frame == _JOINED_BY and items[last].kind == "date"
    named = any(i.label == "COUNTRY" and i.kind == "name" for i in items)
    led = scene.lang == "en" and any(i.norm in scene.anaphors.countries for i in items[first : last + 1])
    led = led and not scene.anaphors.owning_one.isdisjoint(i.norm for i in items[first : last + 1])
    led = led and len(scene.memory.countries(items[first].start, near=True)) == 1
    return () if named or not (joined or led) else scene.memory.country(items[first].start)


def _granted_body(scene: Scene, told: Told) -> bool:
    """ "The organization was given observer status in the Assembly": a Kazakh body in the dative beside another."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or not told.trigger.frame.startswith("observer"):
        return False
    begun = max((k for k in range(first) if items[k].text == "," or k in scene.clauses.verbs), default=-1)
    bodies = (k for k in range(begun + 1, first) if items[k].kind in {"name", "ref"} and items[k].label == "ORG")
    marks = [scene.arguments.marks(k) for k in bodies]
    return len(marks) > 1 and any(".dative" in m for m in marks) and any(".locative" in m for m in marks)


def _owners(scene: Scene, told: Told, body_id: str) -> tuple[str, ...]:
    """ "Its membership", "their exit": the country, or the list, that was named last, and no other body since."""
    items, trigger, words = scene.clauses.items, told.trigger, scene.anaphors
    near = range(max(0, trigger.first - _OWNED_NEAR), trigger.first + 1)
    at = next((k for k in near if items[k].kind == "word" and items[k].norm in words.owning), None)
    if at is None or any(items[k].kind != "word" for k in range(at + 1, trigger.first)):
        return ()
    dated = any(i.kind == "date" for i in items)
    if told.form.voice == "noun" and told.polarity == POLARITIES[0] and not dated:
        return ()  # "Its accession is a long story": it may never have come.
    named = [i for i in items[:at] if i.kind == "name" and i.label in {"ORG", "COUNTRY"} and i.ids]
    if named and named[-1].label == "ORG" and body_id not in named[-1].ids and len(named) == 1:
        return ()
    start = items[at].start
    return (
        scene.memory.country(start) if items[at].norm in words.owning_one else scene.memory.countries(start, near=True)
    )


def _gone_on(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Having suspended its part", "membership of A was suspended", "the exit took effect": of the country in mind.

    Not where the sentence names one of its own.
    """
    items, first = scene.clauses.items, told.trigger.first
    named = [k for k, i in enumerate(items) if i.label == "COUNTRY"]
    done = told.form.voice in _DONE and items[first].norm in scene.anaphors.deeds | _PARTS
    if scene.lang != "en" or (named and not done):
        return ()
    if named:
        return _parted_from(scene, told, named)
    having = told.form.voice == "active" and first > 0 and items[first - 1].norm == _HAVING
    dated = done and (_opens_planned(scene, told) or (told.polarity == POLARITIES[0] and _comes_true(scene, told)))
    headed = first == 0 and told.form.voice in {"active", "participle"} and scene.clauses.is_past(told.trigger.head)
    return scene.memory.country(items[first].start) if having or dated or headed else ()


def _opens_planned(scene: Scene, told: Told) -> bool:
    """ "Accession to A is planned for 2026": a noun that opens its sentence, and whose year is still to come."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    opens = first <= 1 and all(i.norm in ARTICLES | {"full"} for i in items[:first])
    return opens and told.polarity == "planned" and any(i.kind == "date" for i in items[last + 1 :])


def _comes_true(scene: Scene, told: Told) -> bool:
    """ "Membership of A dates from D", "accession to A on D": in the same breath its noun has a date."""
    items, last = scene.clauses.items, told.trigger.last
    near = items[last + 1 : last + 1 + _BREATH]
    spoken = told.form.voice != "noun" or any(i.norm in scene.clauses.happening for i in near)
    return any(i.kind == "date" for i in (items[told.trigger.first :] if spoken else near[:_PREPOSED]))


def _parted_from(scene: Scene, told: Told, named: Sequence[int]) -> tuple[str, ...]:
    """ "A and B said that they were leaving; the exit took effect on D": of those named before the semicolon."""
    items, first = scene.clauses.items, told.trigger.first
    near = scene.spoken is not None and scene.spoken.type == told.trigger.frame.partition(".")[0]
    parted = any(i.text in {";", ","} for i in items[named[-1] : first])
    return scene.memory.countries(items[first].start, near=True) if near and parted and named[-1] < first else ()


def _agents(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Its parliament voted to leave": who decides for the country that was named last."""
    items, trigger, words = scene.clauses.items, told.trigger, scene.anaphors
    if told.form.voice not in {"active", "infinitive", "converb", "noun"}:
        return ()
    for k in range(trigger.first - 1, -1, -1):
        item = items[k]
        if item.kind in {"name", "ref"} and item.label in {"COUNTRY", "PERSON"}:
            return ()
        if item.kind == "word" and item.norm in words.deciding and not _describes(scene, told, k):
            own = [i.ids for i in items[max(0, k - _OWNER_NEAR) : k] if i.label == "COUNTRY" and len(i.ids) == 1]
            return own[-1] if own else scene.memory.country(item.start)
    return ()


def _describes(scene: Scene, told: Told, k: int) -> bool:
    """ "The deputy heads of government": a bare Kazakh noun before another one only says of what kind that is."""
    following = scene.clauses.items[k + 1]
    bare = not scene.clauses.items[k].norm.endswith(scene.marks.possessed)
    plain = bare and following.kind == "word" and following.norm not in scene.anaphors.adverbs
    return scene.lang == "kk" and plain and k + 1 < told.trigger.first


def _remembered(scene: Scene, told: Told) -> tuple[str, ...]:
    at = scene.pronoun(told)
    if at is None and scene.lang == "ru":
        at = pronoun_over(scene.clauses.items, told.trigger.first, scene.anaphors.personal)
        if at is not None and (before := _just_told(scene)):
            return before
    if at is None or _owning(scene, told, at):
        return _same_subject(scene, told)
    pronoun = scene.clauses.items[at]
    if pronoun.norm in scene.anaphors.relatives:
        return ()  # It stands for a noun of its own clause.
    if scene.lang == "ru" and pronoun.norm in scene.anaphors.owning_one:
        return _agreeing(scene, at) or scene.memory.countries(pronoun.start, near=True)
    if pronoun.norm in scene.anaphors.singulars:
        return scene.memory.country(pronoun.start)
    meant = scene.memory.countries(pronoun.start, near=True)
    return meant[-1:] if pronoun.norm.startswith(_LAST) else meant


def _just_told(scene: Scene) -> tuple[str, ...]:
    """Of whom the sentence right before told that it joined or left."""
    last = scene.last
    near = last is not None and scene.clauses.items[0].start - last.end_char <= _GAP
    return (last.subject_id,) if last is not None and near and last.type in MEMBER_TYPES else ()


def _agreeing(scene: Scene, at: int) -> tuple[str, ...]:
    """ "Its own part was suspended": the last single country of the sentence that has the gender of a Russian "its"."""
    items = scene.clauses.items
    one = (i for i in reversed(items[:at]) if i.label == "COUNTRY" and len(i.ids) == 1)
    # "The last of them left twice: its part was suspended".
    named = (i for i in one if i.kind == "name" or i.norm in scene.anaphors.lasts)
    return next((i.ids for i in named if agrees(items[at].norm, i)), ())


def _owning(scene: Scene, told: Told, at: int) -> bool:
    """ "Its ranks were entered by …": a Kazakh pronoun in the genitive owns a noun, and does nothing itself."""
    acting = scene.lang == "kk" and told.form.voice in _SPOKEN
    return acting and scene.clauses.items[at].norm.endswith(_GENITIVE)


def _same_subject(scene: Scene, told: Told) -> tuple[str, ...]:
    """Russian verbs in a row share the subject that only the first of them names."""
    last = scene.before
    if scene.lang == "kk":
        return _left_out(scene, told)
    if scene.lang != "ru" or last is None or last.type not in MEMBER_TYPES or told.form.voice != "active":
        return ()
    return (last.subject_id,)


def _left_out(scene: Scene, told: Told) -> tuple[str, ...]:
    """A Kazakh verb without a subject goes on telling of the country before: "in 2001 joined the WTO"."""
    items, first = scene.clauses.items, told.trigger.first
    # Who came to power "after which" it happened is of another clause.
    own = max((k + 1 for k in range(first) if items[k].norm in scene.clauses.after), default=0)
    known = any(i.label == "COUNTRY" for i in items[:first]) or any(i.label == "PERSON" for i in items[own:first])
    if told.form.voice not in {"active", "converb"} or known:
        return _before_it(scene, told) or _topic(scene, told)
    # Right before the verb stands its subject, however much it looks like a verb ("ұсыныс").
    verbs = scene.clauses.verbs - {first - 1}
    opened = next((k for k in range(first - 1, -1, -1) if k in verbs or items[k].text in ",;:"), -1)
    small = scene.anaphors.adverbs
    if any(
        i.kind == "word" and i.norm not in small and not scene.clauses.joins(k)
        for k, i in enumerate(items[:first])
        if k > opened
    ):
        return ()
    return _before_it(scene, told) or (() if _only_named(scene, told) else scene.memory.country(items[first].start))


def _topic(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Georgia stayed out for long; in 1993 it joined A": the one country, which opens a Kazakh sentence."""
    items, first = scene.clauses.items, told.trigger.first
    named = [k for k, i in enumerate(items[:first]) if i.label == "COUNTRY"]
    opened = max((k for k in range(first) if items[k].text in _PARTS_OF_SENTENCE), default=-1)
    if told.form.voice not in {"active", "converb"} or len(named) != 1 or not named[0] < opened:
        return ()
    alone = all(i.kind in {"date", "mark"} or scene.clauses.joins(k) for k, i in enumerate(items[: named[0]]))
    small = scene.anaphors.adverbs
    # "Алғашында": an adverb looks like a place that is the country's.
    bare = not any(m.startswith(".") for m in scene.arguments.marks(named[0])) or items[named[0] + 1].norm in small
    if not alone or not bare or len(scene.ids(named[0])) != 1 or describes_noun(scene, named[0]):
        return ()
    own = range(opened + 1, first)
    leading = small | {i.norm for i in items if i.norm.endswith(_LEADING)}
    other = any(items[k].kind == "word" and items[k].norm not in leading and k not in scene.clauses.verbs for k in own)
    return () if other or any(items[k].label in {"COUNTRY", "PERSON"} for k in own) else scene.ids(named[0])


def _only_named(scene: Scene, told: Told) -> bool:
    """ "The status of an observer state was introduced": the words belong to a noun, and tell of nobody."""
    at, items = told.trigger.last + 1, scene.clauses.items
    if told.trigger.form != "state" or at >= len(items) or items[at].norm in scene.anaphors.adverbs:
        return False
    return items[at].kind == "word" and at not in scene.clauses.verbs


def _before_it(scene: Scene, told: Told) -> tuple[str, ...]:
    """The subject of the clause before, with no other name between."""
    last, first = scene.spoken, told.trigger.first
    if last is None or last.type not in MEMBER_TYPES or told.form.voice not in {"active", "converb"} or last.item < 0:
        return ()
    # "A left over B's envoys; it came back in 2017": whose noun stands there acted not.
    own = range(last.item + 1, first)
    items = scene.clauses.items
    between = [items[k] for k in own if items[k].kind not in {"name", "ref"} or not scene.owning(k)]
    other = any(i.label in {"COUNTRY", "PERSON"} or other_countries(scene, i) for i in between)
    return () if other else scene.ids(last.item)
