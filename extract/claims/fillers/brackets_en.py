"""English names before a bracket, or behind a verb of joining, in; whom the claim is about, or that none is, out."""

from collections.abc import Iterable, Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told

_OPENING, _SHORTEST = "(", 4
_STEPS = ("acceded", "withdrew", "suspended", "observer")


def alone(scene: Scene, told: Told, who_at: int, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """ "A, B and C (joined in 2016)": C alone, unless "all" or "both" stand in the brackets."""
    items, first = scene.clauses.items, told.trigger.first
    ids = scene.ids(who_at)
    held = scene.lang == "en" and who_at == first - 2 and items[first - 1].text == _OPENING
    last = held and len(ids) > 1 and told.trigger.frame.startswith(_STEPS)
    yield from (draft for draft in drafts if not last or draft.subject_id == ids[-1])


def joins_unknown(scene: Scene, told: Told) -> bool:
    """ "Withdrew from A and joined EVRASES": an abbreviation that nobody knows is what was joined."""
    items, at = scene.clauses.items, told.trigger.last + 1
    if scene.lang != "en" or told.trigger.form != "verb" or told.trigger.frame not in _STEPS:
        return False
    at += at < len(items) and items[at].norm in ARTICLES
    if at >= len(items) or items[at].kind != "word":
        return False
    text = items[at].text
    return len(text) >= _SHORTEST and text.isupper() and text.isalpha()
