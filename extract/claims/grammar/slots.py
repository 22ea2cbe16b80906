"""What parts a name can play in a claim: sides, marks and distances, shared by the builders of claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.language.tokens import fold

TREATY = frozenset({"TREATY"})
PROGRAMME = frozenset({"PROGRAMME"})
PAPERS = TREATY | PROGRAMME
# How the ids of papers begin that are signed; codes and the like are adopted.
SIGNED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-", "declaration-", "act-", "pact-")
BODY = frozenset({"ORG"})
COUNTRY = frozenset({"COUNTRY"})
IDEAS = frozenset({"ORG", "PROGRAMME", "TREATY"})
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """Words and cases beside a name, by what they tell of it; data/argument_marks.yml explains each."""

    placed: frozenset[str]
    about: frozenset[str]
    joined: frozenset[str]
    left: frozenset[str]
    agent: frozenset[str]
    beside: frozenset[str]
    founding: frozenset[str]
    becoming: frozenset[str]
    standing: frozenset[str]
    thing: frozenset[str]
    towards: frozenset[str]
    objects: frozenset[str]
    times: frozenset[str]
    governing: frozenset[str]
    lives: frozenset[str]
    ranks: frozenset[str]
    dative: tuple[str, ...]
    owned: tuple[str, ...]
    oblique: frozenset[str]
    possessed: tuple[str, ...]
    possessing: tuple[str, ...]
    entered: tuple[str, ...]
    housed: frozenset[str]
    ablative: tuple[str, ...]
    partner: frozenset[str]
    granted: tuple[str, ...]
    including: frozenset[str]
    lacking: frozenset[str]
    spots: frozenset[str]


def argument_marks(table: Mapping[str, Sequence[str]]) -> Marks:
    """Folded, so that they compare with the items of a sentence."""

    def words(key: str) -> frozenset[str]:
        return frozenset(map(fold, table[key]))

    return Marks(
        words("placed"), words("about"), words("joined"), words("left"), words("agent"), words("beside"),
        words("founding"), words("becoming"), words("standing"), words("thing"), words("towards"), words("objects"),
        words("times"), words("governing"), words("lives"), words("ranks"), tuple(words("dative")),
        tuple(words("owned")), words("oblique"), tuple(map(fold, table["possessed"])),
        tuple(map(fold, table["possessing"])), tuple(map(fold, table["entered"])), words("housed"),
        tuple(map(fold, table["ablative"])), words("partner"),
        tuple(map(fold, table["granted"])), words("including"), words("lacking"), words("spots"),
    )  # fmt: skip


def object_side(voice: str, lang: str) -> str:
    """Where what is done to stands: behind an active verb or a noun, before a passive one; always before in Kazakh."""
    if lang == "kk":
        return "before"
    if lang == "ru":
        return "after" if voice == "noun" else "any"
    return "after" if voice in {"active", "infinitive", "converb", "noun"} else "before"


def subject_side(voice: str, lang: str) -> str:
    """Where the subject stands."""
    if lang == "kk":
        return "before"
    return "any" if lang == "ru" or voice == "noun" else "before"


def actor_side(voice: str, lang: str) -> str:
    """Where the one who acts stands: behind a passive ("by …")."""
    if lang != "en" or voice == "noun":
        return "before" if lang == "kk" else "any"
    return "after" if voice in {"passive", "participle"} else "before"
