"""A Kazakh sentence that begins with "it" in, the body with which the sentence before ends out."""

from extract.claims.anaphora.object_pronouns_kk import IT
from extract.claims.grammar.endings_kk import GENITIVE
from extract.claims.scene import Scene
from extract.language.tokens import fold, tokenise

_COPULAS = frozenset({"еди", "болган", "болды", "болатын", "саналады", "табылады", "болып"})
# Cases in which a name is no predicate, letters folded.
_OBLIQUE = (
    "га",
    "ге",
    "ка",
    "ке",
    "да",
    "де",
    "та",
    "те",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "мен",
    "бен",
    "пен",
    *GENITIVE,
)
_DASHES, _ENDS = ("–", "—", "-"), (". ", "! ", "? ", "\n")
_LONGEST = 9


def told_by_predicate(scene: Scene, at: int) -> str | None:
    """ "A-ның ізашары B еді. Ол 1964 жылы құрылды": "it" is B, which the sentence before ends with."""
    start = scene.clauses.items[0].start
    it = scene.clauses.items[at].norm in {*scene.anaphors.personal, *IT}
    named = scene.memory.last_named("ORG", start) if it else []
    if len(named) < 2 or named[0][1] == named[1][1]:
        return None
    (first, _), (last, body) = named
    between, tail = scene.text[first:last], scene.text[last:start].rstrip(" .")
    if any(end in between or end in tail for end in _ENDS):
        return None
    owned = any(fold(t.text).endswith(GENITIVE) for t in tokenise(between))
    return body if owned and _closes(between, tail) else None


def organ_last_told(scene: Scene, at: int) -> str | None:
    """ "A соты құрылды. Ол тарады": the organ named last, where it opened its sentence, or "it" is what is done to."""
    start, memory = scene.clauses.items[at].start, scene.memory
    last = next((body for _, body in reversed(memory.last_named("ORG", start))), None)
    told = memory.is_organ(last) and (memory.topic_organ(start) == last or scene.clauses.items[at].norm in IT)
    return last if told else None


def _closes(between: str, tail: str) -> bool:
    """Nothing but a form of "be" stands behind the name, or a dash before it."""
    words = [fold(t.text) for t in tokenise(tail)]
    copula = [w for w in words if w in _COPULAS]
    bare = [w for w in words if w not in _COPULAS]
    if not bare or len(words) > _LONGEST or bare[-1].endswith(_OBLIQUE) or words[: len(bare)] != bare:
        return False
    return bool(copula) or between.rstrip(" «").endswith(_DASHES)
