"""`python -m kb.convergence.methods_table`: every option for Kazakhstan and its neighbours as a Markdown table.

In go the figures that ship, out comes what `docs/methods.md` shows: first, middle and last values, the trend, and what
the sentence that integration increases looks like under each choice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from kb.convergence.distances import Options, Scope, country_distance, pair_distance, region_dispersion
from kb.convergence.panel import complete_countries, panel_of
from kb.convergence.sigma import trend
from kb.convergence.tables import neighbours, shipped_indicators

_COUNTRY = "kz"
_YEARS = tuple(range(1992, 2020))
_SHOWN = (1992, 2000, 2010, 2019)
_NOMINAL = ("gdp_per_capita_usd", "gdp_growth_pct")
_LEVEL = 0.05
_HEAD = ("measure", "option", *map(str, _SHOWN), "trend a year", "p", "integration is increasing?")

Row = tuple[str, str, "pd.Series[float]"]


def methods_table() -> str:
    lines = ["| " + " | ".join(_HEAD) + " |", "|" + "---|" * len(_HEAD)]
    lines += [_line(*row) for row in _rows()]
    return "\n".join(lines) + "\n"


def _line(measure: str, option: str, values: "pd.Series[float]") -> str:
    line = trend(values)
    shown = [f"{values[year]:.2f}" for year in _SHOWN]
    cells = (measure, option, *shown, f"{line.slope:+.4f}", f"{line.p:.3f}", _verdict(line.slope, line.p))
    return "| " + " | ".join(cells) + " |"


def _verdict(slope: float, p: float) -> str:
    if p >= _LEVEL:
        return "not shown: no trend"
    return "yes: the distance falls" if slope < 0 else "no: the distance grows"


def _rows() -> Iterator[Row]:
    panel = panel_of(shipped_indicators())
    around = tuple(sorted(neighbours()[_COUNTRY]))
    everyone = complete_countries(panel, _NOMINAL, _YEARS)
    six = tuple(sorted((_COUNTRY, *around)))
    default, base = Options(), Scope(_NOMINAL, _YEARS, everyone)
    for other in around:
        yield f"pair {_COUNTRY}–{other}", "default", pair_distance(panel, base, default, _COUNTRY, other)
    for name, scope, options in _choices(base, six):
        yield "country and region", name, country_distance(panel, scope, options, _COUNTRY, around)
    outside = replace(default, inside=False)
    yield "country and region", "country outside", country_distance(panel, base, outside, _COUNTRY, around)
    yield from _regions(panel, six)


def _choices(base: Scope, six: Sequence[str]) -> Iterator[tuple[str, Scope, Options]]:
    """Each choice by itself, all others at their defaults."""
    default = Options()
    yield "default", base, default
    yield "normalised each year", base, replace(default, normalise="year")
    yield "sample deviation", base, replace(default, sd="sample")
    yield "mean of the six only", replace(base, among=tuple(six)), default
    yield "the six, each year", replace(base, among=tuple(six)), replace(default, normalise="year")
    yield "logs", base, replace(default, transform="log")
    for indicator in _NOMINAL:
        yield f"only {indicator}", replace(base, indicators=(indicator,)), default
    for level in ("gdp_per_capita_constant_2015_usd", "gdp_per_capita_ppp"):
        yield f"{level} and growth", replace(base, indicators=(level, "gdp_growth_pct")), default
    yield "three, with gdp_current_usd", replace(base, indicators=("gdp_current_usd", *_NOMINAL)), default


def _regions(panel: pd.DataFrame, six: Sequence[str]) -> Iterator[Row]:
    scope = Scope(_NOMINAL, _YEARS, tuple(six))
    for dispersion in ("cv", "points", "log"):
        options = Options(dispersion=dispersion)
        yield "region", f"--dispersion {dispersion}", region_dispersion(panel, scope, options, six)["value"]
    yield "region", "--sd sample", region_dispersion(panel, scope, Options(sd="sample"), six)["value"]
    table = region_dispersion(panel, scope, Options(), six)
    for indicator in _NOMINAL:
        yield "region", f"cv, only {indicator}", table[indicator]


if __name__ == "__main__":
    print(methods_table(), end="")
