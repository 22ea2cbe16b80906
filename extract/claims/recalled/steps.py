"""Sentences in, out the steps that are known of who and what they name on the very day they name.

"Malta was out of the Partnership in 1996, a member state of the European Union from 1 May 2004": few of the ways in
which an accession is told stand in a table, but whoever names the country, the body and the day of it tells of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.known_days import KNOWN_BESIDE, STEPS, Act, KnownDays, inside
from extract.claims.recalled.dates import names_paper, single_days
from extract.language.tokens import fold, tokenise
from extract.tables import check_keys, read_table
from kb.model import POLARITIES, Claim, Mention, Sentence

_BARS, _MEMBER = "bars", "membership"
# A paper that was found by the day proves nothing of the day.
_BY_DAY = "day:"
_ON_MIND = 2
_SIGNED, _BODIES = "signed", frozenset({"ORG", "PROGRAMME"})
# A year alone fits by chance, and so does a season: months are 01 to 12.
_MONTH, _MONTHS = slice(5, 7), frozenset(f"{month:02}" for month in range(1, 13))
_BY_PAPER = frozenset({"signed", "adopted", "ratified", "entered_into_force"})


def recalled(
    text: str, filled: Iterable[Filled], mentions: Sequence[Mention], found: Sequence[Claim], days: KnownDays
) -> Iterator[Claim]:
    """What no claim tells yet of the sentences in which nothing is planned, possible or denied."""
    told: dict[int, list[Claim]] = {}
    for claim in found:
        told.setdefault(claim.start_char, []).append(claim)
    for sentence, held in filled:
        claims = told.get(sentence.start_char, [])
        dates = [m for m in single_days(held) if str(m.edtf)[_MONTH] in _MONTHS]
        if not dates or any(claim.polarity != POLARITIES[0] for claim in claims) or _doubted(text, sentence):
            continue
        named = {m.entity_id for m in held if m.entity_id}
        meant = named | _before(mentions, sentence)
        for subject in sorted(named):
            for act in days.acts.get(subject, ()):
                date = _date(text, (subject, act), (held, dates), meant)
                if date is not None and not _told(claims, subject, act):
                    yield _claim(text, sentence, subject, act, date)


def _doubted(text: str, sentence: Sentence) -> bool:
    words = tokenise(text, sentence.start_char, sentence.end_char)
    return not _bars(sentence.lang).isdisjoint(fold(word.text) for word in words)


@cache
def _bars(lang: str) -> frozenset[str]:
    rows = read_table(lang, "recalled")
    check_keys(f"{lang}/recalled.yml", rows, frozenset({_BARS}))
    return frozenset(map(fold, rows[_BARS]))


def _before(mentions: Sequence[Mention], sentence: Sentence) -> set[str]:
    """The bodies that were named last before a sentence."""
    bodies = (m.entity_id for m in reversed(mentions) if m.end_char <= sentence.start_char and m.label in _BODIES)
    return set(islice(dict.fromkeys(id_ for id_ in bodies if id_), _ON_MIND))


def _date(
    text: str, known: tuple[str, Act], held: tuple[Sequence[Mention], Sequence[Mention]], meant: set[str]
) -> Mention | None:
    """The date in the sentence that says most of the known day, if what was joined is in the reader's mind."""
    subject, (kind, body, day) = known
    if kind not in STEPS | {_SIGNED} or (kind in STEPS and body not in meant):
        return None
    names, dates = held
    fitting = [m for m in dates if inside(day, m.edtf)]
    if kind == _SIGNED:
        if all(m.method.startswith(_BY_DAY) for m in names if m.entity_id == subject):
            return None
        fitting = [m for m in fitting if not names_paper(text, subject, m, names)]
    return max(fitting, key=lambda m: len(m.edtf or ""), default=None)


def _told(claims: Sequence[Claim], subject: str, act: Act) -> bool:
    """Whether the sentence tells of that step, of the paper by which it was done, or of anything else that the subject
    did or met with that day."""
    kind, body, day = act
    return any(
        (claim.subject_id == subject and (claim.type == kind or (claim.type == _MEMBER and claim.object_id == body)))
        or (subject in {claim.subject_id, claim.object_id} and inside(day, claim.edtf))
        or (kind in STEPS and claim.type in _BY_PAPER and (not claim.edtf or inside(day, claim.edtf)))
        for claim in claims
    )


def _claim(text: str, sentence: Sentence, subject: str, act: Act, date: Mention) -> Claim:
    kind, body, _ = act
    when, place = dated(kind, date), (sentence.start_char, sentence.end_char)
    return Claim(
        kind, subject, body, POLARITIES[0], *place, text[slice(*place)], sentence.lang,
        when.edtf, when.earliest, when.latest, confidence=KNOWN_BESIDE,
    )  # fmt: skip
