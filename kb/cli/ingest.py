"""`kb ingest`: files in, a database that holds them beside what it held out."""

from pathlib import Path

import click

from kb.cli.options import work_options


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@work_options
def command(
    paths: tuple[Path, ...], db: Path, registry_dirs: tuple[Path, ...], workers: int, engine: str, **said: bool
) -> None:
    """Add files and folders to the database, or refresh those that changed; nothing is taken out."""
    from kb.build import Options, build
    from kb.cli.progress import say_report, shown_progress

    with shown_progress(**said) as progress:
        report = build(Options(db, paths, registry_dirs, False, workers, engine), progress)
    click.get_current_context().exit(say_report(report, said["quiet"]))
