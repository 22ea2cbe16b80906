"""`kb converge`: the measures of convergence and integration, each in a file with its kind."""

import click

from kb.cli.converge_blocks import index, institutional, market
from kb.cli.converge_distance import country, pair, pairs, points, region
from kb.cli.converge_tests import beta, clubs, sigma


@click.group()
def command() -> None:
    """Are economies growing together? Distances of the SIEI, sigma, beta, clubs, and the other blocks.

    Rows come by year, with columns year and value first. Country codes have two or three letters.
    """


for _each in (pair, country, region, pairs, points, sigma, beta, clubs, market, institutional, index):
    command.add_command(_each)
