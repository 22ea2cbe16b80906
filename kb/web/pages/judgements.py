"""Every judgement that was made on the pages or the command line, newest first: pending, in effect or taken back."""

from dataclasses import asdict
from typing import Any

from datasette import Forbidden, Response

from kb.judgements import Judgement
from kb.store.reader import web_judgements
from kb.store.reader.entities import names
from kb.web import judging
from kb.web.effect import in_effect
from kb.web.visit import Page, Visit

PATH = "/judgements"
NAV = None
_PAGE = 50
_PAIRS = ("same", "different")


async def page(visit: Visit) -> Page | Response:
    if visit.request.method == "POST":
        await judging.judge(visit)
        return Response.redirect(visit.here(judged="1"), 303)
    if not await judging.may_judge(visit):
        raise Forbidden(judging.PERMISSION)
    standing = {j.id for j in await judging.standing(visit)}
    made = sorted(await judging.every(visit), key=lambda j: (j.at, j.id), reverse=True)
    made = [j for j in made if j.verb != "undo"]
    number = visit.number("page", 1)
    shown = made if visit.part("form") else made[(number - 1) * _PAGE : number * _PAGE]
    rows = await _rows(visit, shown, standing)
    extras = {"number": number, "more": len(made) > number * _PAGE, "actor": (visit.request.actor or {}).get("id", "")}
    return Page("judgements.html", visit.t("judge.all"), {"total": len(made)}, {"judgements": rows}, extras)


async def _rows(visit: Visit, shown: list[Judgement], standing: set[str]) -> list[dict[str, Any]]:
    keys = [j.target for j in shown if j.verb not in _PAIRS]
    claims = await visit.read(web_judgements.claims_of, keys, visit.lang)
    merged = await visit.read(web_judgements.merged_ids)
    ids = sorted({side for j in shown if j.verb in _PAIRS for side in (j.target, j.value)})
    called = await visit.read(names, ids, visit.lang) if ids else {}
    rows = []
    for j in shown:
        done = in_effect(j, claims.get(j.target), merged)
        state = ("in_effect" if done else "pending") if j.id in standing else "taken_back"
        about = claims.get(j.target, {}) if j.verb not in _PAIRS else {
            "subject_id": j.target, "subject": called.get(j.target, j.target),
            "object_id": j.value, "object": called.get(j.value, j.value),
        }  # fmt: skip
        rows.append({"id": j.id, **asdict(j), "state": state, **{k: v for k, v in about.items() if k != "key"}})
    return rows
