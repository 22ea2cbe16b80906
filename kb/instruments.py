"""Instruments and their acts in, the register out: body, kind, area, dates, state of execution, sources, counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from kb.edtf_bounds import bounds
from kb.model import today

Row = Mapping[str, Any]
# What is adopted or declared binds without ratification.
_SELF_EXECUTING = frozenset({"declaration", "statement", "decision", "memorandum"})
GROUPS = ("body", "year", "area", "kind", "state")


@dataclass(slots=True)
class Record:
    """One instrument with what is known of its life; party -> date where each party acts for itself."""

    id: str
    name: str
    kind: str
    area: str | None
    origin: str
    bodies: dict[str, str] = field(default_factory=dict)
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
        if self.kind in _SELF_EXECUTING and self.signed:
            return "adopted"
        return "signed, entry into force not known" if self.signed else "no date known"


def records(instruments: Iterable[Row], acts: Iterable[Row], kinds: Mapping[str, str]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for row in instruments:
        kind = kinds.get(row["id"], "")
        record = found.setdefault(row["id"], Record(row["id"], row["name"], kind, row["area"], row["origin"]))
        if row["body_id"]:
            record.bodies[row["body_id"]] = row["body"]
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


def register_rows(found: Mapping[str, Record], body: str | None = None) -> list[dict[str, Any]]:
    """By time of signature; only instruments with some date or body, since a bare name is no entry."""
    rows = [
        {"id": r.id, "instrument": r.name, "body": ", ".join(sorted(r.bodies)), "kind": r.kind or "unknown",
         "area": r.area or "unknown", "signed": r.signed, "in_force": r.in_force, "ended": r.ended, "state": r.state,
         "parties": " ".join(sorted(r.signatories)), "ratified_by": " ".join(sorted(r.ratified)),
         "source": "; ".join(r.sources), "documents": " ".join(sorted(r.documents))}
        for r in found.values()
        if (r.signed or r.in_force or r.bodies) and (body is None or body in r.bodies)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row["signed"] is None, row["signed"] or row["in_force"] or "", row["id"]))


def counts(rows: Iterable[Row], group: str) -> list[dict[str, Any]]:
    """How many instruments of each body, year of signature, area, kind or state, and how many of them are in force."""
    total: Counter[str] = Counter()
    force: Counter[str] = Counter()
    for row in rows:
        value = str(row["signed"] or "unknown")[:4] if group == "year" else str(row[group])
        for one in value.split(", ") if group == "body" else [value]:
            total[one or "none"] += 1
            force[one or "none"] += row["state"] == "in force"
    return [{group: name, "instruments": total[name], "in_force": force[name]} for name in sorted(total)]


@lru_cache(maxsize=1)
def document_words() -> tuple[tuple[str, ...], float]:
    """Words that count instruments, and from which number on a sentence speaks of a whole body of them."""
    text = resources.files("kb").joinpath("data/document_words.yml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return tuple(word for words in table["words"].values() for word in words), float(table["least"])


def claimed_rows(said: Iterable[Row], rows: Iterable[Row], body: str | None = None) -> list[dict[str, Any]]:
    """What texts say of the number of instruments beside how many the register holds of the bodies they name."""
    held = [set(row["body"].split(", ")) for row in rows]
    found = []
    for claim in said:
        bodies = [b for b in (claim["bodies"] or "").split(",") if b]
        if body is None or body in bodies:
            known = sum(bool(there & set(bodies)) for there in held) if bodies else None
            found.append({"claimed": claim["value"], "unit": claim["unit"], "bodies": " ".join(bodies), "known": known,
                          "lang": claim["lang"], "path": claim["path"], "sentence": claim["sentence"]})  # fmt: skip
    return found
