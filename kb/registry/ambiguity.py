"""Names that several entities bear: in go the tables `ambiguous*.yml`, out come the rules that tell them apart."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import LANGUAGES, NameRule, Reading
from kb.registry.checks import Entry
from kb.registry.tables import Table, parse_yaml

_RULE_KEYS = frozenset({"text", "lang", "default", "candidates"})
_CANDIDATE_KEYS = frozenset({"words", "near", "before", "after"})


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A rule with the entry it was read from, for error messages."""

    rule: NameRule
    entry: Entry


def fold(text: str) -> str:
    """The form in which two names count as the same."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def read_rules(tables: Iterable[Table]) -> list[PlacedRule]:
    placed = []
    for table in tables:
        if table.folder == "" and table.name.startswith("ambiguous"):
            rows = parse_yaml(table) or []
            if not isinstance(rows, list):
                raise table.error_at(1, "a list of rules is expected")
            for number, row in enumerate(rows):
                if not isinstance(row, dict):
                    raise table.error("a rule must be a mapping", str(number))
                entry = Entry(table, (str(number),), row).allow(_RULE_KEYS)
                placed.append(PlacedRule(_rule(entry), entry))
    _check_unique(placed)
    return placed


def _rule(entry: Entry) -> NameRule:
    text, lang, default = entry.text("text"), entry.one_of("lang", LANGUAGES) or "", entry.text("default") or None
    readings = entry.below("candidates")
    # One candidate is enough where the words are as often no name at all, which a rule without default says.
    if not text or len(readings.values) < (1 if default is None else 2):
        raise entry.table.error("a rule needs a text and at least two candidates, or one and no default", *entry.keys)
    if default is not None and default not in readings.values:
        raise entry.table.error(f"default {default!r} is no candidate", *entry.keys, "default")
    return NameRule(text, lang, default, tuple(_candidate(readings, key) for key in readings.values))


def _candidate(readings: Entry, entity_id: str) -> Reading:
    entry = readings.below(entity_id).allow(_CANDIDATE_KEYS)
    words = tuple(word.casefold() for word in entry.texts("words"))
    return Reading(entity_id, words, entry.texts("near"), _year(entry, "after"), _year(entry, "before"))


def _year(entry: Entry, key: str) -> int | None:
    value = entry.text(key)
    if value and not (len(value) == 4 and value.isdecimal()):
        raise entry.table.error(f"{key}: {value!r} is no year", *entry.keys, key)
    return int(value) if value else None


def _check_unique(placed: Iterable[PlacedRule]) -> None:
    seen: set[tuple[str, str]] = set()
    for item in placed:
        key = (item.rule.lang, fold(item.rule.text))
        if key in seen:
            raise item.entry.table.error(f"a second rule for {item.rule.text!r}", *item.entry.keys)
        seen.add(key)
