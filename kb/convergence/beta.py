"""First and last levels of countries in, the regression of growth on the first level out.

(1/T) log(y_T / y_0) = a + b log y_0 + c'X + u; b below zero is beta convergence, conditional where there are X.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm

from kb.errors import TableError

ERRORS = ("HC1", "HC3", "nonrobust")


@dataclass(frozen=True, slots=True)
class Beta:
    """`points`: rows countries, columns `initial` and `growth`. `span` is T in years; `p` is two-sided.

    Two conventions of the speed λ are in use and both are given: `exact` solves b = −(1 − e^(−λT))/T (Barro and
    Sala-i-Martin 1992), `linear` takes λ = −b. A half-life is log 2 / λ years. None where there is no convergence.
    """

    b: float
    error: float
    t: float
    p: float
    r_squared: float
    n: int
    span: int
    controls: dict[str, float]
    points: pd.DataFrame

    @property
    def speed_exact(self) -> float | None:
        inside = 1 + self.b * self.span
        return -math.log(inside) / self.span if 0 < inside < 1 else None

    @property
    def speed_linear(self) -> float | None:
        return -self.b if self.b < 0 else None


def half_life(speed: float | None) -> float | None:
    """Years in which half of the distance goes."""
    return math.log(2) / speed if speed else None


def beta(
    levels: pd.DataFrame, first: int, last: int, controls: pd.DataFrame | None = None, errors: str = "HC1"
) -> Beta:
    """`levels`: rows countries, columns years, above zero. `controls`: rows countries, a column each."""
    both = levels[[first, last]]
    if last <= first or not (both.to_numpy() > 0).all():
        raise TableError("beta convergence needs two years, the later one last, and levels above zero")
    logs = np.log(both)
    points = pd.DataFrame({"initial": logs[first], "growth": (logs[last] - logs[first]) / (last - first)})
    design = points[["initial"]].join(controls) if controls is not None else points[["initial"]]
    if design.isna().any(axis=None):
        raise TableError("controls are missing for some countries")
    if len(points) <= design.shape[1] + 1:
        raise TableError(f"{len(points)} countries are too few for {design.shape[1]} regressors")
    fit = sm.OLS(points["growth"], sm.add_constant(design)).fit(cov_type=errors, use_t=True)
    names = [name for name in design.columns if name != "initial"]
    return Beta(
        float(fit.params["initial"]), float(fit.bse["initial"]), float(fit.tvalues["initial"]),
        float(fit.pvalues["initial"]), float(fit.rsquared), len(points), last - first,
        {str(name): float(fit.params[name]) for name in names}, points,
    )  # fmt: skip
