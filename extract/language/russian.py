"""The only door to the Russian morphology: a word in, its dictionary forms and grammar out."""

from functools import cache, lru_cache
from typing import Any

import pymorphy3

_MOST_PARSES = 4
# Grammemes of first names, surnames, patronymics, places, bodies, trade names and abbreviations.
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
_DECLINED = frozenset({"NOUN", "ADJF", "PRTF"})
_OWNING = frozenset({"Apro", "Fixd"})
_FINITE = frozenset({"VERB", "PRTS"})
_NEUTER_TOO = frozenset({"нем", "нём"})
_AGREEING = _DECLINED | {"NPRO"}


@cache
def _morph() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=2_000)
def _parses(word: str) -> tuple[Any, ...]:
    """Parsed once for lemmas and readings, which are asked for one right after the other; parses are large."""
    return tuple(_morph().parse(word)[:_MOST_PARSES])


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms of the likeliest readings, ё as е, no two alike."""
    return tuple(dict.fromkeys(p.normal_form.replace("ё", "е") for p in _parses(word.lower())))


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """(part of speech, case, number) of the likeliest readings, in pymorphy's tags (NOUN, nomn, sing, …)."""
    return tuple((str(p.tag.POS), p.tag.case, p.tag.number) for p in _parses(word.lower()))


@lru_cache(maxsize=100_000)
def forms_of(word: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    """(part of speech, case, gender, number) of the likeliest readings."""
    return tuple((str(p.tag.POS), p.tag.case, p.tag.gender, p.tag.number) for p in _parses(word.lower()))


@lru_cache(maxsize=100_000)
def told_of(verb: str) -> frozenset[str | None]:
    """Genders (None: any) of which a finite verb or short participle of the third person tells; else nothing."""
    tags = [p.tag for p in _parses(verb.lower()) if p.tag.POS in _FINITE]
    return frozenset(t.gender if t.number == "sing" else None for t in tags if tags[0].person in {None, "3per"})


def is_case(word: str, case: str) -> bool:
    """Whether a reading stands in the case, in pymorphy's tags; an indeclinable or unknown word may."""
    return any(found in {case, None} for _, found, _ in readings(word))


@lru_cache(maxsize=100_000)
def is_future(word: str) -> bool:
    """Whether every reading as a verb is of the future, as that of a perfective in -ет is."""
    tenses = [p.tag.tense for p in _parses(word.lower()) if p.tag.POS == "VERB" and p.tag.mood != "impr"]
    return bool(tenses) and all(tense == "futr" for tense in tenses)


@lru_cache(maxsize=100_000)
def tense_of(word: str) -> str:
    """Of the likeliest reading as a verb "past", "pres", "futr", "infn"; "done" of a passive, "prtf" a participle."""
    tag = _parses(word.lower())[0].tag
    if tag.POS in {"VERB", "INFN"}:
        return str(tag.tense or "infn") if tag.mood != "impr" else ""
    if tag.POS not in {"PRTS", "PRTF"} or tag.tense != "past":
        return ""
    return "done" if tag.POS == "PRTS" else "prtf"


def is_noun(word: str) -> bool:
    """Whether the likeliest reading is a noun."""
    return any(pos == "NOUN" for pos, _, _ in readings(word)[:1])


@lru_cache(maxsize=100_000)
def kinds(word: str) -> frozenset[tuple[str | None, str | None]]:
    """(gender, number) of the readings that decline, the gender only in the singular; none where nothing is known."""
    # "Её" as a possessive goes with what is owned, and tells nothing of the owner.
    tags = [p.tag for p in _parses(word.lower()) if p.tag.POS in _AGREEING and not set(p.tag.grammemes) >= _OWNING]
    found = frozenset((t.gender if t.number == "sing" else None, t.number) for t in tags if t.number)
    # The dictionary knows "нём" only as a masculine.
    return found | {("neut", "sing")} if word.lower() in _NEUTER_TOO else found


@lru_cache(maxsize=100_000)
def takes(verb: str) -> str:
    """The case of what the likeliest reading of a finite verb waits for: an object, of a passive who did it."""
    tag = next((p.tag for p in _parses(verb.lower())[:1] if p.tag.POS in _FINITE), None)
    if tag is None:
        return ""
    return "ablt" if tag.POS == "PRTS" else "accs" if tag.transitivity == "tran" else ""


@lru_cache(maxsize=100_000)
def converb_takes(word: str) -> str:
    """The case of what a converb waits for: `основав` (что?)."""
    waits = any(p.tag.POS == "GRND" and p.tag.transitivity == "tran" for p in _parses(word.lower())[:1])
    return "accs" if waits else ""


@lru_cache(maxsize=100_000)
def is_present(word: str) -> bool:
    """Whether the likeliest reading is a verb in the present."""
    return any(p.tag.POS == "VERB" and p.tag.tense == "pres" for p in _parses(word.lower())[:1])


@lru_cache(maxsize=20_000)
def is_imperative(word: str) -> bool:
    """Whether the likeliest reading is an imperative to one person: `войди`, not `при`."""
    tag = _parses(word.lower())[0].tag
    return bool(tag.POS == "VERB" and tag.mood == "impr" and tag.number == "sing")


def is_meanwhile(word: str) -> bool:
    """Whether the likeliest reading is a converb of what goes on at the same time: `выступая`, not `выступив`."""
    return any(p.tag.POS == "GRND" and p.tag.aspect == "impf" for p in _parses(word.lower())[:1])


@lru_cache(maxsize=100_000)
def is_part(word: str, pos: str) -> bool:
    """Whether the likeliest reading is of the part of speech, in pymorphy's tags."""
    return any(found == pos for found, _, _ in readings(word)[:1])


@lru_cache(maxsize=100_000)
def agrees_with_verb(noun: str, verb: str) -> bool:
    """Whether a nominative reading of the noun has the number, and in the past the gender, of the verb."""
    told = [(p.tag.gender, p.tag.number) for p in _parses(verb.lower()) if p.tag.POS in {"VERB", "PRTS"}][:1]
    nouns = (p.tag for p in _parses(noun.lower()) if p.tag.POS == "NOUN" and p.tag.case == "nomn")
    return any(n.number == number and gender in {None, n.gender} for n in nouns for gender, number in told)


def is_adverb(word: str) -> bool:
    """Whether a reading is an adverb: `вместе`, which is a preposition too."""
    return any(pos == "ADVB" for pos, _, _ in readings(word))


def is_passive(word: str) -> bool:
    """Whether a reading is a short participle."""
    return any(pos == "PRTS" for pos, _, _ in readings(word))


def is_acting(word: str) -> bool:
    """Whether the word is an active participle of a verb that takes an object: `создавшая`, not `создавшаяся`."""
    acting = any(p.tag.POS == "PRTF" and p.tag.voice == "actv" for p in _parses(word.lower())[:1])
    return acting and not word.endswith("ся")


def is_present_participle(word: str) -> bool:
    """`формирующие`: what somebody is doing, or what a paper is for."""
    return any(p.tag.POS == "PRTF" and p.tag.tense == "pres" for p in _parses(word.lower())[:1])


def is_nominative(word: str, parts: frozenset[str]) -> bool:
    """Whether a reading is a nominative of one of the parts of speech; an unknown word counts as one."""
    return any(pos in parts and case in {"nomn", None} for pos, case, _ in readings(word))


def is_common_noun(word: str) -> bool:
    """A noun of the dictionary that is no name in any reading: capital only where it opens a sentence."""
    tags = [p.tag for p in _parses(word.lower())]
    nouns = any(tag.POS == "NOUN" for tag in tags)
    return nouns and bool(_morph().word_is_known(word)) and not any(_PROPER & set(tag.grammemes) for tag in tags)


@lru_cache(maxsize=20_000)
def nominative(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words that agree with the last of them, in the nominative of their own number; as they are where none is known.

    A reading in which all of them stand in the nominative already wins: "Палата" stays, whatever else it may be.
    """
    parses = [_nouns(word) for word in words]
    shared = [key for key in parses[-1] if all(key in other for other in parses)]
    if not shared or any(case == "nomn" for case, _, _ in shared):
        return words
    case, number, gender = shared[0]
    return tuple(_inflected(word, found[(case, number, gender)]) for word, found in zip(words, parses, strict=True))


def _nouns(word: str) -> dict[tuple[str, str, str | None], Any]:
    """(case, number, gender in the singular) -> reading as a noun or adjective, the likeliest first."""
    found: dict[tuple[str, str, str | None], Any] = {}
    for parse in _parses(word.lower()):
        if parse.tag.POS in _DECLINED and parse.tag.case:
            gender = parse.tag.gender if parse.tag.number == "sing" else None
            found.setdefault((parse.tag.case, parse.tag.number, gender), parse)
    return found


def _inflected(word: str, parse: Any) -> str:
    wanted = {"nomn", parse.tag.number, *({parse.tag.gender} if parse.tag.number == "sing" else ())} - {None}
    form = parse.inflect(wanted)
    return _like(word, form.word) if form is not None else word


def _like(word: str, form: str) -> str:
    if word.isupper():
        return form.upper()
    parts = zip(word.split("-"), form.split("-"), strict=False)
    return "-".join(f[:1].upper() + f[1:] if w[:1].isupper() else f for w, f in parts)
