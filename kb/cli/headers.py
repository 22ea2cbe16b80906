"""The columns of every answer in CSV: the name of an answer in, its header out, the same with rows and without."""

_MEMBERS = ("member_id member status start_edtf end_edtf start_earliest start_latest end_earliest end_latest support",
            "membership_id")  # fmt: skip
_REASONS = "kind lang path page quote type edtf polarity claim_id"
_SHARED = "a b weight jaccard shared"
HEADERS = {
    "timeline": "edtf date title event_id earliest latest type polarity subject_id subject object_id object place "
    "support n_claims n_documents langs confidence",
    "members": " ".join(_MEMBERS),
    "members-on": " certainty ".join(_MEMBERS),
    "members-why": " ".join((*_MEMBERS, _REASONS)),
    "members-on-why": f"{' certainty '.join(_MEMBERS)} {_REASONS}",
    "stages": "body_id body stage stage_id since until closer_from instrument support unverified source note documents "
    "event_id",
    "scorecard": "member_id member signed binding ratified came_into_force in_force_now ended left open unknown "
    "implementation_gap median_days_to_ratification median_days_to_force still_open",
    "scorecard-detail": "member_id member instrument_id instrument kind signed ratified acceded in_force "
    "ended left days_to_ratification days_to_force state kind_id state_id",
    "instruments": "id instrument body kind area signed in_force ended state parties ratified_by source documents "
    "kind_id area_id state_id",
    "instruments-texts": "claimed unit bodies known lang path sentence document_id start_char end_char",
    "coverage": "year documents en ru kk dates",
    "coverage-bodies": "body_id body year documents en ru kk dates",
    "check": "result type subject_id subject object_id object date reference_date verified langs documents source "
    "known_status why",
    "search": "kind id type name scope origin mentions path title lang page sentence start_char end_char document_id "
    "sentence_id",
    "discovered": "id type name mentions documents langs",
    "judgements": "id verb target value who at why stands",
    "queue": "kind target about said against lang source quote",
    "power": "set member quota id votes banzhaf banzhaf_absolute shapley_shubik veto",
    "countries": _SHARED,
    "organizations": _SHARED,
    "nesting": "inner members outer outer_members only_outer",
    "centrality": "id name degree strength betweenness closeness eigenvector place core_fit",
    "overlap": "year a b members_a members_b shared jaccard",
}


def header(name: str) -> tuple[str, ...]:
    return tuple(HEADERS[name].split())
