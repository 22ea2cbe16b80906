"""A Russian state with the date of its beginning in, with that of its end out."""

import re
from dataclasses import replace
from itertools import pairwise

from extract.claims.datings.owned import Dated
from extract.claims.scene import Scene, Told

_UNTIL, _ENDS = frozenset({"до", "по"}), ("исключени", "выход", "роспуск", "распад", "ликвидаци", "приостановлени")
_SPAN, _OPEN = 6, "/.."
_SPANNED, _AFTER, _WHICH = re.compile(r"[\d-]+/[\d-]+"), "после", "чего"


def ended(scene: Scene, told: Told, when: Dated) -> Dated:
    """ "Was a member since X and until its exclusion on Y": from X to Y."""
    items, at = scene.clauses.items, told.date_item
    if scene.lang == "ru" and 0 <= at < told.trigger.first and _SPANNED.fullmatch(when.edtf or ""):
        return _at_the_end(scene, told, when)
    if scene.lang != "ru" or not (when.edtf or "").endswith(_OPEN) or at < 0:
        return when
    near = items[at + 1 : at + 1 + _SPAN]
    until = next((n for n, i in enumerate(near) if i.norm in _UNTIL), None)
    if until is None or any(i.kind not in {"word", "date"} for i in near[:until]):
        return when
    end = next((i for i in near[until + 1 :] if i.kind != "word"), None)
    said = any(i.norm.startswith(_ENDS) for i in near[until + 1 :]) or list(near[until + 1 : until + 2]) == [end]
    if end is None or not said or end.mention is None or end.kind != "date" or not end.mention.edtf:
        return when
    day = end.mention.edtf.removeprefix("../").removesuffix(_OPEN)
    return replace(when, edtf=f"{(when.edtf or '').removesuffix(_OPEN)}/{day}", latest=end.mention.latest)


def _at_the_end(scene: Scene, told: Told, when: Dated) -> Dated:
    """ "Worked in 2009–2012, «после чего» its powers went to A": at the end of that span."""
    between = scene.clauses.items[told.date_item + 1 : told.trigger.first]
    if not any((a.norm, b.norm) == (_AFTER, _WHICH) for a, b in pairwise(between)):
        return when
    end = (when.edtf or "").partition("/")[2]
    return replace(when, edtf=end, earliest=(when.latest or "")[:4] + "-01-01" if len(end) == 4 else when.earliest)
