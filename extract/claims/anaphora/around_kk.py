"""The words between what was joined and a Kazakh verb in, whether they only say when or how it was out."""

from collections.abc import Sequence

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.arguments import Arguments
from extract.claims.grammar.clauses import Clauses

# So far before the verb stands what was joined.
_FAR = 6
# Endings of what was there, or before, or by what, letters folded.
_AROUND = ("дан", "ден", "тан", "тен", "нан", "нен", "нда", "нде", "да", "де", "та", "те", "мен", "пен", "бен")


def only_around(clauses: Clauses, arguments: Arguments, at: int, words: Anaphors) -> bool:
    """ "Was admitted into A after long talks": a Kazakh noun in such a case is nothing that was adopted."""
    near = range(max(0, at - _FAR), max(0, at))
    into = [k for k in near if clauses.items[k].label == "ORG" and ".dative" in arguments.marks(k)]
    own = range(into[-1] + 1 if into else at, at + 1)
    told = any(k in clauses.verbs or k in clauses.held or clauses.items[k].label == "TREATY" for k in own)
    return bool(into) and not told and _around_deed([clauses.items[k].norm for k in own], words)


def _around_deed(norms: Sequence[str], words: Anaphors) -> bool:
    """«A-ға … келіссөзден соң», "at the summit", «жеке-жеке»: the last word says when or how; no paper is there."""
    last = norms[-1]
    halves = last.split("-")
    paper = any(n.startswith((*words.instruments, *words.drafts, *words.papers, *words.passable)) for n in norms)
    return not paper and (last.endswith(_AROUND) or (len(halves) > 1 and halves[0] == halves[1]))
