"""Judgements made on a page: who may, the form's fields in, a row of the judgements database out.

Nothing is writable unless `kb serve --judgements FILE` names a database. Then an actor with permission `kb-judge` may
judge, and so may whoever sits at the machine itself; a request that a proxy passed on does not count as such.
"""

import asyncio
import secrets
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from datasette import Forbidden

from kb.edtf_bounds import bounds
from kb.errors import TableError
from kb.judgements import Judgement, checked, effective
from kb.store.judgements import read_table, write_table
from kb.store.reader import web_events
from kb.store.reader.entities import entity
from kb.web.loopback import is_loopback
from kb.web.visit import Visit

PERMISSION = "kb-judge"
PLUGIN = "eurasia-kb"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_CLAIMS = ("accept", "reject", "date")
_PAIRS = ("same", "different")
_LONGEST = 2000


def judgements_file(visit: Visit) -> Path | None:
    """Where judgements are written; None where the server was not told."""
    config = visit.datasette.plugin_config(PLUGIN) or {}
    return Path(config["judgements"]) if config.get("judgements") else None


async def may_judge(visit: Visit) -> bool:
    if judgements_file(visit) is None:
        return False
    allowed = await visit.datasette.permission_allowed(visit.request.actor, PERMISSION, default=False)
    return bool(allowed) or _at_the_machine(visit)


def _at_the_machine(visit: Visit) -> bool:
    """Client and address asked for are both loopback: another site's name that points here does not pass."""
    headers = visit.request.headers
    client = (visit.request.scope.get("client") or ("",))[0]
    asked = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    return not any(headers.get(name) for name in _PASSED_ON) and is_loopback(client) and is_loopback(asked)


async def every(visit: Visit) -> list[Judgement]:
    """Whatever was judged, what was taken back as well."""
    path = judgements_file(visit)
    rows = await asyncio.to_thread(read_table, path) if path else []
    return [Judgement(*row) for row in rows]


async def standing(visit: Visit) -> list[Judgement]:
    """What people have judged and nobody took back, oldest first; consolidation applies it later."""
    return effective(await every(visit))


async def judge(visit: Visit) -> None:
    """Keeps the judgement that a form was sent with; who may not is refused."""
    path = judgements_file(visit)
    form = await visit.request.post_vars()
    # Datasette lets a form without any cookie pass, so the token is compared here too.
    token = visit.request.scope["csrftoken"]()
    genuine = secrets.compare_digest(str(form.get("csrftoken", "")).encode(), token.encode())
    if path is None or not genuine or not await may_judge(visit):
        raise Forbidden(PERMISSION)
    made = await _judgement(visit, {key: str(value).strip()[:_LONGEST] for key, value in form.items()})
    await asyncio.to_thread(write_table, path, [(made.id, *astuple(made))])


async def _judgement(visit: Visit, form: dict[str, str]) -> Judgement:
    verb, target, value = form.get("verb", ""), form.get("target", ""), form.get("value", "")
    if verb in _CLAIMS:
        known = await visit.read(web_events.claim_exists, target)
        value = value if verb == "date" else ""
        if verb == "date" and bounds(value) == (None, None):
            raise TableError(visit.t("filter.no_date", text=value))
    elif verb == "undo":
        known, value = any(j.id == target for j in await standing(visit)), ""
    elif verb in _PAIRS:
        target, value = await _pair(visit, verb, target, value)
        known = True
    else:
        known = False
    if not known:
        raise TableError(visit.t("judge.unknown"))
    actor = visit.request.actor or {}
    who = str(actor.get("id") or form.get("who") or "")
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return checked(Judgement(verb, target, value, who, now, form.get("why", "")))


async def _pair(visit: Visit, verb: str, target: str, value: str) -> tuple[str, str]:
    """Both must be known; what only texts know is merged into what the registry holds, never the other way round."""
    rows = [await visit.read(entity, one) for one in (target, value)]
    if rows[0] is None or rows[1] is None:
        raise TableError(visit.t("judge.no_entity"))
    origins = [str(row["origin"]) for row in rows if row]
    if verb == "same" and origins == ["registry", "registry"]:
        raise TableError(visit.t("judge.both_known"))
    return (value, target) if verb == "same" and origins[0] == "registry" else (target, value)
