"""A Russian trigger of membership that names nobody in, the country that the whole text is about out."""

from itertools import takewhile

from extract.claims.fillers.left_out_ru import agrees_with_country, bare_subject
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import agrees_with_verb, forms_of, is_noun, readings, told_of
from kb.model import POLARITIES

_COUNTRY = "COUNTRY"
# So near behind the comma of a converb stands its subject.
_NEAR = 3
_NOUN_PHRASE = 3
# "Preparations for membership" are no more than spoken of.
_STATE = "membership"
# "We joined in 2015", says somebody of it.
_WE = "мы"
# "Ни одно из государств не направляло уведомления о выходе": others are told of.
_NOBODY = "ни"


def joins_first(scene: Scene, told: Told) -> bool:
    """ "Войдя в A, Чехия …": behind the comma of the converb a country, which cannot merge into a body."""
    items, last = scene.clauses.items, told.trigger.last
    following = items[last + 1 : last + 2 + _NEAR]
    return bool(following) and following[0].text == "," and any(i.label == _COUNTRY for i in following)


def told_of_hero(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "In 2006 the accession to A followed", "having joined B, it …": nobody is named, so the text's own country.

    What is no more than spoken of needs a date to be told as a fact: "accession to A is a long story".
    """
    hero = scene.memory.hero
    if scene.lang != "ru" or hero is None:
        return ()
    items, voice = _part(scene, told), told.form.voice
    if any(i.label == _COUNTRY or i.norm == _NOBODY for i in items):
        return ()
    if voice == "active":
        ours = any(i.norm == _WE for i in items) and None in told_of(scene.clauses.items[told.trigger.head].norm)
        bare = bare_subject(scene, told) and agrees_with_country(scene, told, hero)
        return (hero,) if ours or bare or _goes_on(scene, told) else ()
    if voice == "converb":
        return (hero,) if _of_pronoun(scene, told) else ()
    # "The government hopes to complete the accession to A": who decides is the country.
    decided = voice == "infinitive" and any(i.norm in scene.anaphors.deciding for i in items)
    spoken_of = voice == "noun" and told.trigger.frame.startswith(_STATE) and told.polarity != POLARITIES[0]
    if spoken_of or not (decided or voice in {"noun", "passive"}) or _of_others(scene, told):
        return ()
    dated = any(i.kind == "date" for i in items)
    return (hero,) if dated or told.polarity != POLARITIES[0] else ()


def _part(scene: Scene, told: Told) -> list[Item]:
    """What stands between the semicolons around the trigger."""
    items, first, last = scene.clauses.items, told.trigger.first, told.trigger.last
    begun = max((k + 1 for k in range(first) if items[k].text == ";"), default=0)
    ended = next((k for k in range(last + 1, len(items)) if items[k].text == ";"), len(items))
    return list(items[begun:ended])


def _goes_on(scene: Scene, told: Told) -> bool:
    """ "It received guests in May, and in November became a member of A": a verb that can only be of the pronoun."""
    items, first = scene.clauses.items, told.trigger.first
    pronoun = next((k for k in range(first - 1, -1, -1) if items[k].norm in scene.anaphors.personal), None)
    begun = max((k for k in range(first) if items[k].kind == "mark" or scene.clauses.joins(k)), default=0)
    own = [i.norm for i in items[begun:first] if i.kind == "word"]
    verb = items[told.trigger.head].norm
    acts = any(is_noun(norm) and agrees_with_verb(norm, verb) for norm in own)
    return pronoun is not None and pronoun < begun and not acts and _gender(items[pronoun].norm) in told_of(verb)


def _gender(pronoun: str) -> str | None:
    """Of "он", "она", "оно"."""
    return next((gender for _, case, gender, _ in forms_of(pronoun) if case == "nomn"), None)


def _of_pronoun(scene: Scene, told: Told) -> bool:
    """ "Having joined A, it already in May …": behind the comma of the converb a pronoun that is the subject."""
    items, last = scene.clauses.items, told.trigger.last
    comma = next((k for k in range(last + 1, len(items)) if items[k].text == ","), len(items))
    return any(i.norm in scene.anaphors.personal for i in items[comma + 1 : comma + 1 + _NEAR])


def _of_others(scene: Scene, told: Told) -> bool:
    """ "The accession of new members to A": a genitive right behind the noun says whose it is."""
    items, head = scene.clauses.items, told.trigger.head
    phrase = list(takewhile(lambda i: i.kind == "word", items[head + 1 : head + 1 + _NOUN_PHRASE]))
    declined = takewhile(lambda i: _is_genitive(i.norm), phrase)
    return any(is_noun(i.norm) for i in declined)


def _is_genitive(norm: str) -> bool:
    return any(pos in {"NOUN", "ADJF", "PRTF"} and case == "gent" for pos, case, _ in readings(norm)[:2])
