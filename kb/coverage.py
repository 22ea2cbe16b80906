"""Years that documents name in, those that none names out: of the whole collection, and of each body while it lived."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kb.edtf_bounds import bounds

Row = Mapping[str, Any]
Years = tuple[int, int]


def within(rows: Iterable[Row], since: int | None = None, until: int | None = None) -> list[dict[str, Any]]:
    """Rows whose year lies between the limits, both inclusive."""
    return [dict(row) for row in rows if (since or 0) <= row["year"] <= (until or 9999)]


def gaps(years: Sequence[int], since: int | None = None, until: int | None = None) -> Iterator[Years]:
    """First and last year of every stretch that is missing between the limits, or between the first and last year."""
    if not years and (since is None or until is None):
        return
    expected = since if since is not None else years[0]
    for year in years:
        if year > expected:
            yield expected, year - 1
        expected = year + 1
    if until is not None and until >= expected:
        yield expected, until


def life_of(body: Row, years: Iterable[int], span: Years) -> Years | None:
    """First and last year of a body within a span; a beginning that is not known is the first year it is named with.

    None where it did not live in the span. `body` has start_edtf and end_edtf.
    """
    began, ended = bounds(body["start_edtf"] or "")[0], bounds(body["end_edtf"] or "")[1]
    first = int(began[:4]) if began else min(years, default=span[0])
    # A body that ended on the first of January was gone in that year.
    last = (int(ended[:4]) - ended.endswith("-01-01")) if ended else span[1]
    first, last = max(first, span[0]), min(last, span[1])
    return (first, last) if first <= last else None


def body_gaps(bodies: Iterable[Row], rows: Iterable[Row], span: Years) -> list[dict[str, Any]]:
    """One row for each stretch of years in which a body lived and no document speaks of it."""
    told: dict[str, list[int]] = {}
    for row in rows:
        told.setdefault(row["body_id"], []).append(row["year"])
    found = []
    for body in bodies:
        years = sorted(told.get(body["body_id"], ()))
        life = life_of(body, years, span)
        inside = [year for year in years if life and life[0] <= year <= life[1]]
        found += [
            {"body_id": body["body_id"], "body": body["body"], "first": first, "last": last, "years": last - first + 1}
            for first, last in (gaps(inside, *life) if life else ())
        ]
    return found


def span_of(rows: Sequence[Row], this_year: int, since: int | None = None, until: int | None = None) -> Years:
    """The years in which silence counts: from the first asked for or named, to the present one at the latest."""
    first = since if since is not None else min((row["year"] for row in rows), default=this_year)
    last = min(until, this_year) if until is not None else this_year
    return first, max(first, last)
