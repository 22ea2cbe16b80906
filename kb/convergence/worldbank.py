"""Codes, countries and years in, figures of the World Bank's API out, through the client `wbgapi`."""

from collections.abc import Iterator, Sequence

import wbgapi

from kb.convergence.countries import alpha3, country_code
from kb.convergence.tables import Known, known_by_code, known_indicators
from kb.errors import TableError
from kb.model import Indicator

_SOURCE = "World Bank API, World Development Indicators, {code}; CC BY 4.0"
_TIMEOUT = 60


def fetch(indicators: Sequence[str], countries: Sequence[str], years: Sequence[int]) -> list[Indicator]:
    """Figures that the service has, in our units; a value that it lacks makes no record.

    `indicators` are ids of ours that have a code there, or such codes. `countries` are alpha-2 codes.
    """
    known = [_known(indicator) for indicator in indicators]
    economies = [alpha3(country) for country in countries]
    wbgapi.get_options = {"timeout": _TIMEOUT}
    try:
        return [record for series in known for record in _series(series, economies, years)]
    except OSError as exc:  # every error of the client's connection is one
        raise TableError("no network, or the World Bank's service does not answer: load a CSV file instead") from exc
    except (wbgapi.APIError, wbgapi.URLError, KeyError, ValueError) as exc:
        raise TableError(f"the World Bank's service did not understand: {exc}") from exc


def _known(indicator: str) -> Known:
    by_code = known_by_code()
    found = by_code.get(indicator) or known_indicators().get(indicator)
    if found is None or not found.world_bank:
        known = ", ".join(k.id for k in by_code.values())
        raise TableError(f"the World Bank's code for {indicator} is not known; known are {known}")
    return found


def _series(known: Known, economies: Sequence[str], years: Sequence[int]) -> Iterator[Indicator]:
    source = _SOURCE.format(code=known.world_bank)
    rows = wbgapi.data.fetch(
        known.world_bank, economies, [f"YR{year}" for year in years], skipBlanks=True, numericTimeKeys=True
    )
    for row in rows:
        value = float(row["value"]) * known.times
        yield Indicator(country_code(row["economy"]), int(row["time"]), known.id, known.unit, value, source)
