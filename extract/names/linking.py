"""Candidates in, mentions linked to one entity each out, with the reason; what stays generic is dropped."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.language.kazakh_endings import Endings, is_ending
from extract.language.tokens import Token, fold, tokenise
from extract.names.dated_names import own_years
from extract.names.forerunners_kk import has_heir
from extract.names.introductions import Introduction
from extract.names.lexicon import Name
from extract.names.names import Candidate
from extract.names.readings import LinkTables, Recall, Surroundings, by_context, lives, rule_for
from kb.model import Mention, NameRule, Sentence

_SHORT_REACH = 60
# So many times as often as the body named last, where that was named only in passing.
_OFTEN = 2
_TITLE = 6
_NEXT_WORD = 12
_ARTICLES = frozenset({"the", "a", "an"})
_PAPERS = frozenset({"Agreement", "Agreements"})
_SMALL = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
# Russian cases of an abbreviation that is read as a word.
_CASES = frozenset({"а", "у", "ом", "е", "ы", "ой", "и"})


def link_names(
    text: str,
    sentences: Sequence[Sentence],
    candidates: Sequence[Candidate],
    dates: Sequence[Mention],
    tables: LinkTables,
    introduced: Sequence[Introduction] = (),
    expected: Sequence[str] = (),
) -> tuple[Mention, ...]:
    """One mention for each candidate that names something; ambiguous ones by rule, date and neighbours.

    `expected` are the ids that a first reading of the whole text has found, in its order: a short name that nothing
    precedes may still refer to what follows.
    """
    memory = Recall(later=tuple(expected))
    mentions: list[Mention] = []
    by_text = {fold(i.text): i for i in introduced}
    days = sorted(dates, key=lambda d: d.start_char)
    starts = [d.start_char for d in days]
    for sentence, inside in _by_sentence(sentences, candidates):
        told = days[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        around = _surroundings(text, sentence, inside, told)
        for candidate in inside:
            own = own_years(text, (candidate.start, candidate.end), candidate.lang, told, tables.proper_stems)
            dated = replace(around, years=own) if own else around
            chosen = _choose(text, candidate, dated, memory, tables, by_text)
            if chosen is None:
                continue
            entity_id, method, score = chosen
            label = tables.entities[entity_id].type
            behind = has_heir(text, candidate.end, tables.proper_stems.get(f"heirs_{candidate.lang}"))
            memory.add(entity_id, tables.implied.get(entity_id, ()), behind)
            mentions.append(
                Mention(
                    label, candidate.start, candidate.end, text[candidate.start : candidate.end], candidate.lang,
                    entity_id, method=method, score=score,
                )
            )  # fmt: skip
    return tuple(mentions)


def link_introduced(
    text: str,
    sentences: Sequence[Sentence],
    taken: Sequence[Mention],
    introduced: Sequence[Introduction],
    endings: Endings,
) -> tuple[Mention, ...]:
    """Further uses of abbreviations that the document has introduced and no table knows."""
    by_text = {i.text: i for i in introduced}
    if not by_text:
        return ()
    covered = {p for m in taken for p in range(m.start_char, m.end_char)}
    found = [_long_form(i, text, sentences) for i in introduced if i.entity_id is None and i.text != i.long_form]
    for sentence in sentences:
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        for token, after in zip(tokens, [*tokens[1:], None], strict=bool(tokens)):
            intro = by_text.get(token.text) or by_text.get(_undeclined(token, sentence.lang, endings))
            if intro is None or token.start in covered or token.start < intro.start:
                continue
            end = token.end
            if after and sentence.lang == "kk" and text[end : after.start] == "-" and is_ending(after.text, endings):
                end = after.end
            mention = Mention(intro.label, token.start, end, text[token.start : end], sentence.lang, intro.entity_id)
            found.append(replace(mention, method="introduced:" + intro.long_form, score=0.9))
    return tuple(found)


def _undeclined(token: Token, lang: str, endings: Endings) -> str:
    """`ПТСа`, `КСОға`: capitals that bear a case; elsewhere nothing."""
    short = token.text.rstrip(_SMALL) if token.text[-1].islower() else ""
    case = token.text[len(short) :]
    declined = case in _CASES if lang == "ru" else lang == "kk" and is_ending(case, endings)
    return short if short.isupper() and declined else ""


def _long_form(intro: Introduction, text: str, sentences: Sequence[Sentence]) -> Mention:
    end = intro.start + len(intro.long_form)
    lang = next((s.lang for s in sentences if s.start_char <= intro.start < s.end_char), "en")
    return Mention(intro.label, intro.start, end, text[intro.start : end], lang, method="pattern:spelt-out", score=0.8)


def _by_sentence(
    sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> Iterable[tuple[Sentence, list[Candidate]]]:
    rest = sorted(candidates, key=lambda c: c.start)
    i = 0
    for sentence in sentences:
        inside = []
        while i < len(rest) and rest[i].start < sentence.end_char:
            inside.append(rest[i])
            i += 1
        if inside:
            yield sentence, inside


def _surroundings(text: str, sentence: Sentence, inside: Sequence[Candidate], dates: Sequence[Mention]) -> Surroundings:
    words = tuple(fold(t.text) for t in tokenise(text, sentence.start_char, sentence.end_char))
    years = tuple(int(d.earliest[:4]) for d in dates if d.earliest and d.earliest[:4].isdigit())
    certain = frozenset(c.names[0].entity_id for c in inside if len({n.entity_id for n in c.names}) == 1)
    return Surroundings(words, years, certain, text[sentence.start_char : sentence.end_char].isupper())


def _choose(
    text: str,
    candidate: Candidate,
    around: Surroundings,
    memory: Recall,
    tables: LinkTables,
    introduced: Mapping[str, Introduction],
) -> tuple[str, str, float] | None:
    surface = text[candidate.start : candidate.end]
    every = _of_language(candidate)
    names = _as_written(every, surface, around)
    if surface in tables.company_forms and text[candidate.end : candidate.end + 2].strip()[:1] in {"«", '"', "“", "„"}:
        return None
    intro = introduced.get(fold(tokenise(surface)[0].text)) if len(names[0].words) == 1 else None
    if intro is not None and intro.entity_id is None and candidate.start >= intro.start:
        return None
    if intro is not None and intro.entity_id in tables.entities and names[0].kind == "abbreviation":
        return str(intro.entity_id), "introduced:" + intro.long_form, 0.98
    full = [n for n in names if n.kind not in {"short", "noun"}]
    if candidate.lowercase and not full and len(names[0].words) < 2:
        return None
    if candidate.lowercase and not _proper_in_lowercase(surface, candidate, around, memory, tables):
        return None
    if candidate.sentence_initial and _only_opens(text, candidate, full or names, tables):
        return None
    if not full and _names_paper(text, candidate):
        return None
    if not full:
        # What follows cannot explain a headline in capitals, where every common noun is one.
        reach = memory if not surface.isupper() else Recall(memory.order)
        antecedent = _last_named(names, reach, around, tables)
        return antecedent or _usual(names[0].text, candidate, tables)
    ids = list(dict.fromkeys(n.entity_id for n in full))
    if len(ids) == 1 and (len(names) < len(every) or not rule_for(names[0].text, candidate.lang, tables)):
        return ids[0], candidate.method, 0.75 if candidate.lowercase else 0.97
    if _goes_on_before(text, candidate, rule_for(full[0].text, candidate.lang, tables)):
        return None
    return by_context(ids, full[0].text, candidate.lang, around, memory, tables)


def _goes_on_before(text: str, candidate: Candidate, rule: NameRule | None) -> bool:
    """ "The Volta Common Market": an English name of several, with a capital before it, ends a name nobody knows."""
    if rule is None or rule.default is not None or candidate.lang != "en" or candidate.sentence_initial:
        return False
    before = tokenise(text, max(0, candidate.start - _NEXT_WORD * 2), candidate.start)
    tight = bool(before) and text[before[-1].end : candidate.start] == " " and before[-1].capital
    # The first word of a sentence is capital whatever it is, and so are the articles of a title.
    inner = len(before) > 1 and text[before[-2].end : before[-1].start] == " "
    return tight and inner and fold(before[-1].text) not in _ARTICLES


def _names_paper(text: str, candidate: Candidate) -> bool:
    """ "An Association Agreement with the EU": the noun is of the paper's name, and means no body named before."""
    behind = tokenise(text, candidate.end, candidate.end + _NEXT_WORD)
    return bool(behind) and behind[0].text in _PAPERS


def _only_opens(text: str, candidate: Candidate, names: Sequence[Name], tables: LinkTables) -> bool:
    """A word that is capital because it opens the sentence: "Association in groups rests on …"."""
    if (candidate.lang, text[candidate.start : candidate.end]) in tables.words:
        return True
    if names[0].kind not in {"short", "noun"}:
        return False
    if fold(names[0].text) in tables.openers:
        return True
    behind = tokenise(text, candidate.end, candidate.end + _NEXT_WORD)
    return bool(behind) and (candidate.lang, behind[0].text) in tables.complemented


def _of_language(candidate: Candidate) -> tuple[Name, ...]:
    """Names in the language of the segment come before the same letters in another one."""
    own = tuple(n for n in candidate.names if n.lang == candidate.lang)
    return own or candidate.names


def _as_written(names: tuple[Name, ...], surface: str, around: Surroundings) -> tuple[Name, ...]:
    """`ГУАМ` among small letters is the body of that abbreviation, not the island."""
    capitals = tuple(n for n in names if n.text.isupper() and surface.startswith(n.text))
    return capitals if capitals and not around.shouted else names


def _proper_in_lowercase(
    surface: str, candidate: Candidate, around: Surroundings, memory: Recall, tables: LinkTables
) -> bool:
    """A lower-case name counts with a proper adjective in it, or as an organ of a body that is named nearby."""
    tokens = tokenise(surface)
    words = [fold(t.text) for t in tokens]
    stems = [fold(s) for s in tables.proper_stems.get(candidate.lang, ())]
    if len(words) >= 3 and any(w.startswith(s) for w in words for s in stems):
        return True
    if candidate.lang == "kk" and _is_sole(words, candidate, memory, tables):
        return True
    # A title is one in small letters too where it is long, as Kazakh and Russian write it, or names its body.
    titled = candidate.lang != "en" and len(words) >= _TITLE
    if (titled or any(t.capital for t in tokens[1:])) and all(
        tables.entities[n.entity_id].type == "TREATY" for n in candidate.names
    ):
        return True
    parents = {tables.parents.get(n.entity_id) for n in candidate.names} - {None}
    # The organ's words alone are common ones ("peacekeeping forces"): its body must stand beside them.
    alone = all(n.kind == "short" for n in candidate.names)
    return len(words) >= 2 and bool(parents & (around.entities if alone else around.entities | memory.recent()))


def _is_sole(words: Sequence[str], candidate: Candidate, memory: Recall, tables: LinkTables) -> bool:
    """A name that one body only bears, in the singular, where the document means that body anywhere."""
    meant = {n.entity_id for n in candidate.names} & {*memory.order, *memory.later}
    names = [fold(name).split() for name in tables.proper_stems.get("sole", ())] if meant else []
    own = next((n for n in names if len(n) == len(words) and words[0] == n[0] and words[1].startswith(n[1])), None)
    return own is not None and not words[1][len(own[1]) :].startswith(tuple(tables.proper_stems["several"]))


def _last_named(
    names: Sequence[Name], memory: Recall, around: Surroundings, tables: LinkTables
) -> tuple[str, str, float] | None:
    """The body that the document named last, or the organ of it that bears the short name.

    A bare noun refers only to what has been named: "Parliament" behind "EU" may be any parliament.
    """
    ids = [n.entity_id for n in names]
    shorts = [n.entity_id for n in names if n.kind == "short"]
    organs = {body: i for i in reversed(shorts) for body in tables.implied.get(i, ())}
    beside = [organs[body] for body in organs if body in around.entities]
    if len(beside) == 1 and beside[0] not in memory.order:
        return beside[0], "short:organ-of-neighbour", 0.85
    near = memory.order[-_SHORT_REACH:]
    for entity_id in reversed(near):
        if entity_id in ids:
            return entity_id, "short:last-named", 0.85
        organ = organs.get(entity_id)
        if organ and not _in_passing(entity_id, near, organs) and lives(organ, around, tables):
            return organ, "short:organ-of-last-named", 0.8
    ahead = next((i for i in memory.later if i in ids), None)
    return (ahead, "short:named-later", 0.65) if ahead else None


def _in_passing(body: str, near: Sequence[str], organs: Mapping[str, str]) -> bool:
    """ "The SCO … the SCO … CICA. The Secretariat": another body with such an organ was named far oftener."""
    return any(near.count(other) >= _OFTEN * near.count(body) for other in organs if other != body)


def _usual(name: str, candidate: Candidate, tables: LinkTables) -> tuple[str, str, float] | None:
    """What a short name stands for where the text has named nothing: only where a rule says so."""
    rule = rule_for(name, candidate.lang, tables)
    if rule is None or rule.default is None or candidate.sentence_initial:
        return None
    return rule.default, "short:usual", 0.6
