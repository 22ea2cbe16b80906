"""A claim beside what consolidation made of it in, why it stands with an event that it does not name out, in words."""

from collections.abc import Iterable, Mapping, Set

from kb.model import Claim, StoredClaim


def reasons_of(
    read: Iterable[StoredClaim], meant: Iterable[StoredClaim], aside: Set[int], doubtful: Mapping[int, str]
) -> dict[int, str]:
    """One for each claim that was moved, and for each that is set aside because what is known speaks against it."""
    said = {stored.id: stored.claim for stored in read}
    found: dict[int, str] = {}
    for stored in meant:
        if stored.claim != said[stored.id]:
            found[stored.id] = moved(said[stored.id], stored.claim)
        elif stored.id in doubtful:
            found[stored.id] = doubtful[stored.id]
        elif stored.id in aside:
            found[stored.id] = (
                f"{stored.claim.edtf} is no day known of {_about(stored.claim)}, which the sentence may not mean"
            )
    return found


def moved(read: Claim, meant: Claim) -> str:
    """ "entered_into_force of treaty-a-1991 as read; 2000-01-26 is known of treaty-b-1999"."""
    if read.type != meant.type:
        return f"{read.type} as read; what is known of {read.edtf} is {meant.type}"
    return f"{_about(read)} as read; {read.edtf} is known of {_about(meant)}"


def several(claim: Claim, others: Iterable[str]) -> str:
    """ "2012-06-01 is no day known of pact, but one of other, protocol"."""
    named = ", ".join(sorted(set(others)))
    return f"{claim.edtf} is no day known of {_about(claim)}" + (f", but one of {named}" if named else "")


def _about(claim: Claim) -> str:
    return claim.subject_id if claim.object_id is None else f"{claim.subject_id} and {claim.object_id}"
