"""What retellings of a fact lose: hedges, sources, the exact number."""

from sayso.link.drift.losses import Kind, Loss
from sayso.link.drift.rates import FEWEST, OutletRates, Rate, rates
from sayso.link.drift.series import Basis, Retelling, Series, Ties, series
from sayso.link.drift.series_svg import draw
from sayso.link.drift.telling import Telling, telling

__all__ = [
    "FEWEST",
    "Basis",
    "Kind",
    "Loss",
    "OutletRates",
    "Rate",
    "Retelling",
    "Series",
    "Telling",
    "Ties",
    "draw",
    "rates",
    "series",
    "telling",
]
