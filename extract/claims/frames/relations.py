"""A trigger between two bodies in its sentence in, drafts of claims out: succession."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.fillers.exchanged_kk import other_exchanged
from extract.claims.fillers.founded_en import of_a_kind
from extract.claims.fillers.headless_ru import topic_of_verb
from extract.claims.fillers.heirs_kk import founded_under, heir_of
from extract.claims.fillers.left_out_ru import succeeding_topic
from extract.claims.fillers.pacts import succeeded_pact
from extract.claims.fillers.predecessors_ru import subject_before
from extract.claims.fillers.replaced_en import of_other_kind, replaced_by, shared_subject
from extract.claims.fillers.turned_into_ru import turned_into
from extract.claims.fillers.turned_ru import becomes, heir_ahead, other_behind
from extract.claims.frames.in_its_stead_ru import in_its_stead, of_pronoun
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import ARTICLES, DASHES, Item
from extract.claims.grammar.slots import BODY, TREATY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_nominative

# "Replaced the former A".
_BYGONE = ARTICLES | {"former", "old", "older", "defunct", "earlier", "previous", "short-lived", "ailing", "moribund"}
# So near behind the verb stands the paper that came instead.
_PAPER_NEAR = 2
# Openings of words, which show no case.
_OPENING = 4
_WHICH, _INTO, _THIS = "which", "into", "this"
# "This in turn was …": so far from the head of the sentence stands its verb.
_HEAD = 4
# Variants whose trigger holds one of the two bodies, or both.
_INSIDE = frozenset({"its", "before", _INTO})
_OF_BODIES = frozenset({"established", "terminated"})
_DECLINED = frozenset({"NOUN", "ADJF", "PRTF"})
_SUBJECTS = frozenset({"который", "которая", "которое", "которые"})
# Kazakh cases of what was replaced or inherited from.
_REPLACED = frozenset({".genitive", ".accusative"})


def pair(scene: Scene, told: Told, kind: str, variant: str) -> Iterator[Draft]:
    """succeeded. `by`: the predecessor is the subject; `on`, `into`: inside the trigger; `instead`: named earlier."""
    items, trigger, variant = scene.clauses.items, told.trigger, variant or replaced_by(scene, told)
    if variant in _INSIDE or of_pronoun(scene, told) is not None:
        yield from _owned(scene, told, variant) if variant in _INSIDE else in_its_stead(scene, told)
        return
    # "A's place B took": what the Kazakh words hold between them took the place, and is the subject.
    holds = scene.lang != "kk" or bool(variant)
    inner = [k for k in range(trigger.first, trigger.last + 1) if holds and items[k].label == "ORG"]
    first: int | None
    second: int | None
    if inner:
        second = inner[-1]
        first = subject_before(scene, told, variant, _other_than(scene, told, variant, second))
    else:
        first, second = _sides(scene, told, BODY)
        if scene.lang != "ru" and (first is None or second is None):
            first, second = _sides(scene, told, BODY | TREATY)
        elif first is None or second is None:
            first, second = _papers(scene, told) or (first, second)
    if variant == "place":
        yield from _in_its_place(scene, first)
        return
    if variant == "instead":
        founded = scene.before is not None and scene.before.type == "established"
        second = _earlier(scene, first) if founded else None
        first = first if founded else None
    if _other_meant(scene, told, (first, second)):
        return
    if (first is None) != (second is None):
        yield from _of_one(scene, told, (kind, variant), (first, second))
    if first is None or second is None or items[first].label != items[second].label:
        # "The code of A replaced that of B": a paper succeeds no body, unless the body is an agreement by its name.
        yield from succeeded_pact(scene, kind, (second, first) if variant == "by" else (first, second))
        return
    if scene.lang == "kk" and not inner and variant != "by" and not _replaced(scene, told, second):
        first, second = second, first
    if scene.lang == "ru" and _reversed(scene, told, variant, (first, second)):
        first, second = second, first
    if variant == "by" and not _holds_old(scene, told, inner) and not _is_becoming(scene, first, second):
        first, second = second, first
    yield from _succession(scene, kind, variant, (first, second))


def _other_meant(scene: Scene, told: Told, ends: tuple[int | None, int | None]) -> bool:
    """What took the place of another, or was exchanged for it, is no body that stands there."""
    named = [at for at in ends if at is not None]
    if scene.lang == "kk":
        return other_exchanged(scene, told, named)
    return scene.lang == "ru" and any(other_behind(scene, told, at) for at in named)


def _of_one(scene: Scene, told: Told, frame: tuple[str, str], ends: tuple[int | None, int | None]) -> Iterator[Draft]:
    """ "It was succeeded by A", "it is the heir of A": the other body is named further off, or not at all."""
    (kind, variant), (first, second) = frame, ends
    heir = heir_of(scene, told, first if second is None else second) if not variant else None
    if heir is not None:
        yield Draft(kind, *heir)
        return
    made = list(_succeeding_it(scene, told, kind, variant, first if second is None else second))
    made = made or list(_of_topic(scene, told, variant, second if first is None else first))
    made = made or list(_of_main(scene, told, variant, second if first is None else first))
    made = made or ([] if variant else list(succeeding_topic(scene, told, first if second is None else second)))
    made = made or list(_begun(scene, told, variant, first if scene.lang == "ru" and second is None else second))
    yield from (_of_its_forerunner(scene, draft) for draft in made)


def _of_its_forerunner(scene: Scene, draft: Draft) -> Draft:
    """ "On D its powers went to A": of the bodies that the text has named, "it" is the one whose heir A is."""
    heirs, at = scene.tables.heirs, scene.clauses.items[0].start
    if scene.lang == "ru" or draft.item >= 0 or heirs.get(draft.object_id or "", ("", ""))[1] == draft.subject_id:
        return draft
    late = {id_ for _, id_ in scene.memory.last_named("ORG", at)}
    olds = (old for old, (_, new) in heirs.items() if new == draft.subject_id)
    fit = [old for old in olds if old in late or scene.memory.has_named(old, at)]
    return replace(draft, object_id=fit[0]) if len(fit) == 1 else draft


def _other_than(scene: Scene, told: Told, variant: str, at: int) -> int | None:
    """The other body of the two; "it was followed by A, and in 2015 by B" names none before its English verb."""
    found = scene.find(told, Slot(BODY, "any"), [at, *_named_too(scene, variant, at)])
    behind = found is not None and found > told.trigger.last
    return None if scene.lang == "en" and variant == "by" and behind else shared_subject(scene, told, found)


def _named_too(scene: Scene, variant: str, at: int) -> list[int]:
    """ "A came a year after B, which it replaced": B and its pronoun are one."""
    items = scene.clauses.items
    return [k for k, i in enumerate(items) if variant == _WHICH and set(i.ids) & set(items[at].ids)]


def _papers(scene: Scene, told: Told) -> tuple[int, int] | None:
    """ "The treaty on A gave way to that on B": two Russian papers, one on each side."""
    first, second = _sides(scene, told, TREATY)
    if first is None or second is None or not 0 < second - told.trigger.last <= _PAPER_NEAR:
        return None
    ids = (scene.ids(first), scene.ids(second))
    return (first, second) if all(ids) and ids[0] != ids[1] else None


def _in_its_place(scene: Scene, at: int | None) -> Iterator[Draft]:
    """ "A was dissolved and B took its place": the body named before, in the sentence or in the text."""
    earlier = scene.ids(_earlier(scene, at))[:1]
    if at is None or not scene.ids(at):
        return
    other = earlier[0] if earlier else scene.memory.body(scene.clauses.items[at].start)
    if other and other != scene.ids(at)[0]:
        yield Draft("succeeded", scene.ids(at)[0], other, at)


def _succession(scene: Scene, kind: str, variant: str, ends: tuple[int, int]) -> Iterator[Draft]:
    """Successor and predecessor, who cannot be the same."""
    first, second = ends
    items = scene.clauses.items
    if scene.lang == "en" and items[second].kind == "ref" and scene.ids(first) == scene.ids(second):
        second = _earlier(scene, first) or second  # "B, which replaced the organization"
    if variant != _INTO and len(scene.ids(first)) > 1 and set(scene.ids(first)) & set(scene.ids(second)):
        return  # "A and B are gone: both were replaced."
    for successor in scene.ids(first)[:1]:
        for predecessor in dict.fromkeys(scene.ids(second)):
            if successor != predecessor:
                yield Draft(kind, successor, predecessor, first)
            elif _is_new_name(scene, variant, ends):
                # One body under two names: "the Council became the Organization".
                yield from _named_anew(scene, first)


def _is_new_name(scene: Scene, variant: str, ends: tuple[int, int]) -> bool:
    """Not "to turn the Conference «в полноценную организацию»": a Russian noun is no new name."""
    if scene.lang == "kk" or variant not in {"by", _INTO} or of_a_kind(scene, ends[1]):
        return False
    return scene.lang != "ru" or all(scene.clauses.items[k].kind == "name" for k in ends) or _called_anew(scene, *ends)


def _called_anew(scene: Scene, new: int, old: int) -> bool:
    """ "Андская группа … Группа преобразована в Андское сообщество": the noun means the body by another name."""
    items = scene.clauses.items
    before = scene.memory.name_of(items[old].ids[0], items[old].start) if items[old].ids else ""
    said = {word[:_OPENING].lower() for word in items[new].text.split()}
    return (
        old < new
        and items[new].kind == "name"
        and bool(before)
        and {w[:_OPENING].lower() for w in before.split()} != said
    )


def _named_anew(scene: Scene, at: int) -> Iterator[Draft]:
    item = scene.clauses.items[at]
    if item.kind == "name":
        name = scene.text[item.members[0].start : item.members[0].end]
        yield Draft("renamed", item.ids[0], item.ids[0], at, new_name=name)


def _replaced(scene: Scene, told: Told, at: int) -> bool:
    """The Kazakh case of what was replaced; "they hold A to be its heir" puts the heir in the accusative."""
    marks, following = scene.arguments.marks(at), scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    called = {".accusative"} == marks & _REPLACED and any(i.norm in scene.marks.becoming for i in following)
    return bool(marks & _REPLACED) and not called


def _is_becoming(scene: Scene, at: int, other: int) -> bool:
    """ "Into the Union grew the Community": what was become stands first, in the Kazakh dative, and alone in it.

    "After A had joined it («оған»), it turned into B": what stands last is what it became.
    """
    into = [k for k in (at, other) if ".dative" in scene.arguments.marks(k)]
    return scene.lang == "kk" and into == [at]


def _holds_old(scene: Scene, told: Told, inner: Sequence[int]) -> bool:
    """A Russian noun that holds one body («преобразование А») holds the old one, where a verb holds the new one."""
    return scene.lang == "ru" and len(inner) == 1 and told.form.voice == "noun"


def _owned(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """ "Its successor, X": "its" body is the one named before, else that of the text; "turned A into B" holds both."""
    items, trigger = scene.clauses.items, told.trigger
    if variant == _INTO:
        inner = [k for k in range(trigger.first, trigger.last + 1) if items[k].label == "ORG"]
        yield from _succession(scene, "succeeded", variant, (inner[-1], inner[0]))
        return
    named = [i.ids for i in items[: trigger.first + 1] if i.label == "ORG" and i.ids]
    start = items[trigger.first].start
    # "Nor was the Commission to last. Its powers passed to A": an organ that opened the sentence before.
    organ = scene.memory.topic_organ(start) if scene.lang == "en" else None
    other = named[-1][-1] if named else organ or scene.memory.body(start)
    end = min(trigger.last + (items[trigger.last].label != "ORG"), len(items) - 1)
    at = next((k for k in range(end, trigger.first, -1) if items[k].label == "ORG"), trigger.first)
    for id_ in scene.ids(at)[:1]:
        if other and id_ != other:
            yield Draft("succeeded", *((id_, other) if variant == "its" else (other, id_)), at)


def _reversed(scene: Scene, told: Told, variant: str, ends: tuple[int, int]) -> bool:
    """Russian words that put the other of the two bodies first: an object, or what another became."""
    held = any(told.trigger.first <= k <= told.trigger.last for k in ends)
    if variant == "by":
        return not held and heir_ahead(scene, *ends)
    return not variant and told.trigger.form == "verb" and _object_first(scene, told, *ends)


def _object_first(scene: Scene, told: Told, first: int, second: int) -> bool:
    """ "Комиссию сменил Совет": a Russian accusative in front is what was succeeded."""
    if told.form.voice != "active" or not first < told.trigger.first < second:
        return False
    if any(i.norm in _SUBJECTS for i in scene.clauses.items[first + 1 : told.trigger.first]):
        return False  # "A of B, which replaced C".
    words = [scene.clauses.items[k].members[0].text.split()[0] for k in (first, second)]
    if sum(letter.isupper() for letter in words[0]) > 1:
        # An abbreviation shows no case: only where the body is known to have an heir does it stand for the object.
        heir = scene.tables.heirs.get(next(iter(scene.ids(first)), ""))
        return heir is not None and heir[1] in scene.ids(second)
    return not is_nominative(words[0], _DECLINED) and is_nominative(words[1], _DECLINED)


def _sides(scene: Scene, told: Told, labels: frozenset[str]) -> tuple[int | None, int | None]:
    """What stands before and behind the trigger; in Kazakh both stand before it."""
    items, lang, behind = scene.clauses.items, scene.lang, told.trigger.last + 1
    described = scene.before_participle(told, labels)
    if described is not None:
        return described, scene.find(told, Slot(labels, "after"), [described])
    while behind < len(items) and items[behind].norm in _BYGONE:
        behind += 1
    touching = lang != "kk" and behind < len(items) and items[behind].label in labels
    # "Its legal heir": a Kazakh word that the trigger holds is neither of the two.
    held = [*range(told.trigger.first, told.trigger.last + 1), *founded_under(scene)] if lang == "kk" else ()
    first = scene.find(told, Slot(labels, "before"), _same(items, behind) if touching else held)
    if lang == "kk" and behind + 1 < len(items) and items[behind].text in DASHES and items[behind + 1].label in labels:
        # "The heir of A – B".
        return first, behind + 1
    taken = [*held, *([] if first is None else [first])]
    second = scene.find(told, Slot(labels, "before" if lang == "kk" else "after"), taken)
    if lang == "kk" and first is not None and second is not None:
        return min(first, second), max(first, second)
    if lang == "en" and first is not None and second is not None and second < told.trigger.first < first:
        # "A was founded and replaced the older B": each was found only on the side of the other.
        return second, first
    return shared_subject(scene, told, first), second


def _same(items: Sequence[Item], at: int) -> list[int]:
    """A name and the pronouns that stand for it: "replacing B, which …"."""
    return [k for k, i in enumerate(items) if k == at or (i.kind == "ref" and i.ids and i.ids == items[at].ids)]


def _earlier(scene: Scene, at: int | None) -> int | None:
    """The body named before another one: "X was dissolved and Y founded in its place"."""
    if at is None:
        return None
    own = set(scene.ids(at))
    named = (k for k in range(at - 1, -1, -1) if scene.clauses.items[k].label == "ORG")
    return next((k for k in named if scene.ids(k) and not own & set(scene.ids(k))), None)


def _of_topic(scene: Scene, told: Told, variant: str, at: int | None) -> Iterator[Draft]:
    """ "Возникла на месте A", "пришло на смену A": a Russian verb that opens its sentence is of the topic."""
    last = scene.before
    arisen = variant == "on" and scene.lang == "ru" and last is not None and last.type == "established"
    heir = last.subject_id if arisen and last is not None else topic_of_verb(scene, told, at) if not variant else None
    yield from (Draft("succeeded", heir, id_, at or -1) for id_ in scene.ids(at)[:1] if heir and heir != id_)


def _of_main(scene: Scene, told: Told, variant: str, at: int | None) -> Iterator[Draft]:
    """ "A ceased to exist, giving way to B": a Russian converb has the body that its main verb is about."""
    last = scene.before
    if scene.lang != "ru" or told.form.voice != "converb" or last is None or last.type not in _OF_BODIES:
        return
    for id_ in scene.ids(at)[:1]:
        if id_ != last.subject_id:
            pair_ = (id_, last.subject_id) if variant == "by" else (last.subject_id, id_)
            yield Draft("succeeded", *pair_, at or -1)


def _begun(scene: Scene, told: Told, variant: str, at: int | None) -> Iterator[Draft]:
    """Where no other body was before: "the forum was transformed into the Organization" founds it."""
    if scene.lang == "ru" and variant == "by" and not (at is not None and at < told.trigger.first):
        yield from turned_into(scene, told, at)


def _succeeding_it(scene: Scene, told: Told, kind: str, variant: str, at: int | None) -> Iterator[Draft]:
    """ "It was succeeded by …": the other body is the one the text is about."""
    pronoun = scene.pronoun(told)
    if pronoun is None:
        yield from _succeeding_this(scene, told, variant, at)
        return
    named_before = [k for k, i in enumerate(scene.clauses.items[:pronoun]) if i.label == "ORG" and i.ids]
    start = scene.clauses.items[pronoun].start
    named = next(iter(scene.ids(at)), None)
    organ = scene.memory.topic_organ(start) if scene.lang != "kk" and scene.memory.is_organ(named) else None
    other = organ or (scene.ids(named_before[-1])[0] if named_before else scene.memory.body(start))
    if scene.lang == "en" and variant == "by" and named and named == other and at is not None:
        yield from _named_anew(scene, at)
    if other and named and other != named and not of_other_kind(scene, other, named):
        # «Её сменил X»: a Russian pronoun in the accusative is what was succeeded, wherever it stands.
        bare = scene.lang == "ru" and told.trigger.head == told.trigger.first
        object_ = bare and scene.clauses.items[pronoun].norm in scene.anaphors.owners
        pronoun_first = pronoun < (at or 0)
        forward = variant != "by" or (object_ and becomes(scene, at))
        successor_is_named = forward if object_ else pronoun_first != forward or scene.lang == "kk"
        yield Draft(kind, named, other, -1) if successor_is_named else Draft(kind, other, named, -1)


def _succeeding_this(scene: Scene, told: Told, variant: str, at: int | None) -> Iterator[Draft]:
    """ "This in turn was replaced by A": at the head of an English sentence the body that was named last."""
    opening = scene.clauses.items[0]
    if scene.lang != "en" or variant != "by" or opening.norm != _THIS or told.trigger.first > _HEAD:
        return
    named = scene.memory.two_bodies(opening.start) or scene.memory.bodies(opening.start)
    for id_ in scene.ids(at)[:1]:
        if named and id_ != named[-1]:
            yield Draft("succeeded", id_, named[-1], -1 if at is None else at)
