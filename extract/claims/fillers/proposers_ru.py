"""A Russian "at the proposal of …" in its sentence in, the country of an official whom nobody knows out."""

from collections.abc import Iterator, Mapping

from extract.claims.scene import Scene

_UNKNOWN = "x-"
_PROPOSED, _COUNTRY = "proposed", "COUNTRY"
# So many words of rank stand between the noun and the country: "of the then prime minister of A".
_RANK = 4
# Fewer letters has no stem of an adjective of a country.
_STEM = 4


def countries_of_proposers(scene: Scene) -> Iterator[int]:
    """ "Founded at the proposal of A", "of the prime minister of A": A put it forward, and need not be a founder."""
    items = scene.clauses.items
    for trigger in set(scene.clauses.held.values()) if scene.lang == "ru" else ():
        if trigger.frame.startswith(_PROPOSED) and trigger.form == "noun":
            k = trigger.last + 1
            while k < min(trigger.last + 1 + _RANK, len(items)) and items[k].kind == "word":
                k += 1
            if k < len(items) and items[k].label == _COUNTRY:
                yield k


def country_of_person(scene: Scene, who: int) -> tuple[str, ...]:
    """ "The prime minister of A, X", "the A-ish premier X": where nobody knows X, his country speaks through him."""
    items, nations = scene.clauses.items, scene.anaphors.nations
    if scene.lang != "ru" or not all(id_.startswith(_UNKNOWN) for id_ in scene.ids(who)):
        return ()
    near = range(who - 1, max(-1, who - 1 - _RANK), -1)
    at = next((k for k in near if items[k].kind != "word" or _nation(items[k].norm, nations)), None)
    if at is None or items[at].kind == "word":
        return _nation(items[at].norm, nations) if at is not None else ()
    return scene.ids(at) if items[at].label == _COUNTRY else ()


def _nation(word: str, nations: Mapping[str, str]) -> tuple[str, ...]:
    return next(((nations[word[:n]],) for n in range(len(word), _STEM, -1) if word[:n] in nations), ())
