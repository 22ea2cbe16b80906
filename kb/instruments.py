"""Instruments and their acts in, the register out: body, kind, area, dates, state of execution, sources, counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from kb.edtf_bounds import bounds
from kb.model import today
from kb.registry.load import load_kinds

Row = Mapping[str, Any]
# What is adopted or declared binds without ratification.
_SELF_EXECUTING = frozenset({"declaration", "statement", "decision", "memorandum"})
GROUPS = ("body", "year", "area", "kind", "state")
# Column -> group of labels with the words for its values.
WORDED = {"kind": "instrument.kind", "area": "field", "state": "instrument.state"}
UNKNOWN = "unknown"


@dataclass(slots=True)
class Record:
    """One instrument with what is known of its life; party -> date where each party acts for itself."""

    id: str
    name: str
    kind: str
    area: str | None
    origin: str
    bodies: dict[str, str] = field(default_factory=dict)
    founds: set[str] = field(default_factory=set)  # the bodies that it brought into being
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None
    is_denied: bool = False  # a source says that it never came into force
    signatories: dict[str, str | None] = field(default_factory=dict)
    ratified: dict[str, str] = field(default_factory=dict)
    acceded: dict[str, str] = field(default_factory=dict)
    withdrew: dict[str, str] = field(default_factory=dict)
    force_of: dict[str, str] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    @property
    def is_ratified(self) -> bool:
        """Whether it binds by ratification; declarations and decisions bind as they are taken."""
        return self.kind not in _SELF_EXECUTING

    @property
    def is_over(self) -> bool:
        """Whether it has ended by now; an end that was set for later has not come."""
        return self.ended is not None and (bounds(self.ended)[0] or "") <= today()

    @property
    def state(self) -> str:
        """What a register of execution asks: whether it is in force, and if not, how far it came."""
        if self.is_over:
            return "ended"
        if self.in_force:
            return "in force"
        if self.signed and not self.is_ratified:
            return "adopted"
        return "signed, entry into force not known" if self.signed else "no date known"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which instruments of the register; empty means any. `since` and `until` are ISO days of signature, inclusive."""

    body: str | None = None
    kind: str = ""
    area: str = ""
    state: str = ""
    since: str | None = None
    until: str | None = None


@lru_cache(maxsize=1)
def shipped_kinds() -> Mapping[str, str]:
    """Instrument -> its sort, as the registry that ships has it."""
    return load_kinds()


def records(instruments: Iterable[Row], acts: Iterable[Row], kinds: Mapping[str, str]) -> dict[str, Record]:
    """Instruments by id; where `kinds` does not name one, its id begins with it."""
    found: dict[str, Record] = {}
    known = set(kinds.values())
    for row in instruments:
        first = row["id"].partition("-")[0]
        kind = kinds.get(row["id"]) or (first if first in known else "")
        record = found.setdefault(row["id"], Record(row["id"], row["name"], kind, row["area"], row["origin"]))
        if row["body_id"]:
            record.bodies[row["body_id"]] = row["body"]
            record.founds |= {row["body_id"]} if row["founds"] else set()
    for act in acts:
        if record_of := found.get(act["subject_id"]):
            _add(record_of, act)
    return found


def _add(record: Record, act: Row) -> None:
    """Acts come in order of time: the first signing and entry into force stand, the last ending does."""
    kind, edtf = act["type"], act["edtf"]
    if kind in {"signed", "adopted"}:
        record.signed = record.signed or edtf
        if act["party"]:
            record.signatories.setdefault(act["party"], edtf)
    elif kind in {"ratified", "acceded", "withdrew"} and act["party"] and edtf:
        {"ratified": record.ratified, "acceded": record.acceded, "withdrew": record.withdrew}[kind].setdefault(
            act["party"], edtf
        )
    elif kind in {"entered_into_force", "in_effect"} and act.get("polarity") == "negated":
        record.is_denied = True
    elif kind in {"entered_into_force", "in_effect"} and edtf:
        _add_force(record, act)
    elif kind == "terminated":
        record.ended = edtf or "unknown"
    if act["citation"] and act["citation"] not in record.sources:
        record.sources.append(act["citation"])
    record.documents.update(path for path in (act["documents"] or "").split(",") if path)


def _add_force(record: Record, act: Row) -> None:
    """The first day of all, that of a party where the act names it, and the end of a validity that has one."""
    since, _, until = act["edtf"].partition("/")
    since, until = since.strip("."), act.get("until") or until.strip(".")
    record.in_force = record.in_force or since or None
    if act["party"] and since:
        record.force_of.setdefault(act["party"], since)
    if act["type"] == "in_effect" and until:
        record.ended = until


def register_rows(found: Mapping[str, Record], wanted: Wanted | None = None) -> list[dict[str, Any]]:
    """By time of signature; only instruments with some date or body, since a bare name is no entry."""
    wanted = wanted or Wanted()
    rows = [_register_row(r) for r in found.values() if (r.signed or r.in_force or r.bodies) and _is_wanted(r, wanted)]
    return sorted(rows, key=lambda row: (row["signed"] is None, row["signed"] or row["in_force"] or "", row["id"]))


def _register_row(r: Record) -> dict[str, Any]:
    kind, area = r.kind or UNKNOWN, r.area or UNKNOWN
    return {
        "id": r.id, "instrument": r.name, "body": ", ".join(sorted(r.bodies)), "kind": kind, "area": area,
        "signed": r.signed, "in_force": r.in_force, "ended": r.ended, "state": r.state,
        "parties": " ".join(sorted(r.signatories)), "ratified_by": " ".join(sorted(r.ratified)),
        "source": "; ".join(r.sources), "documents": " ".join(sorted(r.documents)),
        "kind_id": kind, "area_id": area, "state_id": r.state,
    }  # fmt: skip


def _is_wanted(r: Record, wanted: Wanted) -> bool:
    asked = ((wanted.kind, r.kind or UNKNOWN), (wanted.area, r.area or UNKNOWN), (wanted.state, r.state))
    fits = all(value in ("", held) for value, held in asked) and (wanted.body is None or wanted.body in r.bodies)
    return fits and _is_within(r.signed or r.in_force, wanted)


def _is_within(edtf: str | None, wanted: Wanted) -> bool:
    """A date that may lie in the period is kept; an instrument without any date lies in none."""
    if wanted.since is None and wanted.until is None:
        return True
    first, last = bounds(edtf) if edtf else (None, None)
    return (
        bool(first or last) and (last or "9999") >= (wanted.since or "") and (first or "") <= (wanted.until or "9999")
    )


def in_words(rows: Iterable[Row], lang: str, say: Callable[[str, str], str]) -> list[dict[str, Any]]:
    """Kind, area and state in the words of a language; `say` takes a group of labels and a value.

    `kind_id`, `area_id` and `state_id` keep the values. English is the values themselves: programs rely on them.
    """
    if lang == "en":
        return [dict(row) for row in rows]
    return [{**row, **{c: say(group, row[f"{c}_id"]) for c, group in WORDED.items() if c in row}} for row in rows]


def counts(rows: Iterable[Row], group: str) -> list[dict[str, Any]]:
    """How many instruments of each body, year of signature, area, kind or state, and how many of them are in force."""
    total: Counter[str] = Counter()
    force: Counter[str] = Counter()
    words: dict[str, str] = {}
    for row in rows:
        for value in _groups(row, group):
            total[value] += 1
            force[value] += row["state_id"] == "in force"
            words[value] = row[group] if group in WORDED else value
    return [{group: words[value], "instruments": total[value], "in_force": force[value],
             **({f"{group}_id": value} if group in WORDED else {})} for value in sorted(total)]  # fmt: skip


def _groups(row: Row, group: str) -> list[str]:
    """The values that a row is counted under; one without a body or a year stands for itself."""
    if group == "year":
        return [row["signed"][:4] if row["signed"] else UNKNOWN]
    if group == "body":
        return str(row["body"] or "none").split(", ")
    return [str(row[f"{group}_id"])]


@lru_cache(maxsize=1)
def document_words() -> tuple[tuple[str, ...], float]:
    """Words that count instruments, and from which number on a sentence speaks of a whole body of them."""
    text = resources.files("kb").joinpath("data/document_words.yml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return tuple(word for words in table["words"].values() for word in words), float(table["least"])


def _whole(number: float) -> float | int:
    """Instruments are counted in whole numbers, which the database keeps among other quantities."""
    return int(number) if number == int(number) else number


def claimed_rows(said: Iterable[Row], rows: Iterable[Row], body: str | None = None) -> list[dict[str, Any]]:
    """What texts say of the number of instruments beside how many the register holds of the bodies they name."""
    held = [set(row["body"].split(", ")) for row in rows]
    found = []
    for claim in said:
        bodies = [b for b in (claim["bodies"] or "").split(",") if b]
        if body is None or body in bodies:
            known = sum(bool(there & set(bodies)) for there in held) if bodies else None
            found.append({"claimed": _whole(claim["value"]), "unit": claim["unit"], "bodies": " ".join(bodies),
                          "known": known, "lang": claim["lang"], "path": claim["path"], "sentence": claim["sentence"],
                          **{name: claim[name] for name in ("document_id", "start_char", "end_char")}})  # fmt: skip
    return found
