"""A sentence with its mentions in, the row of items that claims are read from out: words, marks, names, dates."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.grammar.later_kk import dated_later
from extract.language.russian import readings
from extract.language.tokens import fold
from kb.model import Mention

# Inner hyphens and apostrophes hold a word together ("15-member" too); the possessive 's stands alone.
_PIECE = re.compile(
    r"[^\W\d_]+(?:[-’'][^\W\d_]{2,})*|\d+(?:st|nd|rd|th|-(?:member|nation|country|state))\b|\d+(?:[.,]\d+)*|[^\w\s]"
)
_NAMES = frozenset({"ORG", "TREATY", "COUNTRY", "PERSON", "PROGRAMME"})
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_EARLY, _SMALL = 10, 4
# So far before the first name of its list the comma of a participle stands.
_ASIDE, _AND_RU, _HEIRS_RU = 3, frozenset({"и", "или"}), ("предшественни", "преемни", "правопреемни", "наследни")
# `A и B (обе — с 2009)`: the date of both; the mark of a name behind which this stands.
_EACH, _SINCE = ("both", "all"), "since"
_BOTH = ("оба", "обе", "все", "each", *map(fold, ("екеуі", "үшеуі", "төртеуі", "барлығы", "бәрі")), *_EACH)
_SHARED = "="
_PAST = "ed"
# What may stand in a bracket that tells the career of a member.
_CAREER = frozenset(
    {
        "withdrew",
        "left",
        "quit",
        "resigned",
        "departed",
        "exited",
        "withdrawn",
        "expelled",
        "rejoined",
        "re-joined",
        "returned",
        "readmitted",
        "joined",
        "re-entered",
        "reactivated",
        "reinstated",
        "suspended",
        "frozen",
        "announced",
        "membership",
        "withdrawal",
        "its",
        "in",
        "since",
        "again",
    }
)
_CAREER_LONG = 20
_OWNER, _BOTH_OWN = "s", frozenset({"and"})
# What members of a body have or do together.
_DEEDS = frozenset(
    {"accession", "admission", "entry", "membership", "withdrawal", "exit", "departure", "return", "suspension"}
    | {"participation", "status", "observership", "readmission", "application", "applications", "bid", "bids"}
)
_SMALL_STEPS = frozenset({"its", "in", "since", "again", "membership"})
_OF, _WHEREAS = "от", "а"
# "A, and after it B": a Russian list; so far behind a name stands the next one.
_AFTER, _THEM, _LIST_FAR = "за", frozenset({"ним", "ней", "ними"}), 8
_WITH, _RANKED, _RANKS = "with", 10, ("observ", "associat", "candidat", "partner", "guest")
# "Signed in May" is no possibility, nor is "the Andean Community (CAN)".
_UNSURE = {"May": "may.", "CAN": "can.", "MAY": "may."}
ARTICLES = frozenset({"the", "a", "an"})
DASHES = frozenset("–—-")
# English verbs of one subject, which end a list before it.
SINGULAR = frozenset({"is", "was", "has", "remains", "holds", "enjoys"})
# The label of a pronoun that stands for a common noun: "an agreement whose parties were …".
OTHER = "OTHER"
_SILENT = frozenset("\"'«»“”„‘’*_`")


@dataclass(frozen=True, slots=True)
class Member:
    """One name of a list; `date` stands in parentheses behind it."""

    entity_id: str | None
    label: str
    start: int
    end: int
    text: str
    date: Mention | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`kind`: word, mark, name (one or a list of one label), date, place, ref (an anaphor). `depth`: parentheses."""

    kind: str
    norm: str
    text: str
    start: int
    end: int
    label: str = ""
    members: tuple[Member, ...] = ()
    mention: Mention | None = None
    depth: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(m.entity_id for m in self.members if m.entity_id)


@dataclass(frozen=True, slots=True)
class ListWords:
    """What may stand between the names of a list, and words that make no difference there."""

    joiners: frozenset[str]
    fillers: frozenset[str]
    fronters: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()


def days_told(items: Iterable[Item]) -> list[str]:
    """The dates of a sentence in their order, in EDTF."""
    return [i.mention.edtf for i in items if i.kind == "date" and i.mention is not None and i.mention.edtf]


def read_items(
    text: str,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    words: ListWords,
    plain: Callable[[list[Item]], list[Item]] = list,
) -> tuple[Item, ...]:
    """The items of `text[start:end]`; `mentions` lie inside it, in order; `plain` leaves out what parts a list."""
    return tuple(_listed(_absorbed(_without_careers(plain(list(_raw(text, span, mentions))))), words))


def _raw(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> Iterator[Item]:
    at, depth = span[0], -1 if _wrapped(text[span[0] : span[1]].strip()) else 0
    for mention in (*mentions, None):
        stop = mention.start_char if mention else span[1]
        for piece in _PIECE.finditer(text, at, max(at, stop)):
            word = piece[0]
            if word in _SILENT:
                continue
            depth += word in _OPEN
            kind = "word" if word[0].isalnum() else "mark"
            norm = _UNSURE[word] if word in _UNSURE and piece.start() > span[0] else fold(word)
            yield Item(kind, norm, word, piece.start(), piece.end(), depth=depth)
            depth = max(0, depth - (word in _CLOSE))
        if mention is None or mention.start_char < at:
            continue
        at = mention.end_char
        yield _named(mention, depth)


def _wrapped(sentence: str) -> bool:
    """ "(A left in 1984; it returned in 2017.)": the parentheses around a whole sentence are none within it."""
    if not sentence.startswith("(") or ")" not in sentence[-2:]:
        return False
    return "(" not in sentence[1:] and ")" not in sentence[:-2]


def _named(mention: Mention, depth: int) -> Item:
    start, end, words = mention.start_char, mention.end_char, mention.text
    if mention.label in _NAMES:
        member = Member(mention.entity_id, mention.label, start, end, words)
        return Item("name", "", words, start, end, mention.label, (member,), mention, depth)
    kind = {"DATE": "date", "PLACE": "place"}.get(mention.label, "word")
    return Item(kind, fold(words), words, start, end, mention.label, (), mention, depth)


def _without_careers(items: list[Item]) -> list[Item]:
    """ "A (1973, suspended membership 1992, rejoined 2007)": of the bracket only the first year stays."""
    kept: list[Item] = []
    at = 0
    while at < len(items):
        kept.append(items[at])
        inner = _parenthesis(items, at + 1, _CAREER_LONG) if items[at].label == "COUNTRY" else None
        held = items[at + 2 : inner] if inner else []
        told = {i.norm for i in held if i.kind == "word" and not i.norm.isdigit()}
        at += 1
        if inner and told - _SMALL_STEPS and told <= _CAREER and any(i.kind == "date" for i in held):
            kept += [items[at], held[0], items[inner]] if held[0].kind == "date" else []
            at = inner + 1
    return kept


def _absorbed(items: list[Item]) -> list[Item]:
    """Takes `(CIS)` behind the long form and `(2009)` behind a name into the name."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        inner = _parenthesis(items, at + 1) if item.kind == "name" else None
        if inner is not None:
            held = items[at + 2 : inner]
            same = any(i.kind == "name" and (set(i.ids) & set(item.ids) or i.label == item.label) for i in held)
            dates = [i.mention for i in held if i.kind == "date"]
            if (same and len(held) <= 4) or (dates and (len(held) <= 2 or _of_both(item, held))):
                members = item.members
                if dates and not same:
                    members = (*members[:-1], replace(members[-1], date=dates[0]))
                shared = any(i.norm.startswith(_BOTH) for i in held)
                item = replace(item, members=members, end=items[inner].end, norm=_SHARED if shared else item.norm)
                at = inner
        found.append(item)
        at += 1
    return found


def _of_both(item: Item, held: Sequence[Item]) -> bool:
    """`(обе — с мая 2002 г.)` behind countries: nothing but a date and small words; in English also behind a body."""
    short = (i for i in held if i.kind not in {"date", "mark"} and not i.norm.startswith((*_BOTH, _SINCE)))
    small = all(len(i.norm) <= _SMALL for i in short)
    each = item.label == "ORG" and any(i.norm in _EACH for i in held)
    return (item.label == "COUNTRY" or each) and small and len(held) <= _SMALL


def _parenthesis(items: Sequence[Item], at: int, longest: int = 8) -> int | None:
    """The closing mark of the parentheses that open at `at`, if they do."""
    if at >= len(items) or items[at].text not in _OPEN:
        return None
    return next((k for k in range(at + 1, min(at + longest, len(items))) if items[k].text in _CLOSE), None)


def _listed(items: list[Item], words: ListWords) -> list[Item]:
    """Names of one label with only joiners between them become one item."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.kind == "name":
            opened = _preposition(items, at, words)
            following = _next_of_list(items, at, words, opened)
            if following is not None and _fronted(items, at, following, words):
                following = None
            first = at
            # "A joined B, and C admitted D": who joined stands before the bodies.
            closed = item.label == "ORG" and any(i.label == "COUNTRY" for i in items[:at])
            while following is not None and not (closed and _opens_clause(items, at, following)):
                if _closes_aside(items, first, following) or _other_case(items, at, following, item):
                    break
                other = items[following]
                closed = closed or any(i.norm == "and" for i in items[at + 1 : following])
                # "A, B және C (2013)": of a longer list the year is of its last name alone.
                pair = len(item.members) == 1 and any(i.norm in words.sharing for i in items[at + 1 : following])
                shared = pair or other.norm == _SHARED
                if other.members[-1].date and shared:
                    item = replace(item, members=_with_date(item.members, other.members[-1].date))
                item = replace(item, members=(*item.members, *other.members), end=other.end, text=other.text)
                at = following
                following = _next_of_list(items, at, words, opened)
        found.append(item)
        at += 1
    return found


def _other_case(items: Sequence[Item], at: int, following: int, listed: Item) -> bool:
    """ "Приняты A и B, C же отказано", "предшественник A, B": a Russian list ends at a name in another case."""
    heir = at > 0 and items[at - 1].norm.startswith(_HEIRS_RU)
    joined = heir or (len(listed.members) > 1 and items[at - 1].norm in _AND_RU)
    if not joined or any(i.text != "," for i in items[at + 1 : following]):
        return False
    last, next_ = ({case for _, case, _ in readings(items[k].text.split()[0])} for k in (at, following))
    if heir and items[following].text.isupper():
        return any(i.text == "," for i in items[following + 1 : following + 2])
    return None not in last | next_ and ({"gent"} if heir else last).isdisjoint(next_)


def _closes_aside(items: Sequence[Item], first: int, following: int) -> bool:
    """ "A, входящий в B и C, в D не вступил": the comma before D closes what the Russian participle says."""
    described, behind = items[max(0, first - 2)], items[following + 1 : following + 2]
    if first < _ASIDE or items[first - _ASIDE].text != "," or described.kind != "word":
        return False
    comma = items[following - 2].text == "," and items[following - 1].norm == items[first - 1].norm
    goes_on = bool(behind) and behind[0].kind == "word" and behind[0].norm not in _AND_RU
    return comma and goes_on and any(pos == "PRTF" for pos, _, _ in readings(described.norm))


def _preposition(items: Sequence[Item], at: int, words: ListWords) -> str | None:
    """The preposition before a name, or its article, that may stand before each further one: "of A and of the B"."""
    k = at - 1 - (at > 1 and items[at - 1].norm in ARTICLES)
    return items[k].norm if k >= 0 and items[k].norm in words.repeated else None


def _with_date(members: tuple[Member, ...], date: Mention | None) -> tuple[Member, ...]:
    """ "A and B (2009)": the year is that of both."""
    last = members[-1]
    return (*members[:-1], replace(last, date=last.date or date))


def _fronted(items: Sequence[Item], at: int, following: int, words: ListWords) -> bool:
    """ "After the attack on A, B joined": two names with a mere comma between them are no list."""
    # An article may stand between: "from the United Kingdom, and Vietnam …".
    before = items[at - 2 : at - 1] if at > 1 and items[at - 1].norm == "the" else items[max(0, at - 1) : at]
    if not before or (before[0].norm not in words.fronters and not _acted(items, before[0], following, words)):
        return False
    between = [i.norm or i.text for i in items[at + 1 : following]]
    if between == [",", "and"] and items[at].label == "COUNTRY":
        # "After its separation from A, and B joined": a comma parts no list of two.
        return _next_of_list(items, following, words) is None
    return (
        at <= _EARLY
        and all(i.text == "," or i.norm == "the" for i in items[at + 1 : following])
        and _next_of_list(items, following, words) is None
    )


def _acted(items: Sequence[Item], verb: Item, following: int, words: ListWords) -> bool:
    """ "In a step that angered A, B left": an English past before the first name, a verb behind the second."""
    behind = items[following + 1] if following + 1 < len(items) else None
    opens = behind is not None and behind.kind == "word" and behind.norm not in words.fronters | words.joiners
    return opens and verb.norm.endswith(_PAST)


def _opens_clause(items: Sequence[Item], at: int, following: int) -> bool:
    """ "The members are A and B, and C is an observer": behind its "and" a list ends where a verb follows."""
    between = [i.norm or i.text for i in items[at + 1 : following] if i.norm not in ARTICLES]
    verb = items[following + 1].norm if following + 1 < len(items) and items[following + 1].kind == "word" else ""
    return between == [",", "and"] and (verb in SINGULAR or (len(verb) > _SMALL and verb.endswith((_PAST, "s"))))


def _next_of_list(items: Sequence[Item], at: int, words: ListWords, opened: str | None = None) -> int | None:
    """The next name of the list; `opened`: the preposition before its first, which may stand before each."""
    joined = _accompanied(items, at, words)
    first = at + 1 + _owned_together(items, at)
    for k in range(first, min(first + _LIST_FAR - 1, len(items))):
        item = items[k]
        if item.kind == "name":
            if items[k - 1].norm == _WHEREAS:
                return None  # "A and B joined, а C is a candidate": another clause.
            if _says(items, k, words) or _ranked_apart(items, k) or dated_later(items[at + 1 : k + 2]):
                return None
            joined = joined and not _only_owns(items, at, k)
            return k if joined and item.label == items[at].label and item.depth == items[at].depth else None
        if item.norm in words.joiners:
            joined = True
        elif joined and item.norm == _AFTER and items[k + 1 : k + 2] and items[k + 1].norm in _THEM:
            continue  # "A, and after it B".
        elif items[at].label == "TREATY" and not joined and (item.norm == _OF or items[k - 1].norm == _OF):
            # "The Treaty … of 2 April 1996 and the Treaty …".
            continue
        elif (
            item.norm not in words.fillers and item.norm != opened and not (joined and item.norm in words.accompanying)
        ):
            return None
    return None


def _owned_together(items: Sequence[Item], at: int) -> bool:
    """ "Armenia's and Kyrgyzstan's accession": each English owner of one noun has its own mark."""
    behind = items[at + 1 : at + 9]
    if len(behind) < 5 or behind[0].norm != _OWNER or behind[1].norm not in _BOTH_OWN:
        return False
    other = 2 + (behind[2].norm in ARTICLES)
    named = behind[other].kind == "name" and behind[other].label == items[at].label
    owned = behind[other + 1 :] if named else []
    return bool(owned) and owned[0].norm == _OWNER and any(i.norm in _DEEDS for i in owned[1:])


def _only_owns(items: Sequence[Item], at: int, k: int) -> bool:
    """ "A, B's predecessor, was dissolved": a name with 's right behind a comma says what the one before it is."""
    owner = k + 1 < len(items) and items[k + 1].norm == _OWNER
    return owner and all(i.text == "," or i.norm in ARTICLES for i in items[at + 1 : k])


def _says(items: Sequence[Item], k: int, words: ListWords) -> bool:
    """ "A, B reported, was founded", "joined A, the B said": a name behind a comma before such a verb only speaks."""
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    opens, following = items[at].text == ",", items[k + 1 : k + 3]
    if not opens or not following or following[0].norm not in words.saying:
        return False
    return items[k].label == "ORG" or (len(following) > 1 and following[1].text == ",")


def _ranked_apart(items: Sequence[Item], k: int) -> bool:
    """ "Consists of A and B, with C as an observer": behind "with" another list begins, of another rank."""
    if items[k - 1 - (items[k - 1].norm in ARTICLES)].norm != _WITH:
        return False
    behind = items[k + 1 : k + 1 + _RANKED]
    at = next((n for n, i in enumerate(behind) if i.norm == "as"), len(behind))
    return any(i.norm.startswith(_RANKS) for i in behind[at + 1 : at + _SMALL])


def _accompanied(items: Sequence[Item], at: int, words: ListWords) -> bool:
    """ "Болгария с Румынией": a country in the nominative and one in the instrumental."""
    if at + 2 >= len(items) or items[at + 1].norm not in words.accompanying or items[at].label != "COUNTRY":
        return False
    cases = [readings(items[k].text.split()[-1])[0][1] for k in (at, at + 2)]
    return items[at + 2].kind == "name" and cases == ["nomn", "ablt"]


def referring(item: Item, label: str, ids: Sequence[str]) -> Item:
    """The item as one that stands for these; itself where there are none."""
    if not ids:
        return item
    members = tuple(Member(i, label, item.start, item.end, item.text) for i in ids)
    return replace(item, kind="ref", label=label, members=members)
