"""A sentence in, what it says besides its main claims out: a stage that a body reached, votes that a member holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import DASHES, Item
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold
from kb.model import Quantity

_WINDOW = 8
# Kazakh "cast", of a vote.
_VOTED = "voted"
_CASTING = ("берд", "берг", "бере", "бери", "беру")
_BODY_FAR = 7.0
_ORG = frozenset({"ORG"})
_VOTER_NEAR = 90
# Beside a bare number of votes; none has as many as a year.
_VOTES_NEAR = len(["of", "the", "votes"])
_EACH, _MOST_VOTES = frozenset({"each", "apiece", "по", "has", "have", "had", "holds", "hold", "held"}), 1000


@dataclass(frozen=True, slots=True)
class OverlayWords:
    """`stages`: phrase (folded) -> id of the stage. `votes`: stems of the noun for a vote."""

    stages: Mapping[str, str]
    votes: tuple[str, ...]


def overlay_words(table: Mapping[str, Mapping[str, Sequence[str]] | Sequence[str]]) -> OverlayWords:
    """`table` is data/LANG/stages.yml."""
    stages, votes = table["stages"], table["votes"]
    rows = stages.items() if isinstance(stages, Mapping) else ()
    return OverlayWords({fold(p): stage for stage, phrases in rows for p in phrases}, tuple(map(fold, votes)))


def stage_reached(scene: Scene, told: Told, words: OverlayWords) -> Iterator[Draft]:
    """A body before the verb, a stage in common words behind it; in Kazakh the stage stands before the verb too."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang == "kk":
        window = items[max(0, trigger.first - _WINDOW) : trigger.first]
    else:
        window = items[trigger.last + 1 : trigger.last + 1 + _WINDOW]
    phrase = f" {' '.join(i.norm or '|' for i in window)}"
    found = [stage for text, stage in words.stages.items() if f" {text}" in phrase]
    if not found:
        return
    k = scene.find(told, Slot(_ORG, "any" if scene.lang == "ru" else "before"), far=_BODY_FAR)
    for id_ in scene.ids(k)[:1]:
        yield Draft("reached_stage", id_, found[0], -1 if k is None else k)


def votes_held(scene: Scene, quantities: Sequence[Quantity], words: OverlayWords) -> Iterator[Draft]:
    """Each number of votes belongs to the last country before it in its part of the sentence."""
    items = scene.clauses.items
    start, end = items[0].start, items[-1].end
    inside = [q for q in quantities if start <= q.start_char and q.end_char <= end]
    if not any(_are_votes(items, k, words) for k in range(len(items))):
        return
    organ = next((i.ids[0] for i in items if i.label == "ORG" and i.ids), None) or scene.memory.body(start)
    for quantity in inside:
        named = [i for i in items if i.label == "COUNTRY" and i.members and i.end <= quantity.start_char]
        if named and organ and quantity.start_char - named[-1].end < _VOTER_NEAR:
            for id_ in named[-1].ids:
                yield Draft("holds_votes", id_, organ, value=quantity.value, unit=quantity.unit)
    counted = [q for q in inside if _of_votes(scene, q, words)]
    if counted and organ:
        yield from _bare_votes(scene, counted[0], inside, organ)


def _are_votes(items: Sequence[Item], k: int, words: OverlayWords) -> bool:
    """ "40 дауыс"; "қарсы дауыс берді" and "voted to admit a country of 37 million" are how they voted."""
    if items[k].norm == _VOTED:
        return False
    behind = items[k + 1].norm if k + 1 < len(items) else ""
    return items[k].kind == "word" and items[k].norm.startswith(words.votes) and not behind.startswith(_CASTING)


def _of_votes(scene: Scene, quantity: Quantity, words: OverlayWords) -> bool:
    """ "40 votes", "57 per cent of the votes", «57% голосов»."""
    behind = [i.norm for i in scene.clauses.items if i.start >= quantity.end_char][:_VOTES_NEAR]
    return any(w.startswith(words.votes) for w in (*fold(quantity.text).split(), *behind))


def _bare_votes(scene: Scene, first: Quantity, told: Sequence[Quantity], organ: str) -> Iterator[Draft]:
    """ "A holds 40 votes, B and C 20 each", «B и C — по 20»: bare numbers behind a country, once votes were told."""
    items = scene.clauses.items
    for k in range(1, len(items) - 1):
        number, behind = items[k], items[k + 1]
        alone = behind.kind == "mark" or behind.norm in _EACH or scene.clauses.joins(k + 1)
        figure = number.norm.replace(",", ".")
        # "A-ның 57, B-ның 21,5 дауысы": the Kazakh noun stands behind the last of them.
        ahead = number.start < first.end_char and (scene.lang != "kk" or items[k - 1].label != "COUNTRY")
        if not figure.replace(".", "", 1).isdigit() or ahead or not alone:
            continue
        if any(q.start_char <= number.start < q.end_char for q in told):
            continue
        at = k - 1
        while at > 0 and (items[at].text in DASHES or items[at].norm in _EACH):
            at -= 1
        if items[at].label == "COUNTRY" and float(figure) <= _MOST_VOTES:
            yield from (Draft("holds_votes", i, organ, value=float(figure), unit=first.unit) for i in items[at].ids)
