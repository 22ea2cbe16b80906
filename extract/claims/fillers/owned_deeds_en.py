"""An English noun of founding or ending with "its" in, whose beginning or end it is out."""

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

_ITS = "its"
_QUIET = frozenset({"word", "date", "place"})


def owner_of_deed(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Its creation": of the body named before, of the subject that follows, else of the one the text is about."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or told.form.voice != "noun":
        return ()
    if items[first].norm != _ITS and (not first or items[first - 1].norm != _ITS):
        return ()
    named = [i.ids for i in items[:first] if i.kind == "name" and i.label == "ORG" and i.ids]
    ahead = () if named else _subject_ahead(scene, told)
    found = named[-1][-1] if named else ahead[-1] if ahead else scene.memory.body(items[first].start)
    return (found,) if found else ()


def _subject_ahead(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Since its foundation in 1967, A has grown": the body right behind the comma that closes the phrase."""
    items, k = scene.clauses.items, told.trigger.last + 1
    while k < len(items) and items[k].kind in _QUIET and not (k in scene.clauses.verbs and k not in scene.clauses.held):
        k += 1
    if k + 1 >= len(items) or items[k].text != ",":
        return ()
    subject = items[k + 1 + (items[k + 1].norm in ARTICLES)]
    return subject.ids if subject.label == "ORG" and subject.kind in {"name", "ref"} else ()
