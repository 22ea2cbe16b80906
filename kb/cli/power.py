"""`kb power`: an organ in, the voting power of its members out, for every set of weights that is known."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.cli.options import db_option, format_option, lang_option
from kb.errors import TableError

if TYPE_CHECKING:
    from kb.convergence.power import VotingSet

_COLUMNS = ("set", "member", "votes", "quota", "banzhaf", "banzhaf_absolute", "shapley_shubik", "veto")
_OUTPUT_DIGITS = 4


@click.command()
@click.argument("organ", required=False, default="")
@click.option("--set", "wanted", metavar="ID", help="Only this set of weights.")
@click.option("--weights", metavar="ru=40,by=20,…", help="Weights of your own in place of those known.")
@click.option("--quota", metavar="2/3", help="Share of the base that carries a decision; by default the set's own.")
@click.option(
    "--base", type=click.Choice(["full", "present"]), default="full", show_default=True,
    help="Quota of the full base of votes, or of the sum of those listed.",
)  # fmt: skip
@click.option("--strictly", is_flag=True, help="More than the quota is needed, not just the quota.")
@db_option
@format_option
@lang_option
def command(organ: str, db: Path, form: str, lang: str, **given: Any) -> None:
    """Voting power in ORGAN, exactly: Banzhaf and Shapley-Shubik. Without ORGAN the known sets are listed."""
    from kb.cli.output import print_rows
    from kb.convergence.power import voting_sets

    if not organ and not given["weights"]:
        rows = [{"set": s.id, "organ": s.organ, "start": s.start, "source": s.source} for s in voting_sets().values()]
        print_rows(rows, ("set", "organ", "start", "source"), form)
        return
    rows = _rows_of_sets(list(_sets(organ, db, given)), organ, given, lang)
    if form == "table":
        rows = [{k: round(v, _OUTPUT_DIGITS) if isinstance(v, float) else v for k, v in row.items()} for row in rows]
    print_rows(rows, _COLUMNS, form, "power")


def _rows_of_sets(sets: "list[VotingSet]", organ: str, given: Mapping[str, Any], lang: str) -> list[dict[str, Any]]:
    """A set that decides nothing, as where a text names two of three members, does not stand in the way of others."""
    from kb.cli.output import note

    if not sets:
        raise TableError(f"no weights of votes are known for {organ}: give them with --weights")
    rows: list[dict[str, Any]] = []
    refused = ""
    for voting in sets:
        try:
            rows += _rows(voting, given, lang)
            note(f"{voting.id}: {voting.source}")
        except TableError as exc:
            refused = str(exc)
            if len(sets) > 1:
                note(f"{voting.id}: left out: {exc}")
    if not rows:
        raise TableError(refused)
    return rows


def _sets(organ: str, db: Path, given: Mapping[str, Any]) -> "Iterator[VotingSet]":
    """Weights of one's own, else those that ship, and those that texts of the database give."""
    from kb.convergence.power import VotingSet, voting_sets

    if given["weights"]:
        own = _weights(given["weights"])
        yield VotingSet("given", organ, "", Fraction(2, 3), own, sum(own.values(), Fraction(0)), "given by the user")
        return
    organ_id, told = _told(organ, db)
    shipped = [s for s in voting_sets().values() if s.organ == organ_id]
    known = [s.id for s in shipped] + list(told)
    if known and given["wanted"] not in {None, *known}:
        there = "; ".join(known)
        raise TableError(f"no set of weights {given['wanted']!r} is known for {organ_id}; there are: {there}")
    yield from (s for s in shipped if given["wanted"] in {None, s.id})
    for path, weights in told.items():
        if given["wanted"] in {None, path}:
            yield VotingSet(path, organ_id, "", _quota(shipped), weights, _full(shipped, weights), "as this text says")


def _quota(shipped: "list[VotingSet]") -> Fraction:
    return shipped[0].quota if shipped else Fraction(2, 3)


def _full(shipped: "list[VotingSet]", weights: Mapping[str, Fraction]) -> Fraction:
    """The full base is known from the organ's own table; a text may name some of the members."""
    return max(sum(weights.values(), Fraction(0)), shipped[0].full if shipped else Fraction(0))


def _told(organ: str, db: Path) -> tuple[str, dict[str, dict[str, Fraction]]]:
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.indicators import votes_told

    found: dict[str, dict[str, Fraction]] = {}
    if not db.exists():
        return organ.lower(), found
    with open_for_reading(db) as conn:
        organ_id = resolve_entity(conn, organ)
        for row in votes_told(conn, organ_id):
            found.setdefault(row["path"], {})[row["member_id"]] = Fraction(str(row["value"]))
    return organ_id, found


def _weights(text: str) -> dict[str, Fraction]:
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    try:
        return {member.strip().lower(): Fraction(votes.strip()) for member, _, votes in pairs}
    except (ValueError, ZeroDivisionError) as exc:
        raise click.BadParameter(f"{text!r}: write ru=40,by=20", param_hint="--weights") from exc


def _share(text: str) -> Fraction:
    try:
        share = Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        raise click.BadParameter(f"{text!r}: write a share such as 2/3 or 0.75", param_hint="--quota")
    return share


def _rows(voting: "VotingSet", given: Mapping[str, Any], lang: str) -> list[dict[str, Any]]:
    from kb.convergence.countries import country_name
    from kb.convergence.power import power, quota_votes

    share = _share(given["quota"]) if given["quota"] else None
    quota = quota_votes(voting, share, given["base"])
    table = power(voting.weights, quota, given["strictly"])
    return [
        {
            "set": voting.id, "member": country_name(str(member), lang), "quota": float(quota), "id": member,
            **{str(column): value for column, value in row.items()},
        }
        for member, row in zip(table.index, table.to_dict("records"), strict=True)
    ]  # fmt: skip
