"""`kb indicators`: tables of figures or a statistics service in, rows of `indicators` out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.options import db_option, format_option

if TYPE_CHECKING:
    from kb.model import Indicator

_MOST_FAULTS = 50


@click.group()
def command() -> None:
    """Yearly figures of countries: load them, fetch them, see what is missing."""


@command.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shipped", is_flag=True, help="Load the figures that ship with the project.")
@db_option
def load(files: tuple[Path, ...], shipped: bool, db: Path) -> None:
    """Load CSV FILES: long, or with years or indicators as columns. A file with faults is not loaded at all.

    Columns: country (ISO code), year, indicator, unit, value, source. Figures that are there already are replaced.
    """
    from kb.cli.output import note
    from kb.convergence.tables import shipped_indicators
    from kb.errors import DocumentError

    if not files and not shipped:
        raise click.UsageError("name a FILE, or --shipped")
    if shipped:
        _store(db, shipped_indicators())
        note(f"{len(shipped_indicators())} figures that ship with the project")
    failed = [path for path in files if not _load(path, db)]
    if failed:
        raise DocumentError(
            ", ".join(map(str, failed)), f"{len(failed)} of {len(files)} files not loaded", "indicators"
        )


def _load(path: Path, db: Path) -> bool:
    from kb.cli.output import note
    from kb.convergence.loading import read_indicators
    from kb.errors import TableError

    try:
        loaded = read_indicators(path.read_text(encoding="utf-8-sig"), path.name)
    except (TableError, UnicodeDecodeError) as exc:
        note(str(exc) if isinstance(exc, TableError) else f"{path.name}: not UTF-8 text")
        return False
    for fault in loaded.faults[:_MOST_FAULTS]:
        note(fault)
    if len(loaded.faults) > _MOST_FAULTS:
        note(f"{path.name}: {len(loaded.faults) - _MOST_FAULTS} more faults")
    if loaded.faults:
        return False
    _store(db, loaded.indicators)
    note(f"{path.name}: {len(loaded.indicators)} figures, {loaded.gaps} empty cells")
    return True


def _store(db: Path, records: "Sequence[Indicator]") -> None:
    from kb.store.database import open_for_writing
    from kb.store.indicators import save_indicators

    with open_for_writing(db) as conn:
        save_indicators(conn, records)


@command.command()
@click.option("--source", type=click.Choice(["worldbank"]), default="worldbank", show_default=True)
@click.option("--indicators", "ids", required=True, metavar="I,J", help="Ids of ours, or codes of the World Bank.")
@click.option("--countries", required=True, metavar="A,B,…", help="Country codes.")
@click.option("--years", required=True, metavar="1992-2019", help="First and last year.")
@db_option
def fetch(source: str, ids: str, countries: str, years: str, db: Path) -> None:
    """Fetch figures from a statistics service; what is there already is replaced."""
    from kb.cli.converge_options import listed, years_of
    from kb.cli.output import note
    from kb.convergence.countries import country_codes
    from kb.convergence.worldbank import fetch as from_world_bank

    records = from_world_bank(listed(ids), country_codes(countries), years_of(years) or ())
    _store(db, records)
    note(f"{source}: {len(records)} figures")


@command.command("list")
@db_option
@format_option
def list_(db: Path, form: str) -> None:
    """What figures there are: first and last year, how many, and how many years lack one."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.indicators import indicator_coverage

    with open_for_reading(db) as conn:
        rows = indicator_coverage(conn)
    print_rows(rows, ("indicator", "country", "unit", "first", "last", "figures", "gaps"), form)
