"""`kb build`: files in, a database that holds exactly these out."""

from pathlib import Path

import click

from kb.cli.options import work_options


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@work_options
def command(
    paths: tuple[Path, ...], db: Path, registry_dirs: tuple[Path, ...], workers: int, engine: str, **said: bool
) -> None:
    """Make the database hold exactly these files and folders (the shipped corpus when none is given).

    Unchanged documents are kept, changed ones read again, others taken out; an interrupted build is gone on with.
    """
    from kb.build import Options, build
    from kb.cli.progress import say_report, shown_progress

    with shown_progress(**said) as progress:
        report = build(Options(db, paths, registry_dirs, True, workers, engine), progress)
    click.get_current_context().exit(say_report(report, said["quiet"]))
