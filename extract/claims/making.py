"""Drafts of one trigger in, claims out: with date, place and sentence, and what follows from them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.datings.ended_ru import ended
from extract.claims.datings.later_names_kk import told_later
from extract.claims.datings.owned import dated
from extract.claims.datings.repeated_dates import repeated
from extract.claims.fillers.attested import attested
from extract.claims.fillers.bodies import still_there
from extract.claims.fillers.places import place_of
from extract.claims.language import language
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.further_subjects import further
from extract.claims.sequels.gapping import own_date
from extract.claims.sequels.turns_ru import comes_after
from extract.claims.sequels.twin_papers_ru import by_own_paper, twin_papers
from kb.model import STATE_CLAIMS, Claim, Mention, Sentence

_PLACED = frozenset(
    {"signed", "adopted", "established", "acceded", "ratified", "proposed", "renamed", "withdrew", "terminated"}
)


def claims_of(scene: Scene, told: Told, made: Sequence[Draft], sentence: Sentence) -> Iterator[Claim]:
    """Each draft with its own date or the trigger's, and what others share its deed; then what follows from it."""
    place, place_id = place_of(scene.clauses, told.trigger, language(sentence.lang).places)
    for each in [*made, *further(scene, told, made), *repeated(scene, told, made), *twin_papers(scene, told, made)]:
        mention = each.date or own_date(scene.clauses, told, each) or told.date
        mention = (
            None if told_later(scene, each) or comes_after(scene, each) else mention or _listed_date(scene, each, made)
        )
        drafted = by_own_paper(scene, each, mention)
        when = ended(scene, told, dated(drafted.type, mention))
        draft = attested(scene, replace(drafted, object_id=still_there(scene, drafted, when.earliest)), when.edtf)
        # Where the second of two was signed, the place of the first does not say.
        at = (place, place_id) if draft.type in _PLACED and each in made else (None, None)
        claim = Claim(
            draft.type, draft.subject_id, draft.object_id, told.polarity, sentence.start_char, sentence.end_char,
            scene.text[sentence.start_char : sentence.end_char], sentence.lang, when.edtf, when.earliest, when.latest,
            at[0], at[1], draft.value, draft.unit, draft.new_name, draft.confidence, "text", draft.participants,
        )  # fmt: skip
        yield claim
        if told.polarity == "asserted":
            yield from _derived(claim, draft, mention)
            yield from _begun(claim, mention)


def _listed_date(scene: Scene, draft: Draft, made: Sequence[Draft]) -> Mention | None:
    """ "The accession of A and B (2007)": the only date in a Russian list is that of all."""
    if scene.lang != "ru" or draft.item < 0 or draft.type in STATE_CLAIMS:
        return None
    dates = [d.date for d in made if d.item == draft.item and d.date]
    return dates[0] if len(dates) == 1 else None


def _begun(claim: Claim, mention: Mention | None) -> Iterator[Claim]:
    """What is in effect since a day entered into force on it."""
    if claim.type == "in_effect" and (claim.edtf or "").endswith("/.."):
        when = dated("entered_into_force", mention)
        yield replace(
            claim,
            type="entered_into_force",
            edtf=when.edtf,
            earliest=when.earliest,
            latest=when.latest,
            origin="derived",
        )


def _derived(claim: Claim, draft: Draft, mention: Mention | None) -> Iterator[Claim]:
    """Who founds a body is its member."""
    when = dated("acceded", mention)
    for id_ in draft.members:
        yield replace(
            claim, type="membership", subject_id=id_, object_id=claim.subject_id, origin="derived", participants=(),
            edtf=when.edtf, earliest=when.earliest, latest=when.latest, place=None, place_id=None,
        )  # fmt: skip
