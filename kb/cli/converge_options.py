"""Options that the measures of `kb converge` share; each command gets them as one mapping, `given`."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from kb.cli.files import OutputFile
from kb.cli.options import db_option, format_option, lang_option

F = TypeVar("F", bound=Callable[..., Any])
Option = Callable[[F], F]

_INDICATORS = "gdp_per_capita_usd,gdp_growth_pct"

_OUTPUT = (
    db_option,
    format_option,
    lang_option,
    click.option("--chart", type=OutputFile(".svg", ".png"), help="Draw it: FILE.svg or FILE.png."),
    click.option(
        "--save/--no-save", default=True, show_default=True, help="Keep the result in table indices of the database."
    ),
)

_FIGURES = (
    click.option("--years", metavar="1992-2019", help="First and last year; by default those that have the figures."),
    click.option(
        "--among", metavar="A,B,…",
        help="The countries that give mean and deviation; by default all that are complete for indicators and years.",
    ),
    click.option(
        "--missing", type=click.Choice(["gap", "interpolate"]), default="gap", show_default=True,
        help="A missing value leaves the year empty, or is put on a straight line and marked in column made.",
    ),
)  # fmt: skip

_DISTANCE = (
    click.option(
        "--indicators", default=_INDICATORS, show_default=True, metavar="I,J", help="Ids of indicators, one or more."
    ),
    click.option(
        "--normalise", type=click.Choice(["year", "pooled"]), default="pooled", show_default=True,
        help="Mean and deviation of each year, or of all years together.",
    ),
    click.option(
        "--sd", type=click.Choice(["population", "sample"]), default="population", show_default=True,
        help="Divide by n or by n - 1.",
    ),
    click.option(
        "--constant", type=click.Choice(["zero", "gap"]), default="zero", show_default=True,
        help="An indicator on which nobody differs adds nothing, or makes a gap.",
    ),
    click.option(
        "--transform", type=click.Choice(["none", "log"]), default="none", show_default=True,
        help="Logs of levels, and of growth factors, before normalising.",
    ),
)  # fmt: skip

_REGION = (
    click.option("--on-membership", is_flag=True, help="The region is whoever was a member of this body that year."),
    click.option(
        "--member-for", type=click.Choice(["any", "whole", "end"]), default="any", show_default=True,
        help="Member on some day of the year, on every day, or on its last.",
    ),
)  # fmt: skip


def with_options(*groups: Sequence[Option[Any]]) -> Callable[[F], F]:
    def add(function: F) -> F:
        for option in reversed([option for group in groups for option in group]):
            function = option(function)
        return function

    return add


output_options = with_options(_OUTPUT)
figure_options = with_options(_FIGURES, _OUTPUT)
distance_options = with_options(_DISTANCE, _FIGURES, _OUTPUT)
region_options = with_options(_REGION)


def years_of(text: str | None) -> tuple[int, ...] | None:
    """`1992-2019`, `1992/2019` or one year."""
    if not text:
        return None
    first, _, last = text.replace("/", "-").replace("–", "-").partition("-")
    try:
        years = tuple(range(int(first), int(last or first) + 1))
    except ValueError:
        raise click.BadParameter(f"{text!r}: write 1992-2019", param_hint="--years") from None
    if not years:
        raise click.BadParameter(f"{text!r} ends before it begins", param_hint="--years")
    return years


def listed(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in (text or "").split(",") if part.strip()))
