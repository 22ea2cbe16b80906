"""What a Russian sentence tells with its dates in, what is done by a paper with the day of that paper out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case
from extract.language.tokens import fold
from kb.model import POLARITIES, Mention

_FOUNDED, _PARTICIPLE, _PASSIVE, _PAPER = "established", "participle", "passive", "TREATY"
_BE = frozenset({"был", "была", "было", "были"})
_TURNS = ("established", "succeeded", "renamed", "terminated")
_MADE = frozenset({"signed", "adopted"})
# So far behind its noun stands the participle that says when a paper was made: "договором, подписанным …".
_NEAR = 4


def by_paper(scene: Scene, made: Sequence[tuple[Told, list[Draft]]]) -> Iterator[tuple[Told, list[Draft]]]:
    """ "By the treaty signed in A on D, B was founded", or renamed: then it was, where nothing gives another day."""
    for told, drafts in made:
        yield (_dated(scene, told, drafts, made) if _undated(scene, told, drafts) else told), drafts


def _dated(scene: Scene, told: Told, drafts: Sequence[Draft], made: Sequence[tuple[Told, list[Draft]]]) -> Told:
    """The same on the day of its paper, where that is told."""
    frame = told.trigger.frame
    done = frame == _FOUNDED or told.form.voice == _PASSIVE
    day = _day_of_paper(scene, told, made) if done else None
    day = day or (_day_signed(told, drafts, made) if frame == _FOUNDED else None)
    if day is not None:
        return replace(told, date=day.date, date_item=day.date_item)
    in_brackets = _in_brackets(scene, told) if frame.partition(".")[0] in _TURNS else None
    return told if in_brackets is None else replace(told, date=in_brackets)


def _in_brackets(scene: Scene, told: Told) -> Mention | None:
    """ "By the protocol of A (March 1996) B was turned into C": the day behind the paper by which it was done."""
    items, papers = scene.clauses.items, tuple(scene.anaphors.instruments)
    last = max((k for k in scene.clauses.verbs if k < told.trigger.first and items[k].norm not in _BE), default=-1)
    for item in items[last + 1 : told.trigger.first]:
        paper = item.label == _PAPER or fold(item.text).startswith(papers)
        day = item.members[-1].date if item.kind == "name" and item.members and paper else None
        if day is not None and is_case(item.members[-1].text.split()[0], "ablt"):
            return day
    return None


def _undated(scene: Scene, told: Told, drafts: Sequence[Draft]) -> bool:
    """A fact, by a finite verb, without a date of its own."""
    finite = told.form.voice in {"active", "passive"}
    fact = told.polarity == POLARITIES[0] and told.date is None and not any(d.date for d in drafts)
    return scene.lang == "ru" and finite and fact


def _day_of_paper(scene: Scene, told: Told, made: Sequence[tuple[Told, list[Draft]]]) -> Told | None:
    """What tells when the paper was signed or adopted: a participle behind a noun in the instrumental."""
    for other, _ in made:
        at = other.trigger.first
        participle = (
            other.form.voice == _PARTICIPLE
            and other.trigger.frame.partition(".")[0] in _MADE
            and other.date is not None
        )
        near = scene.clauses.items[max(0, at - _NEAR) : at]
        if participle and any(_is_means(item) for item in near) and _one_clause(scene, told, other):
            return other
    return None


def _day_signed(told: Told, drafts: Sequence[Draft], made: Sequence[tuple[Told, list[Draft]]]) -> Told | None:
    """ "On D they signed the agreement by which A was founded": the paper of A, signed before it in the sentence."""
    papers = {d.object_id for d in drafts if d.object_id}
    for other, found in made:
        before = other.trigger.frame.partition(".")[0] in _MADE and other.trigger.head < told.trigger.head
        fact = before and other.date is not None and other.polarity == POLARITIES[0]
        if fact and not papers.isdisjoint(d.subject_id for d in found):
            return other
    return None


def _is_means(item: Item) -> bool:
    """ "Договором", "Учредительным актом": by what it was done."""
    if item.label == "TREATY" and item.members:
        return is_case(item.members[0].text.split()[0], "ablt")
    return item.kind in {"word", "ref"} and item.norm.endswith(("ом", "ем", "ей", "ой")) and is_case(item.norm, "ablt")


def _one_clause(scene: Scene, told: Told, other: Told) -> bool:
    """No other verb stands between the founding and its paper."""
    low, high = sorted((told.trigger.head, other.trigger.head))
    held = {told.trigger.head, other.trigger.head}
    return all(k in held or k in scene.clauses.held for k in scene.clauses.verbs if low < k < high)
