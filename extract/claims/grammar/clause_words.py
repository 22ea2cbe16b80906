"""Table data/LANG/clauses.yml in, the words of one language that open, join and part clauses out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """`joints` add ("and"), `turns` open a clause of their own ("which", "while"), `verbs` are common finite verbs.

    `asides` open an insertion behind a name, `timers` one behind a joint ("and, after leaving X, joined Y").
    """

    joints: frozenset[str]
    turns: frozenset[str]
    verbs: frozenset[str]
    endings: tuple[str, ...]
    openers: frozenset[str]
    asides: frozenset[str]
    timers: frozenset[str]
    helpers: frozenset[str]
    complements: frozenset[str]
    contrasts: frozenset[str]
    afterwards: frozenset[str]
    behind: frozenset[str]
    adverbs: tuple[str, ...]
    parting: tuple[str, ...]
    later: tuple[str, ...]
    days: frozenset[str]
    turning: frozenset[str]
    respective: frozenset[str]
    lasting: frozenset[str]
    modals: frozenset[str]
    happening: frozenset[str]
    latter: frozenset[str]
    relatives: frozenset[str]
    whens: frozenset[str]
    meetings: frozenset[str]
    firsts: frozenset[str]
    excepting: frozenset[str]
    repeatedly: frozenset[str]
    gathered: frozenset[str]
    factive: frozenset[str]
    companions: frozenset[str]
    sitting: tuple[str, ...]
    elsewhen: frozenset[str]
    other_times: frozenset[str]
    opposing: frozenset[str]
    unreal: frozenset[str]
    managing: frozenset[str]
    pieces: frozenset[str]
    telling: frozenset[str]
