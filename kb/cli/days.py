"""Dates typed on the command line: an EDTF string in, its first and last ISO day out."""

import click

from kb.edtf_bounds import bounds
from kb.errors import TableError

_EARLIEST, _LATEST = "0001-01-01", "9999-12-31"


class Days(click.ParamType[tuple[str, str]]):
    """`2007-06-30`, `2007`, `2007-06/2008`, `199X`, `../2005`; an open side is the beginning or the end of time."""

    name = "date"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if not isinstance(value, str):
            return value
        first, last = bounds(value.strip())
        if first is None and last is None:
            self.fail(f"{value!r} is no date: 2007-06-30, 2007-06, 2007, 199X or 2007/2009 is expected", param, ctx)
        if first and last and first > last:
            self.fail(f"{value!r} ends before it begins", param, ctx)
        return first or _EARLIEST, last or _LATEST


def in_order(since: str | int | None, until: str | int | None) -> None:
    """`--from` and `--to`, both days or both years: the first may not lie behind the second."""
    if since is not None and until is not None and str(since).zfill(4) > str(until).zfill(4):
        raise TableError(f"--from {since} lies behind --to {until}")


DAYS = Days()
