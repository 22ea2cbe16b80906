"""`kb consolidate`: the claims in the database in, events, memberships and conflicts out."""

from pathlib import Path

import click

from kb.cli.options import db_option, registry_option


@click.command()
@db_option
@registry_option
def command(db: Path, registry_dirs: tuple[Path, ...]) -> None:
    """Put the timeline, memberships and conflicts together anew, with your judgements; no document is read again."""
    from kb.build import reconsolidate

    reconsolidate(db, registry_dirs)
