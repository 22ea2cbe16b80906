"""What a document has named so far in, which instrument a common noun for a paper stands for out."""

from abc import ABC, abstractmethod
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from extract.claims.known import ClaimTables

R = TypeVar("R")

# How far back a name still is what a bare noun means, in characters.
NEAR = 900


class PaperMemory(ABC):
    """Instruments by offset, and what the registry knows of them."""

    _tables: ClaimTables
    _instruments: list[tuple[int, str]]
    _bodies: list[tuple[int, str, float]]
    _by_label: dict[str, list[tuple[int, str]]]

    @abstractmethod
    def body(self, before: int, words: Sequence[str] = ()) -> str | None: ...

    @abstractmethod
    def topic_organ(self, before: int) -> str | None: ...

    def meant(self, instrument: str, at: int) -> None:
        """The text speaks of an instrument there without its name."""
        if (at, instrument) not in self._instruments:
            insort(self._instruments, (at, instrument))

    def instrument(self, before: int, kinds: Sequence[str] = (), far: int = NEAR) -> str | None:
        """The last instrument named; its id begins with its kind."""
        for start, entity in back(self._instruments, before):
            if before - start > far:
                break
            if not kinds or entity.startswith(tuple(kinds)):
                return entity
        return self._tables.charters.get(self.body(before) or "") if "charter" in kinds else None

    def founding(self, before: int) -> str | None:
        """The instrument that founds the body on the reader's mind, or the organ that the text is about."""
        organ = self._tables.founders.get(self.topic_organ(before) or "")
        return organ or self._tables.founders.get(self.body(before) or "")

    def charter(self, body: str) -> str | None:
        """The paper that governs a body."""
        return self._tables.charters.get(body)

    def founder(self, body: str) -> str | None:
        """The instrument that founds a body."""
        return self._tables.founders.get(body)

    def sole_paper(self, body: str, kind: str) -> str | None:
        """The one instrument of that kind, as its id begins, that founds or concerns a body."""
        papers = {*self._tables.founds.items(), *self._tables.concerns.items()}
        fit = {id_ for id_, whose in papers if whose == body and id_.startswith(kind)}
        return fit.pop() if len(fit) == 1 else None

    def founded(self, paper: str) -> str | None:
        """The body that an instrument founds."""
        return self._tables.founds.get(paper)

    def paper_of_year(self, before: int, kinds: Sequence[str], year: str) -> str | None:
        """The one instrument of that year that founds, ends or concerns the body on the reader's mind."""
        body = self.body(before)
        papers = {*self._tables.founds.items(), *self._tables.concerns.items()}
        fit = {id_ for id_, whose in papers if whose == body and id_.endswith(year) and id_.startswith(tuple(kinds))}
        founder = self._tables.founders.get(body or "")
        return founder if founder in fit else fit.pop() if len(fit) == 1 else None

    def told_of_year(self, before: int, kinds: Sequence[str], year: str) -> str | None:
        """The instrument of that year that was named, or the one of the body on the reader's mind."""
        named = (id_ for _, id_ in reversed(near(self._by_label["TREATY"], before)))
        fit = (id_ for id_ in named if id_.endswith(f"-{year}") and (not kinds or id_.startswith(tuple(kinds))))
        return next(fit, None) or (self.paper_of_year(before, kinds, year) if kinds else None)

    def paper_of_day(self, before: int, kinds: Sequence[str], day: str) -> str | None:
        """The one instrument of that day; of several the one of the body on the reader's mind."""
        fit = self.signed_that_day(day, kinds)
        if len(fit) > 1:
            body = self.body(before)
            fit = [i for i in fit if self._tables.body_of(i) == body]
        return fit[0] if len(fit) == 1 else None

    def signed_that_day(self, day: str, kinds: Sequence[str]) -> list[str]:
        """The instruments of that day, month or year, of one of the kinds where such are given."""
        starts = self._tables.starts.items()
        papers = (id_ for id_, start in starts if start.startswith(day) and id_ in self._tables.titles)
        return [id_ for id_ in papers if not kinds or id_.startswith(tuple(kinds))]

    def title(self, paper: str) -> frozenset[str]:
        """How the longer words of an instrument's names begin."""
        return self._tables.titles.get(paper, frozenset())

    def is_about(self, paper: str) -> bool:
        """Whether the text names the body that an instrument founds or concerns, anywhere."""
        body = self._tables.body_of(paper) or ""
        # A body is held in mind as the whole that it is a part of.
        return any(id_ in {body, self._tables.wholes.get(body)} for _, id_, _ in self._bodies)

    def paper_with(self, partners: Sequence[str], before: int) -> str | None:
        """The paper in mind where it is with one of the partners, else the only one that the body in mind has."""
        last, tables = self.instrument(before), self._tables
        if last and {tables.parties.get(last), tables.body_of(last)} & set(partners):
            return last
        known = [p for partner in partners for p in self.papers_between(self.body(before), partner)]
        return known[0] if len(known) == 1 and len(partners) == 1 else None

    def papers_between(self, body: str | None, partner: str) -> list[str]:
        """What a body and a country that is not its member concluded, accessions apart."""
        tables = self._tables
        papers = (p for p, c in tables.parties.items() if c == partner and tables.body_of(p) == body)
        return [p for p in papers if p not in tables.accessions.values()]

    def papers_of_partners(self) -> list[str]:
        """What bodies concluded with countries that are not their members, accessions apart."""
        joined = set(self._tables.accessions.values())
        return [p for p in self._tables.parties if p not in joined and self._tables.body_of(p)]

    def papers_with(self, partner: str) -> list[str]:
        """What a country and a body that it is no member of concluded, accessions apart."""
        tables = self._tables
        papers = (p for p, c in tables.parties.items() if c == partner and tables.body_of(p))
        return [p for p in papers if p not in tables.accessions.values()]

    def partner_of(self, paper: str) -> str | None:
        """The country with which a body concluded an instrument, or which joined by it."""
        return self._tables.parties.get(paper)

    def paper_between(self, body: str, partner: str, year: str = "") -> str | None:
        """The only paper of the two; of several the last one that was signed by that year."""
        known = self.papers_between(body, partner)
        if len(known) > 1 and year:
            known = sorted((p for p in known if self.signed_on(p)[:4] <= year), key=self.signed_on)[-1:]
        return known[0] if len(known) == 1 else None

    def paper_like(self, paper: str, country: str, day: str) -> str | None:
        """By which another country joined the same body, or what it concluded with it."""
        body = self._tables.body_of(paper) or ""
        year = day[:4] if day[:4].isdecimal() else ""
        return self.twin_of(paper, country) or self.paper_between(body, country, year)

    def twin_of(self, paper: str, country: str) -> str | None:
        """By which another country joined the body of an accession treaty."""
        if paper not in self._tables.accessions.values():
            return None
        return self._tables.accessions.get((country, self._tables.body_of(paper) or ""))

    def last_named(self, label: str, before: int) -> list[tuple[int, str]]:
        """The last two names of a kind, in the order of the text."""
        return list(reversed([row for row, _ in zip(back(self._by_label[label], before), range(2), strict=False)]))

    def signed_on(self, paper: str) -> str:
        """The day on which an instrument was signed, as far as it is known."""
        return self._tables.starts.get(paper, "")

    def enters(self, paper: str) -> bool:
        """Whether somebody joins a body by it."""
        return paper in self._tables.entered or paper in self._tables.parties

    def body_of(self, paper: str) -> str | None:
        """The body that an instrument founds or concerns."""
        return self._tables.body_of(paper)

    def paper_for(self, deed: str, body: str, countries: Sequence[str]) -> str | None:
        """The instrument by which a body was founded or ended, or by which the last of the countries joined it."""
        if deed == "ending":
            return self._tables.endings.get(body)
        if deed == "founding":
            return self._tables.founders.get(body)
        return next((p for c in countries if (p := self._tables.accessions.get((c, body)))), None)

    def first_body(self) -> str | None:
        """The body that the whole text names first, if it names none oftener."""
        named = [id_ for _, id_ in self._by_label["ORG"]]
        return named[0] if named and named.count(named[0]) >= max(map(named.count, named)) else None

    def papers_named(self, before: int) -> list[tuple[int, str]]:
        """Every instrument that was named so far, with its offset."""
        return list(back(self._instruments, before))

    def named_at(self, before: int) -> int:
        """Where the last instrument was named."""
        return next((start for start, _ in back(self._instruments, before)), before)


def back(rows: Sequence[R], before: int) -> Iterable[R]:
    at = bisect_left(rows, before, key=_start)
    return reversed(rows[:at])


def _start(row: Any) -> int:
    return int(row[0])


def near(rows: Iterable[tuple[int, str]], before: int) -> list[tuple[int, str]]:
    return [row for row in rows if 0 < before - row[0] < NEAR]
