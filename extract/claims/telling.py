"""The triggers of a sentence in, what they tell out: drafts with polarity and date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.claims.datings.entry_dates import of_entry
from extract.claims.datings.historic_present_ru import of_its_day
from extract.claims.datings.owned import attach_dates
from extract.claims.datings.owners import shared_out, timely
from extract.claims.datings.parsed_en import with_parsed
from extract.claims.datings.roles_en import done_alike
from extract.claims.fillers.accession_papers_en import describes_paper
from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.untold import untold
from extract.claims.frames.frames import drafts
from extract.claims.frames.plans_en import as_planned
from extract.claims.grammar.clauses import TIMELESS
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import UNTOLD, Form
from extract.claims.language import Language
from extract.claims.moods.apposed_en import bears_date, own_mood
from extract.claims.moods.polarity import NAMED_ONLY, polarity_of
from extract.claims.moods.unreal_en import would_not_have
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.boards_en import mood_before, without_boards
from extract.claims.sequels.denied_asides_ru import without_denied
from extract.claims.sequels.exceptions_en import without_excepted
from kb.model import POLARITIES

# What may still come true.
_OPEN = frozenset({"planned", "hypothetical"})
# "Treaty of Rome of …", «соглашение от …»: a date behind these belongs to the name.
OF = frozenset({"of", "от"})
_ADDED = ("organ_of", "succeeded")
_ORGAN, _AGAIN = "орган", "again"
_MADE_UP = "organ_of.before"
_PLANNED, _WEIGHED, _REFUSED, _NOT = ".planned", ".weighed", ".refused", "не"


def told_by(scene: Scene, forms: Mapping[Trigger, Form], words: Language) -> Iterator[Told]:
    """The triggers that tell something, each with its polarity; what only names a deed tells nothing."""
    for trigger, form in forms.items():
        if form.mood == UNTOLD or _says_which(scene, trigger):
            continue
        form = replace(form, mood="") if of_its_day(scene, trigger, form) else form
        polarity = polarity_of(trigger, form, scene.clauses, words.polarity)
        polarity = NAMED_ONLY if would_not_have(scene.clauses, trigger) else polarity
        polarity = mood_before(scene.clauses, trigger, own_mood(scene.clauses, trigger, polarity, words.polarity))
        if trigger.frame.endswith(_PLANNED) and polarity in {POLARITIES[0], NAMED_ONLY}:
            polarity = "planned"
        if trigger.frame.endswith(_WEIGHED):
            polarity = NAMED_ONLY if polarity == "negated" else "hypothetical"
        if trigger.frame.endswith(_REFUSED):
            # "Did not withdraw its bid" tells nothing new.
            undone = trigger.head > 0 and scene.clauses.items[trigger.head - 1].norm == _NOT
            polarity = NAMED_ONLY if undone else "negated"
        if polarity != NAMED_ONLY:
            yield Told(trigger, form, polarity, None)


def _says_which(scene: Scene, trigger: Trigger) -> bool:
    """ "The treaty enlarging A to B was signed": an English participle behind a paper says which one it is."""
    paper = scene.clauses.items[trigger.first - 1] if scene.lang == "en" and trigger.first else None
    doing = scene.clauses.items[trigger.head].norm.endswith("ing") and trigger.first == trigger.head
    return paper is not None and doing and (paper.norm in scene.anaphors.instruments or paper.label == "TREATY")


def with_drafts(scene: Scene, told: Iterable[Told]) -> list[tuple[Told, list[Draft]]]:
    """What is told with the drafts of its claims, each read knowing what was told before it in the sentence."""
    made: list[tuple[Told, list[Draft]]] = []
    outside: Scene | None = None
    for one in told:
        if outside is not None and _repeats_outside(scene, one):
            scene = outside
        within = scene.clauses.items[one.trigger.head].depth > 0
        outside = (outside or scene) if within else None
        found = [] if untold(scene, one) else without_boards(scene, one, list(drafts(scene, one)))
        found = without_denied(scene, one, without_excepted(scene, one, found), made)
        one = as_planned(scene, one, found)
        if found:
            made.append((one, found))
            fact = found[-1] if one.polarity == POLARITIES[0] else scene.before
            if found[-1].type in MEMBER_TYPES:
                parted = scene.spoken is not None and scene.spoken.subject_id != found[-1].subject_id
                scene = replace(scene, others=scene.spoken if parted else scene.others)
                scene = replace(scene, spoken=found[-1], steps=tuple(found) if one.polarity == "planned" else ())
            open_ = one.polarity in _OPEN
            denied = found[-1] if one.polarity == "negated" else scene.denied
            scene = replace(scene, before=fact, hoped=tuple(found) if open_ else (), denied=denied)
    return made


def _repeats_outside(scene: Scene, told: Told) -> bool:
    """ "They took in A and B (both observers since 2005); C followed": what brackets tell is not what C did, too."""
    outside = scene.lang == "ru" and not scene.clauses.items[told.trigger.head].depth
    return outside and told.trigger.frame.startswith(_AGAIN)


def with_dates(scene: Scene, made: list[tuple[Told, list[Draft]]]) -> list[tuple[Told, list[Draft]]]:
    """What is told with its date: a trigger whose arguments are not there takes no date from the others."""
    moods = {one.trigger: "" if one.polarity == POLARITIES[0] else one.polarity for one, _ in made}
    undated = [one for one, found in made if not all(d.date for d in found)]
    undated = [one for one in undated if bears_date(scene.clauses, one.trigger) and not _holds_date(scene, one)]
    forms = {one.trigger: replace(one.form, mood=moods[one.trigger]) for one in undated}
    acts = {t: form for t, form in forms.items() if not _is_timeless(scene, t)}
    forms = acts or forms
    dates = attach_dates(scene.clauses, forms, OF)
    dates = timely(scene.clauses, [one for one, _ in made], with_parsed(scene, forms, dates))
    items = scene.clauses.items
    made = [(one, shared_out(scene.clauses, one, found)) for one, found in made]
    made = [
        (replace(one, date=items[dates[one.trigger]].mention, date_item=dates[one.trigger]), found)
        if one.trigger in dates
        else (replace(one, date=scene.entry), found)
        if scene.entry and of_entry(scene.clauses, one, found) else (one, found)
        for one, found in made
    ]  # fmt: skip
    return done_alike(scene.clauses, made) if scene.lang == "en" else made


def _holds_date(scene: Scene, told: Told) -> bool:
    """ "Applied to A in May 2022 and was admitted on D": the day of an English application is inside its trigger.

    "Then a system of organs took shape: A and B": in Russian the verb before the list has the day, not the list.
    Who "reconsiders its membership" on a day would leave on another.
    """
    if told.trigger.frame == _MADE_UP or told.trigger.frame.endswith(_WEIGHED) or _says_what(scene, told):
        return True
    held = scene.clauses.items[told.trigger.first : told.trigger.last + 1]
    return scene.lang == "en" and told.trigger.frame.endswith(_PLANNED) and any(i.kind == "date" for i in held)


def _says_what(scene: Scene, told: Told) -> bool:
    """ "In 2004 a session of A opened, of an organ of B": a Russian apposition in another case than the nominative.

    Only a date of its own, right behind it, says since when.
    """
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    apposed = scene.lang == "ru" and told.trigger.form == "state" and items[first].text in {",", *DASHES}
    if not apposed or not told.trigger.frame.startswith(_ADDED[0]):
        return False
    nouns = [i.norm for i in items[first : last + 1] if i.norm.startswith(_ORGAN)]
    return bool(nouns) and _ORGAN not in nouns and not any(i.kind == "date" for i in items[last + 1 : last + 3])


def _is_timeless(scene: Scene, trigger: Trigger) -> bool:
    """ "Was adopted by the Council, the Community's supreme organ": what an apposition adds has no date of a verb."""
    apposed = trigger.form == "state" and scene.clauses.items[trigger.first].text == ","
    added = apposed and trigger.frame.startswith(_ADDED)
    return added or trigger.frame.endswith(TIMELESS) or describes_paper(scene, trigger)
