"""Gold annotations and findings in, scores per language and label out; conventions in tests/gold/README.md."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.dates.tokens import meanings
from kb.evaluate_claims import Counted, score_claims
from kb.gold import Gold
from kb.model import Findings, Mention

# Names outside the registry are outside the gold: never a false alarm.
_OPEN = frozenset({"ORG", "TREATY", "PROGRAMME"})
_SCORED = frozenset({"ORG", "TREATY", "COUNTRY", "PERSON", "DATE", "PROGRAMME"})

_OF_CLAIMS = ("claims_f1", "claims_undated_f1", "planned_as_asserted")


@dataclass(slots=True)
class Ratio:
    """Right ones of all."""

    right: int = 0
    total: int = 0

    def add(self, good: bool) -> None:
        self.right += good
        self.total += 1

    @property
    def value(self) -> float:
        return self.right / self.total if self.total else 0.0


@dataclass(slots=True)
class Score:
    """Counts of one language over all its passages, and a line for each error."""

    mentions: Counted = field(default_factory=Counted)
    labels: dict[str, Counted] = field(default_factory=lambda: defaultdict(Counted))
    segments: Ratio = field(default_factory=Ratio)
    links: Ratio = field(default_factory=Ratio)
    dates: Ratio = field(default_factory=Ratio)
    quantities: Counted = field(default_factory=Counted)
    traps: Ratio = field(default_factory=Ratio)
    claims: Counted = field(default_factory=Counted)
    undated: Counted = field(default_factory=Counted)
    planned_as_asserted: int = 0
    errors: list[tuple[str, ...]] = field(default_factory=list)

    def row(self) -> dict[str, float | int]:
        """The figures that a gate pins; where claims alone are annotated, theirs."""
        row: dict[str, float | int] = {
            "segments": round(self.segments.value, 4), "mentions_f1": round(self.mentions.f1, 4),
            "links": round(self.links.value, 4), "dates": round(self.dates.value, 4),
            "quantities_f1": round(self.quantities.f1, 4), "claims_f1": round(self.claims.f1, 4),
            "claims_undated_f1": round(self.undated.f1, 4), "traps_sprung": self.traps.right,
            "planned_as_asserted": self.planned_as_asserted,
        }  # fmt: skip
        return row if self.segments.total else {name: row[name] for name in _OF_CLAIMS}


def evaluate(
    gold: Iterable[Gold], extract: Callable[[str], Findings], registry: Mapping[str, object]
) -> dict[str, Score]:
    """Scores by language; a document of several languages counts under each, span by span.

    Where a text is annotated with claims alone, nothing else of it is scored.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for item in gold:
        _score(item, extract(item.text), registry, scores)
    return dict(scores)


def _score(item: Gold, found: Findings, registry: Mapping[str, object], scores: Mapping[str, Score]) -> None:
    low, high = item.marks.get("range") or (0, len(item.text) + 1)

    def inside(start: int, end: int) -> bool:
        return bool(low <= start and end <= high)

    spans = item.marks["segments"]

    def language(start: int) -> str:
        return next((str(s["lang"]) for s in spans if s["start"] <= start < s["end"]), str(spans[0]["lang"]))

    if "mentions" in item.marks:
        marks = [m for m in item.marks["mentions"] if inside(m["start"], m["end"])]
        mentions = [m for m in found.mentions if inside(m.start_char, m.end_char)]
        _score_segments(item, found, scores, (low, high))
        used = _score_hits(item, marks, mentions, scores)
        _score_false(item, marks, mentions, used, registry, scores, language)
        _score_traps(item, mentions, registry, scores, language, inside)
        _score_quantities(item, found, scores, language, inside)
    for lang, result in score_claims(item.marks["events"], found.claims, registry, language, inside).items():
        score = scores[lang]
        score.claims.merge(result.strict)
        score.undated.merge(result.undated)
        score.planned_as_asserted += result.planned_as_asserted
        score.errors += [("claims", item.name, *e) for e in result.errors]


def _score_segments(item: Gold, found: Findings, scores: Mapping[str, Score], bounds: tuple[int, int]) -> None:
    langs: dict[int, str] = {}
    for segment in found.segments:
        langs.update(dict.fromkeys(range(segment.start_char, segment.end_char), segment.lang))
    for mark in item.marks["segments"]:
        ratio = scores[mark["lang"]].segments
        for i in range(max(bounds[0], mark["start"]), min(bounds[1], mark["end"])):
            if item.text[i : i + 1].isalpha():
                ratio.add(langs.get(i) == mark["lang"])


def _care(mark: Mapping[str, Any]) -> bool:
    return not (mark.get("optional") or mark.get("citation") or mark.get("nested"))


def _spans(mark: Mapping[str, Any]) -> set[tuple[int, int]]:
    return {(mark["start"], mark["end"]), *((a, b) for a, b in mark.get("alt_spans") or ())}


def _score_hits(
    item: Gold, marks: Sequence[Mapping[str, Any]], mentions: Sequence[Mention], scores: Mapping[str, Score]
) -> set[int]:
    used: set[int] = set()
    for mark in marks:
        spans, score = _spans(mark), scores[mark["lang"]]
        hit = next(
            (
                i for i, m in enumerate(mentions)
                if i not in used and m.label == mark["label"] and (m.start_char, m.end_char) in spans
            ),
            None,
        )  # fmt: skip
        if hit is not None:
            used.add(hit)
        if not _care(mark):
            continue
        for counted in (score.mentions, score.labels[mark["label"]]):
            counted.add_gold(hit is not None)
        if hit is None:
            score.errors.append(("miss", item.name, mark["label"], mark["text"], str(mark["id"] or mark["edtf"]), ""))
            if mark["label"] == "DATE":
                score.dates.add(False)
        else:
            _score_value(item, mark, mentions[hit], score)
    return used


def _score_value(item: Gold, mark: Mapping[str, Any], mention: Mention, score: Score) -> None:
    if mark["label"] == "DATE":
        wanted, got, ratio = [mark["edtf"], *(mark.get("alt_edtf") or ())], mention.edtf, score.dates
    elif mark["label"] != "PERSON" and mark["id"]:
        wanted, got, ratio = [mark["id"], *(mark.get("alt_ids") or ())], mention.entity_id, score.links
    else:
        return
    ratio.add(got in wanted)
    if got not in wanted:
        score.errors.append(
            ("value", item.name, mark["label"], mark["text"], str(wanted[0]), f"{got} ({mention.method})")
        )


def _score_false(
    item: Gold,
    marks: Sequence[Mapping[str, Any]],
    mentions: Sequence[Mention],
    used: set[int],
    registry: Mapping[str, object],
    scores: Mapping[str, Score],
    language: Callable[[int], str],
) -> None:
    spared = [(m["start"], m["end"]) for m in marks if not _care(m) or m["label"] in {"TREATY", "PROGRAMME"}]
    for i, m in enumerate(mentions):
        if i in used or m.label not in _SCORED or m.label == "PERSON":
            continue
        if m.label in _OPEN and m.entity_id not in registry:
            continue
        if any(m.start_char < end and m.end_char > start for start, end in spared):
            continue
        score = scores[language(m.start_char)]
        score.mentions.false += 1
        score.labels[m.label].false += 1
        score.errors.append(("false", item.name, m.label, m.text, "", f"{m.entity_id or m.edtf} ({m.method})"))


def _score_traps(
    item: Gold,
    mentions: Sequence[Mention],
    registry: Mapping[str, object],
    scores: Mapping[str, Score],
    language: Callable[[int], str],
    inside: Callable[[int, int], bool],
) -> None:
    for trap in item.marks.get("traps") or ():
        for label in trap.get("forbid_type") or ():
            if not inside(trap["start"], trap["end"]):
                continue
            sprung = any(
                m.label == label and (m.start_char, m.end_char) == (trap["start"], trap["end"])
                and (label not in _OPEN or m.entity_id in registry)
                for m in mentions
            )  # fmt: skip
            score = scores[language(trap["start"])]
            score.traps.add(sprung)
            if sprung:
                score.errors.append(("trap", item.name, label, trap["text"], "", trap["why"]))


def _scale(unit: str, lang: str) -> int:
    """1,000,000 for the unit `млн долларов`: some annotators leave the scale with the unit, as it is written."""
    scale = meanings(unit.split()[0], lang).get("scale", 1) if unit.split() else 1
    return scale if isinstance(scale, int) else 1


def _score_quantities(
    item: Gold,
    found: Findings,
    scores: Mapping[str, Score],
    language: Callable[[int], str],
    inside: Callable[[int, int], bool],
) -> None:
    """A quantity is right where its span overlaps the gold's and its value is the same."""
    left = Counter((q.start_char, q.end_char, q.value) for q in found.quantities if inside(q.start_char, q.end_char))
    for mark in item.marks.get("quantities") or ():
        if not inside(mark["start"], mark["end"]):
            continue
        score = scores[language(mark["start"])]
        values = {mark["value"], mark["value"] * _scale(str(mark["unit"]), language(mark["start"]))}
        hit = next((q for q in left if q[2] in values and q[0] < mark["end"] and q[1] > mark["start"]), None)
        if hit is not None:
            left[hit] -= 1
            if not left[hit]:
                del left[hit]
        if not mark.get("optional"):
            score.quantities.add_gold(hit is not None)
            if hit is None:
                score.errors.append(("quantity", item.name, str(mark["value"]), mark["text"], str(mark["unit"]), ""))
