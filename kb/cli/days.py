"""Dates typed on the command line: an EDTF string in, its first and last ISO day out."""

import click

from kb.edtf_bounds import bounds

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
        return first or _EARLIEST, last or _LATEST


DAYS = Days()
