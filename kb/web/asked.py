"""What an address asks for in, ids and days out; what cannot be answered is refused with a line in the reader's words.

Pages that only narrow a list say beside it what they passed over; pages here would show an answer to another question.
"""

from collections.abc import Collection

from kb.edtf_bounds import bounds
from kb.store.reader.entities import called, is_body
from kb.web.visit import Refused, Visit

_NOT_THERE, _WRONG = 404, 400
_MOST_NAMED = 5
Days = tuple[str, str]


async def bodies_asked(visit: Visit, name: str = "org") -> list[str]:
    """The organizations of a parameter, each once; `Refused` where nothing, several or something else is called so."""
    return list(dict.fromkeys([await _body(visit, text) for text in visit.args(name)]))


async def _body(visit: Visit, text: str) -> str:
    found = await visit.read(called, text)
    if not found:
        raise Refused(visit.t("filter.unknown", name=text), _NOT_THERE)
    if len(found) > 1:
        raise Refused(visit.t("filter.several", name=text, ids=", ".join(found[:_MOST_NAMED])), _WRONG)
    if not await visit.read(is_body, found[0]):
        raise Refused(visit.t("filter.no_body", name=text), _WRONG)
    return found[0]


def days_asked(visit: Visit, name: str) -> Days | None:
    """First and last ISO day of a date in EDTF, an open side without limit; None where none is asked for."""
    text = visit.arg(name)
    if not text:
        return None
    first, last = bounds(text)
    if first is None and last is None:
        raise Refused(visit.t("filter.no_date", text=text), _WRONG)
    if first and last and first > last:
        raise Refused(visit.t("filter.backwards", since=first, until=last), _WRONG)
    return first or "0001-01-01", last or "9999-12-31"


def period_asked(visit: Visit) -> tuple[str | None, str | None]:
    """`from` and `to` as ISO days, None where there is no limit."""
    since, until = days_asked(visit, "from"), days_asked(visit, "to")
    if since and until and since[0] > until[1]:
        raise Refused(visit.t("filter.backwards", since=visit.arg("from"), until=visit.arg("to")), _WRONG)
    return since and since[0], until and until[1]


def choice_asked(visit: Visit, name: str, allowed: Collection[str]) -> str:
    """One of the values that there are; nothing where none is asked for."""
    value = visit.arg(name)
    if value and value not in allowed:
        raise Refused(visit.t("filter.no_choice", text=value, known="; ".join(allowed)), _WRONG)
    return value
