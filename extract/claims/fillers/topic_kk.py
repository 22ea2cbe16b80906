"""A Kazakh trigger without its body in, the body that the text is about, where the sentence leaves it unsaid, out."""

from collections.abc import Iterator

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

_TOPIC = 2
_BY = ("мен", "бен", "пен")
_PRESENT = frozenset(map(fold, ("қазіргі", "бүгінгі", "осы", "жаңа")))
_SPOKEN = frozenset({"active", "converb"})


def left_unsaid(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Its foundations were laid in 1993", "was founded by an agreement that A signed": of the body in mind."""
    first = told.trigger.first
    if told.trigger.frame == "established.self" and told.form.voice in _SPOKEN:
        return _topic_ahead(scene, told)
    if told.form.voice not in _SPOKEN or told.trigger.frame != "established" or _names_body(scene, 0, first):
        return ()
    if (paper := _under_paper(scene, first)) is not None:
        founded = scene.memory.founded(paper)
        return (founded,) if founded and founded in scene.tables.types else ()
    return _in_mind(scene, first) if _of_its_own(scene, told) or _by_paper(scene, first) else ()


def _topic_ahead(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A — an organ of B; its work began in 2012": the bare name before the dash that opens the sentence."""
    items, first = scene.clauses.items, told.trigger.first
    opens = first > _TOPIC and items[0].kind == "name" and items[0].label == "ORG" and items[1].text in DASHES
    parted = any(i.text == ";" for i in items[:first])
    return items[0].ids[-1:] if opens and parted and _of_its_own(scene, told) else ()


def _of_its_own(scene: Scene, told: Told) -> bool:
    """ "Іргетасы … қаланды": a noun with an owner opens the trigger, and nobody who owns it stands before it."""
    items, first = scene.clauses.items, told.trigger.first
    small, begun = scene.anaphors.adverbs, max((k for k in range(first) if items[k].kind == "mark"), default=-1)
    owned = first < told.trigger.head and items[first].norm.endswith(("ы", "и"))
    return owned and all(i.kind in {"date", "place"} or i.norm in small for i in items[begun + 1 : first])


def _by_paper(scene: Scene, first: int) -> bool:
    """ "Шартпен құрылған": a paper in the instrumental right before the verb."""
    paper = scene.clauses.items[first - 1] if first else None
    named = paper is not None and paper.norm.startswith(scene.anaphors.nameless)
    return paper is not None and named and paper.norm.endswith(_BY)


def _under_paper(scene: Scene, first: int) -> str | None:
    """ "A-да қол қойылған шартқа сәйкес құрылып, …": nothing but a paper, and what describes it, before the verb."""
    items, held = scene.clauses.items, scene.clauses.held
    at = first - _TOPIC
    if at < 0 or items[first - 1].norm not in scene.anaphors.founding or items[at].label != "TREATY":
        return None
    small = scene.anaphors.adverbs
    begun = max((k for k in range(at) if items[k].text in ",;:"), default=-1)
    own = all(
        i.kind in {"date", "place"} or i.norm in small or k in held for k, i in enumerate(items[:at]) if k > begun
    )
    return items[at].ids[-1] if own and items[at].ids else None


def renamed_in_mind(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "It got its present name in 2009": no name is said, and the body is the one in mind."""
    items, first = scene.clauses.items, told.trigger.first
    held = items[first : told.trigger.last + 1]
    named = held[0].norm in _PRESENT and not any(i.kind in {"name", "ref"} for i in held)
    if scene.lang != "kk" or not named or told.form.voice not in _SPOKEN:
        return
    bodies = [i.ids for i in items[:first] if i.kind == "name" and i.label == "ORG" and i.ids]
    for id_ in bodies[-1][-1:] if bodies else _in_mind(scene, first):
        yield Draft("renamed", id_, id_, confidence=0.7)


def _names_body(scene: Scene, first: int, last: int) -> bool:
    return any(i.kind in {"name", "ref"} and i.label == "ORG" for i in scene.clauses.items[first:last])


def _in_mind(scene: Scene, at: int) -> tuple[str, ...]:
    """An organ that the sentences before open with, else the body of the text."""
    start = scene.clauses.items[at].start
    found = scene.memory.topic_organ(start) or scene.memory.body(start)
    return (found,) if found and found in scene.tables.types else ()


def spoken_of(scene: Scene, at: int) -> tuple[str, ...]:
    """ "Agreed on merging A into B; next year it was gone": what something is done to, not where it goes."""
    items = scene.clauses.items
    bodies = [k for k in range(at) if items[k].label == "ORG" and items[k].ids]
    done_to = [k for k in bodies if ".accusative" in scene.arguments.marks(k)]
    others = (k for k in bodies if k not in done_to)
    alone = len(done_to) == 1 and all(".dative" in scene.arguments.marks(k) for k in others)
    return items[done_to[0]].ids if alone else ()
