"""Instruments named by a pattern: a treaty noun with its complement; cleaned text and mentions in, mentions out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.language import russian
from extract.language.kazakh_endings import Endings
from extract.language.tokens import Token, fold, tokenise
from extract.papers.treaties_ru import Titled, before_adjectives, find_by_body, first_of_title, may_be_adjectival
from extract.papers.treaty_parties_kk import behind_parties
from extract.papers.treaty_parties_ru import between_parties, method_of
from extract.papers.treaty_titles import link_by_title
from extract.papers.treaty_words import COMMON_KINDS, Instrument, TreatyWords, action_of, head_of, kind_of
from kb.model import Entity, Mention, Sentence

_BRACKETED = re.compile(r"\([^()]{1,20}\)")
_BOUNDARY = re.compile(r"[.,;:()\[\]!?]|\s[-–—]\s")
_TIGHT = re.compile(r"\s|-")
_LIST_GAP = re.compile(r",\s*")
# A case ending behind a spaced dash is a word of its own to the tokeniser.
# What most papers are called: "agreement" and "treaty".
_PLAIN_KIND = "treaty"
_POSSESSIVES = frozenset({"'s", "’s"})
_ENDING = 3
_TITLE_PARTS = frozenset({"NOUN", "ADJF", "PRTF", "PREP", "CONJ", "NUMR", "None"})
_TITLE_REACH, _SHORT_TITLE = 8, 4
_LONGEST = 22
_SIDE = 4
_ON, _SEVERAL = "on", "s"
# "Signed the Charter and founded the Bank."
_AND, _PAST, _OBJECTS = "and", ("ed", "set", "made", "gave"), frozenset({"the", "a", "an", "its", "their", "to", "up"})
_LEFT_REACH = 14
# Kazakh endings of an owner, folded.
_OWNED = tuple(fold(ending) for ending in ("ы", "і", "сы", "сі"))


@dataclass(frozen=True, slots=True)
class _Found:
    """`bare`: the complement says nothing but the body and what is done to it; `proper`: written as a name."""

    start: int
    end: int
    kind: str
    action: str
    about: tuple[str, ...]
    bare: bool
    proper: bool = False


def find_treaties(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    words: Mapping[str, TreatyWords],
    known: Sequence[Instrument],
    endings: Endings,
) -> tuple[Mention, ...]:
    """Treaty nouns with their complements that no dictionary name covers; linked where one instrument fits."""
    found: list[Mention] = []
    ordered = sorted(mentions, key=lambda m: m.start_char)
    starts = [m.start_char for m in ordered]
    for sentence in sentences:
        inside = ordered[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        first = len(found)
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        table = words[sentence.lang]
        finder = _head_last if sentence.lang == "kk" else _head_first
        for hit in finder(text, tokens, inside, table, sentence.lang, endings):
            if _is_no_title(text, hit, inside):
                continue
            entity = _link(hit, known, _years(inside))
            if sentence.lang == "ru":
                span, told = (hit.start, hit.end), (hit.kind, entity)
                entity = between_parties(text, span, frozenset(hit.about), told, known)
            title = behind_parties(text, (hit.start, hit.end), inside) if entity is None else None
            if title is not None and sentence.lang == "kk":
                if not text[title].isupper():
                    continue
                hit = replace(hit, start=title)
            common = hit.kind in COMMON_KINDS and not hit.proper
            if entity is None and (common or (sentence.lang == "en" and _may_be_meant(text, hit))):
                continue
            surface = text[hit.start : hit.end]
            found.append(
                Mention(
                    "TREATY", hit.start, hit.end, surface, sentence.lang, entity.id if entity else None,
                    method=method_of(sentence.lang, surface, hit.about), score=0.85 if entity else 0.7,
                )
            )  # fmt: skip
        if sentence.lang == "ru":
            for titled in find_by_body(text, tokens, (*inside, *found[first:]), table, endings):
                found.append(_of_body(text, titled, known))
        found += _by_adjective(text, tokens, (*inside, *found[first:]), table, sentence.lang, endings)
    return tuple(link_by_title(found, mentions, known))


def _is_no_title(text: str, hit: _Found, inside: Sequence[Mention]) -> bool:
    """What another name holds or goes on behind, and "a declaration on the Union's path", which is not about it."""
    # "ШЫҰ Ұжымдық қауіпсіздік туралы шарт ұйымы": a body whose name goes on behind the noun.
    cut = any(m.start_char < hit.start < m.end_char or _ends_inside(hit, m) for m in inside)
    known = any(m.label == "TREATY" and hit.start < m.end_char and hit.end > m.start_char for m in inside)
    return cut or known or (text[hit.start].islower() and text[hit.end : hit.end + 2] in _POSSESSIVES)


def _ends_inside(hit: _Found, name: Mention) -> bool:
    return name.label == "ORG" and name.start_char < hit.end < name.end_char


def _of_body(text: str, titled: Titled, known: Sequence[Instrument]) -> Mention:
    hit = _Found(titled.start, titled.end, titled.kind, "", (titled.body,), titled.plain)
    entity = _link(hit, known, ())
    surface, entity_id = text[titled.start : titled.end], entity.id if entity else None
    return Mention("TREATY", titled.start, titled.end, surface, "ru", entity_id, method="pattern:treaty", score=0.75)


def _by_adjective(
    text: str, tokens: Sequence[Token], named: Sequence[Mention], table: TreatyWords, lang: str, endings: Endings
) -> list[Mention]:
    """ "Al-Ula Declaration", `Будапештский меморандум`: capitalised words right before a treaty noun, not known."""
    covered = [(m.start_char, m.end_char) for m in named]
    found = []
    for i, token in enumerate(tokens):
        # In English the noun is capitalised with the name; elsewhere the capital stands on the adjective alone.
        fit = i > 0 and (may_be_adjectival(text, tokens, i) if lang == "ru" else (lang == "en") == token.capital)
        kind = kind_of(token, table, lang, endings) if fit else None
        if kind is None or (lang == "ru" and kind == "code") or (lang == "kk" and not _is_owned(token, table, endings)):
            continue
        first = before_adjectives(text, tokens, i) if lang == "ru" else i
        while (
            first > 0
            and tokens[first - 1].capital
            and _TIGHT.fullmatch(text, tokens[first - 1].end, tokens[first].start)
        ):
            first -= 1
        if first < i and _ordinary_start(tokens, first, lang):
            first += 1
        start, end = tokens[first].start, token.end
        if first < i and tokens[first].capital and not any(a < end and b > start for a, b in covered):
            surface = text[start:end]
            found.append(Mention("TREATY", start, end, surface, lang, method="pattern:treaty-adjective", score=0.6))
    return found


def _is_owned(token: Token, table: TreatyWords, endings: Endings) -> bool:
    """`келісімі`: the noun of a Kazakh name bears the ending of an owner; `Парламенті шартты` is two arguments."""
    head = head_of(token, table, "kk", endings)
    return head is not None and fold(token.text)[len(fold(head)) :].startswith(_OWNED)


def _ordinary_start(tokens: Sequence[Token], first: int, lang: str) -> bool:
    """The first word of a sentence is capitalised whatever it is: it counts only as a Russian adjective in -ский."""
    if first > 0:
        return tokens[first].text in {"The", "This", "That"}
    return lang != "ru" or not russian.lemmas(tokens[0].text)[0].endswith(("ский", "цкий"))


def _years(mentions: Sequence[Mention]) -> list[int]:
    return [int(m.earliest[:4]) for m in mentions if m.label == "DATE" and m.earliest and m.earliest[:4].isdigit()]


def _head_first(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], table: TreatyWords, lang: str, endings: Endings
) -> Iterator[_Found]:
    """English and Russian: head, joining word, complement up to its last name."""
    i = 0
    while i < len(tokens) - 2:
        kind = kind_of(tokens[i], table, lang, endings)
        if kind is None or fold(tokens[i + 1].text) not in table.connectors or fold(tokens[i + 2].text) in table.meant:
            i += 1
            continue
        if lang == "en" and fold(tokens[i + 1].text) == _ON and _no_title(tokens, i, mentions):
            i += 1
            continue
        first = first_of_title(text, tokens, i) if lang == "ru" else i
        end, about = _complement(text, tokens, (first, i), mentions, table, lang)
        named = [m for m in about if m.label in {"ORG", "PROGRAMME", "CONCEPT"}]
        if end is None or not (named or tokens[first].capital):
            i += 1
            continue
        words = [fold(t.text) for t in tokens[i:] if t.end <= end]
        bare = first == i and _is_bare([t for t in tokens[i + 1 :] if t.end <= end], about, table)
        proper = lang == "ru" and kind != "decision" and tokens[first].capital and len(named) > (first == 0)
        ids = tuple(str(m.entity_id) for m in about)
        whole = _with_members(tokens, end, table)
        yield _Found(tokens[first].start, whole, kind, action_of(words, table), ids, bare, proper)
        i += len(words)


def _no_title(tokens: Sequence[Token], head: int, mentions: Sequence[Mention]) -> bool:
    """ "Signed the Declaration on Tuesday", "treaties on the accession of A and B": a day, or several papers."""
    days = (m for m in mentions if m.label == "DATE")
    dated = any(m.start_char <= tokens[head + 2].start < m.end_char for m in days)
    return dated or tokens[head].text.endswith(_SEVERAL)


def _may_be_meant(text: str, hit: _Found) -> bool:
    """ "The Treaty on the Union", "the agreement on a zone with A": an English noun may mean a paper that was named."""
    said = fold(text[hit.start : hit.end]).split()
    return said[1:2] == [_ON] and (hit.bare or text[hit.start].islower())


def _with_members(tokens: Sequence[Token], end: int, table: TreatyWords) -> int:
    """ "Between A and the Union and its member states": the members of the last party belong to the title."""
    behind = next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens))
    for row in table.fellows:
        size = len(row.split())
        if " ".join(fold(t.text) for t in tokens[behind : behind + size]) == fold(row):
            return tokens[behind + size - 1].end
    return end


def _complement(
    text: str,
    tokens: Sequence[Token],
    title: tuple[int, int],
    mentions: Sequence[Mention],
    table: TreatyWords,
    lang: str,
) -> tuple[int | None, list[Mention]]:
    """End of the last name inside the complement, and the mentions in it; `title` is its first word and its noun."""
    end: int | None = None
    about: list[Mention] = []
    starts = {m.start_char: m for m in mentions if m.label != "DATE"}
    first, head = title
    i = head + 1
    while i < min(len(tokens), head + _LONGEST):
        gap = text[tokens[i - 1].end : tokens[i].start]
        listed = _LIST_GAP.fullmatch(gap) and about and about[-1].label == "COUNTRY" and tokens[i].start in starts
        if (_BOUNDARY.search(gap) and not listed) or _leaves_quotes(text, tokens, first, i):
            side = _other_side(tokens, i, starts, table) if about else None
            if side is None:
                break
            i = side
        party = starts.get(tokens[i + 1].start) if i + 1 < len(tokens) else None
        with_party = fold(tokens[i].text) in table.partners and party is not None and party.label == "COUNTRY"
        stop = fold(tokens[i].text) in table.stops and fold(tokens[i].text) not in table.connectors
        if i > head + 1 and ((stop and not with_party) or (lang == "en" and end is not None and _acts(tokens, i))):
            break
        mention = starts.get(tokens[i].start)
        if mention is not None:
            about.append(mention)
            end = mention.end_char
            while i < len(tokens) and tokens[i].start < mention.end_char:
                i += 1
            continue
        russian_title = lang == "ru" and tokens[first].capital and (first > 0 or bool(about))
        compound = text[tokens[i].end : tokens[i].end + 1] == "-"
        if russian_title and not compound and not _in_title(tokens[i].text, table):
            break
        if tokens[i].capital or (russian_title and _ends_title(tokens[i].text)):
            end = tokens[i].end
        i += 1
    return end, about


def _acts(tokens: Sequence[Token], i: int) -> bool:
    """ "Signed the Charter of A and founded the B": behind "and" a past with an object of its own ends the title."""
    joined = tokens[i].text == _AND and i + 2 < len(tokens) and tokens[i + 1].text.islower()
    return joined and fold(tokens[i + 1].text).endswith(_PAST) and fold(tokens[i + 2].text) in _OBJECTS


def _in_title(word: str, table: TreatyWords) -> bool:
    """Russian titles are written small behind their noun: they go on to the first verb, pronoun or next instrument."""
    if word[0].isupper() and any(lemma in table.heads for lemma in russian.lemmas(word)):
        return False
    return any(pos in _TITLE_PARTS for pos, _, _ in russian.readings(word)) or not word.isalpha()


def _leaves_quotes(text: str, tokens: Sequence[Token], first: int, i: int) -> bool:
    """`проект «Соглашения о рынке газа» готов`: the quotes that hold the title end it."""
    inside = text[tokens[first].start : tokens[i].start]
    return inside.count("»") > inside.count("«")


def _other_side(tokens: Sequence[Token], i: int, starts: Mapping[int, Mention], table: TreatyWords) -> int | None:
    """The second party behind `…, с одной стороны, и …`."""
    said = " ".join(fold(t.text) for t in tokens[i : i + _SIDE])
    if not any(said.startswith(fold(side)) for side in table.sides):
        return None
    return next((k for k in range(i, min(len(tokens), i + _TITLE_REACH)) if tokens[k].start in starts), None)


def _ends_title(word: str) -> bool:
    return len(word) > 1 and any(pos == "NOUN" for pos, _, _ in russian.readings(word))


def _head_last(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], table: TreatyWords, lang: str, endings: Endings
) -> Iterator[_Found]:
    """Kazakh: complement, `туралы`, head; the complement begins with the body it is about."""
    connectors = {fold(c) for c in table.connectors}
    inserted = {fold(c) for c in table.inserted}
    for i, token in enumerate(tokens):
        if fold(token.text) not in connectors or i == 0:
            continue
        head = i + 1
        while head < len(tokens) and fold(tokens[head].text) in inserted:
            head += 1
        if head >= len(tokens) or (kind := kind_of(tokens[head], table, lang, endings)) is None:
            continue
        start, about = _left_complement(text, tokens, i, mentions, table)
        if start is None:
            continue
        words = [fold(t.text) for t in tokens if start <= t.start < token.start]
        ids = tuple(str(m.entity_id) for m in about)
        asides = [m.span() for m in _BRACKETED.finditer(text, start, token.start)] if about else []
        said = [t for t in tokens if start <= t.start < token.start and not any(a < t.start < b for a, b in asides)]
        bare = _is_bare(said, about, table)
        yield _Found(start, tokens[head].end, kind, action_of(words, table), ids, bare)


def _left_complement(
    text: str, tokens: Sequence[Token], connector: int, mentions: Sequence[Mention], table: TreatyWords
) -> tuple[int | None, list[Mention]]:
    at = tokens[connector].start
    first = max(0, connector - _LEFT_REACH)
    near = [
        m for m in mentions
        if m.label in {"ORG", "PROGRAMME", "CONCEPT"} and tokens[first].start <= m.start_char and m.end_char <= at
        and not _BOUNDARY.search(_BRACKETED.sub("", text[m.end_char : at]))
    ]  # fmt: skip
    if not near:
        return _titled(text, tokens, connector, mentions, table), []
    # An abbreviation in brackets behind the body is the same body.
    twice = len(near) > 1 and text[near[-2].end_char : near[-1].start_char].strip() == "("
    about = near[-1:-3:-1] if twice else [near[-1]]
    start = about[-1].start_char
    before = [t for t in tokens if t.end <= start]
    if before and fold(before[-1].text) in {fold(b) for b in table.between}:
        parties = [m for m in mentions if m.label == "COUNTRY" and m.end_char <= before[-1].start]
        for m in reversed(parties[-6:]):
            start = m.start_char
            about.append(m)
    return start, about


def _titled(
    text: str, tokens: Sequence[Token], connector: int, mentions: Sequence[Mention], table: TreatyWords
) -> int | None:
    """A Kazakh title that names no body begins with the nearest capital before it, but not with a pronoun."""
    at = tokens[connector].start
    for k in range(connector - 1, max(-1, connector - _TITLE_REACH), -1):
        if _BOUNDARY.search(text, tokens[k].end, at):
            return None
        if tokens[k].capital:
            named = any(m.start_char <= tokens[k].start < m.end_char for m in mentions)
            meant = fold(tokens[k].text) in table.stops
            return None if named or meant or (k == 0 and connector > _SHORT_TITLE) else tokens[k].start
    return None


def _is_bare(tokens: Sequence[Token], about: Sequence[Mention], table: TreatyWords) -> bool:
    held = [(m.start_char, m.end_char) for m in about]
    rest = [fold(t.text) for t in tokens if not any(a <= t.start < b for a, b in held)]
    stems = tuple(fold(stem) for stems in table.actions.values() for stem in stems)
    free = {fold(w) for w in (*table.connectors, *table.between, *table.inserted, "the", "and", "и", "мен", "of")}
    return all(w in free or w.startswith(stems) or len(w) <= _ENDING for w in rest)


def _is_theirs(known: Instrument, kind: str, bodies: set[str]) -> bool:
    """ "The agreement between A and B" is of both; "the treaty on A", which says no more, is the one that founds A."""
    plain = kind == _PLAIN_KIND and known.action != "establish" and not known.founds & bodies
    return bodies <= known.about if len(bodies) > 1 else not plain


def _link(hit: _Found, known: Sequence[Instrument], years: Sequence[int]) -> Entity | None:
    """The one known instrument of this kind about the same bodies; action and year decide between several."""
    if not hit.bare:
        return None
    bodies = set(hit.about)
    fit = [k for k in known if k.kind == hit.kind and k.about & bodies]
    if hit.action in {"terminate", "accede"}:
        fit = [k for k in fit if k.action == hit.action and (hit.action != "accede" or bodies <= k.about | {"None"})]
    else:
        fit = [k for k in fit if k.action in {"", "establish"} and (hit.action or _is_theirs(k, hit.kind, bodies))]
    dated = [k for k in fit if k.year in years]
    if len(dated or fit) == 1:
        return (dated or fit)[0].entity
    founding = [k for k in dated or fit if hit.action and k.founds & bodies]
    # "The agreement on forming a free trade area of A and B" forms neither of them.
    founding = founding or [k for k in dated or fit if k.action == "establish" and k.about <= bodies]
    return founding[0].entity if len(founding) == 1 else None
