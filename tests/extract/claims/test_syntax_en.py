"""How a name or a date stands to a trigger, by the real parser."""

import pytest

from extract.claims.grammar.items import Item
from extract.claims.grammar.syntax_en import NONE, OWN, SHARED, Syntax
from extract.claims.grammar.triggers import Trigger
from extract.nlp import parse


def _syntax(sentence: str) -> tuple[Syntax, dict[str, int]]:
    """A sentence, its words as items, and where each stands."""
    items: list[Item] = []
    at = 0
    for word in sentence.removesuffix(".").split():
        bare = word.strip(",")
        at = sentence.index(bare, at)
        items.append(Item("word", bare.lower(), bare, at, at + len(bare)))
    return Syntax(f"Before. {sentence}", (8, 8 + len(sentence)), [_moved(i) for i in items], parse), {
        i.text: k for k, i in enumerate(items)
    }


def _moved(item: Item) -> Item:
    return Item(item.kind, item.norm, item.text, item.start + 8, item.end + 8)


def _verb(k: int) -> Trigger:
    return Trigger("withdrew", "verb", k, k, k, 0, 0)


@pytest.mark.parametrize(
    ("sentence", "verb", "name", "relation"),
    [
        ("Gabon left OPEC, and Angola watched.", "left", "Gabon", OWN),
        ("Gabon left OPEC, and Angola watched.", "left", "OPEC", OWN),
        ("Gabon left OPEC, and Angola watched.", "left", "Angola", NONE),
        ("Gabon joined OPEC in 1975 and left it later.", "left", "Gabon", SHARED),
        ("Gabon, which left in 1995, came back.", "left", "Gabon", SHARED),
    ],
)
def test_a_name_stands_to_a_verb_as_the_parser_reads_it(sentence: str, verb: str, name: str, relation: str) -> None:
    syntax, at = _syntax(sentence)

    assert syntax.relation(_verb(at[verb]), at[name]) == relation


def test_a_date_is_of_the_verb_that_it_hangs_on() -> None:
    syntax, at = _syntax("Gabon joined OPEC in 1975 and left the club in 1995.")

    assert syntax.dates(_verb(at["joined"]), at["1975"]) and syntax.dates(_verb(at["left"]), at["1995"])
    assert not syntax.dates(_verb(at["joined"]), at["1995"])


def test_without_a_parser_nothing_is_said() -> None:
    syntax, at = _syntax("Gabon left OPEC in 1995.")
    silent = Syntax("Gabon left OPEC in 1995.", (0, 24), syntax._items, lambda sentence, lang: ())

    assert silent.relation(_verb(at["left"]), at["Gabon"]) == NONE
    assert not silent.dates(_verb(at["left"]), at["1995"])
