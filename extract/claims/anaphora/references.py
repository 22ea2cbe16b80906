"""The items of a sentence in, the same with its anaphors ("the organization", `шартқа`) resolved out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.body_natures_ru import body_of_nature
from extract.claims.anaphora.body_of_paper_ru import name_body_of_paper
from extract.claims.anaphora.both_papers_en import both_papers as both_of
from extract.claims.anaphora.capitals import acting, listed_capitals
from extract.claims.anaphora.capitals_ru import joined_capitals, oblique_capital
from extract.claims.anaphora.city_papers_kk import city_paper
from extract.claims.anaphora.country_references import as_countries, is_country, together
from extract.claims.anaphora.deed_papers_kk import paper_on_deed
from extract.claims.anaphora.definite import means_known
from extract.claims.anaphora.founded_by_kk import founded_by
from extract.claims.anaphora.founding_papers_en import paper_by_deed, renewed
from extract.claims.anaphora.interim_papers_ru import interim_paper
from extract.claims.anaphora.lives_en import it_lives
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.new_bodies import described_only
from extract.claims.anaphora.nouns_kk import kazakh_noun
from extract.claims.anaphora.object_pronouns_kk import paper_ratified
from extract.claims.anaphora.organs_described import organ_described
from extract.claims.anaphora.own_charters_ru import own_charter
from extract.claims.anaphora.pair_references import of_ages
from extract.claims.anaphora.paired_goals_en import joined_goals, of_last_paper
from extract.claims.anaphora.pairs import nation, two_bodies
from extract.claims.anaphora.paper_references import english_paper, is_founding, name_its_paper, without_deeds
from extract.claims.anaphora.papers_of_day import named_of_its_day, paper_of_its_day
from extract.claims.anaphora.papers_ru import (
    another_paper_told,
    further,
    named_by_deed,
    of_other_paper,
    paper_of_body,
    paper_told,
    unplaced,
    without_false_founding,
)
from extract.claims.anaphora.partner_lists_ru import both_papers, with_partner_lists
from extract.claims.anaphora.partner_papers import paper_with_partner, short_paper
from extract.claims.anaphora.partner_papers_kk import partner_paper
from extract.claims.anaphora.partner_papers_ru import area_agreement
from extract.claims.anaphora.partner_turns_en import partner_turn
from extract.claims.anaphora.partner_turns_kk import with_partner_turns
from extract.claims.anaphora.references_kk import (
    charter_of_it,
    defined,
    founding_of,
    gathering,
    is_lawful,
    kazakh_paper,
    of_time,
    opposed_body,
    paper_left,
    statute_of_it,
    with_other,
)
from extract.claims.anaphora.references_ru import (
    of_occasion,
    own_organ_meant,
    owner,
    paper_meant,
    paper_named,
    several,
    subject_meant,
)
from extract.claims.anaphora.regions_ru import with_regions
from extract.claims.anaphora.several_bodies_ru import several_bodies, with_none_of
from extract.claims.anaphora.speakers_en import speaking
from extract.claims.anaphora.statutes_kk import organ_statute
from extract.claims.anaphora.unnamed_rest_ru import without_unnamed
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.agreement import antecedent
from extract.claims.grammar.items import OTHER, Item, referring
from extract.language.russian import is_noun

_NAMING, _NEAREST = frozenset({"ru", "kk"}), frozenset({"ru"})
_RELATIVE = 4
_RELATIVE_FAR = 9
_NEW = "new"
_INTO, _WITHIN = frozenset({"в", "во"}), "структур"
# How long the ending of a noun may be: longer words are others ("act", "activity").
_TAILS = {"en": 1, "ru": 3, "kk": 8}
# What English articles call any body by, where the text tells of one alone: "Cabo Verde joined the union".
_LOOSE = frozenset({"union", "community", "association"})
# What a word is asked for first: nouns and peoples of one language each.
_SPOKEN_OF = (
    kazakh_noun, paper_ratified, two_bodies, joined_goals, it_lives, several_bodies, interim_paper, nation, speaking,
)  # fmt: skip


def find_references(items: Sequence[Item], lang: str, words: Anaphors, memory: Memory) -> tuple[Item, ...]:
    """Nouns that stand for something named before become items of its label; what is not resolved stays a word."""
    if lang == "ru":
        items = _without_kinds(without_unnamed(items, words), words)
        items = with_partner_lists(with_none_of(items, words, memory), words, memory)
        items = [named_by_deed(unplaced(i, words), words, memory) for i in with_regions(items, words)]
    else:
        items = listed_capitals(items, (lang, words), memory)
        items = with_partner_turns(items, memory) if lang == "kk" else items
        items = described_only(items, words) if lang == "en" else items
    found = [
        _resolved(items, k, lang, words, memory) if item.kind == "word" else _named(items, k, (lang, words), memory)
        for k, item in enumerate(items)
    ]
    if lang == "ru":
        found = joined_capitals(found, items)
        items = found
    for k, item in enumerate(found):
        if item.kind == "place" and k + 1 < len(found) and together(items, k + 1, words):
            found[k] = replace(item, kind="word")
        if item.kind == "word" and item.norm in words.relatives:
            found[k] = _relative(found, k, lang, words)
            name_its_paper(found, k, words, memory)
            if lang == "ru":
                name_body_of_paper(found, k, words, memory)
    return tuple(without_deeds(found, words) if lang == "en" else found)


def _named(items: Sequence[Item], k: int, spoken: tuple[str, Anaphors], memory: Memory) -> Item:
    """A name that stands for another: a capital for its country, a Russian "founding act" for its body's paper."""
    of_day = named_of_its_day(items, k, spoken[1], memory)
    if spoken[0] == "kk" and of_day is None and items[k].label == "TREATY" and not items[k].ids:
        of_day = partner_paper(items, k, spoken[1], memory) or None
    if spoken[0] == "ru" and of_day is None and (of_day := area_agreement(items, k, memory)):
        memory.meant(of_day, items[k].start)
    if spoken[0] == "en" and of_day is None and items[k].label == "TREATY" and not items[k].ids:
        partnered = paper_with_partner(items, k, spoken[1], memory)
        of_day = partnered.ids[0] if partnered else None
    of_day = renewed(items, k, memory) if spoken[0] == "en" and of_day is None else of_day
    other = referring(items[k], "TREATY", (of_day,)) if of_day is not None else None
    if spoken[0] == "en" and other is None and (papers := short_paper(items, k, memory)):
        other = referring(items[k], "TREATY", papers)
    if spoken[0] == "ru" and other is None:
        other = without_false_founding(items, k, spoken[1], memory) or oblique_capital(items, k, spoken[1], memory)
    return acting(items, k, spoken, memory) if other is None else other


def _without_kinds(items: Sequence[Item], words: Anaphors) -> Sequence[Item]:
    """ "The organization SCO": a Russian noun that says what an abbreviation is adds nothing to the name."""
    return [i for k, i in enumerate(items) if not (i.kind == "word" and _says_kind(items, k, words))]


def _says_kind(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    following = items[k + 1] if k + 1 < len(items) else None
    if following is None or following.kind != "name" or following.label != "ORG" or not following.text.isupper():
        return False
    # "Entered the structure of A": into it, and not into A.
    into = items[k].norm.startswith(_WITHIN) and items[k - 1].norm in _INTO
    return (
        items[k].text.islower()
        and not into
        and any(is_form(items[k].norm, stem, "ru", words) for stem, kinds in words.bodies.items() if not kinds)
    )


def _relative(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> Item:
    """ "which" is the name that its clause hangs on."""
    if lang == "ru":
        meant = antecedent(items, k, _RELATIVE_FAR)
        if meant is None or (not meant.members and meant.norm.startswith(tuple(words.bodies))):
            return items[k]
        return replace(items[k], kind="ref", label=meant.label or OTHER, members=meant.members)
    for other in reversed(items[max(0, k - _RELATIVE) : k]):
        if other.kind in {"name", "ref"} and other.members:
            return replace(items[k], kind="ref", label=other.label, members=other.members)
    return items[k]


def _resolved(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item:
    if items[k].start in memory.ours and lang == "ru":
        return referring(items[k], "ORG", (memory.ours[items[k].start],))
    if items[k].norm in words.never or not words.points(items[k].norm):
        return items[k]
    for read in (*_SPOKEN_OF, as_countries, body_of_nature, _as_noun, _as_pronoun):
        found = read(items, k, lang, words, memory)
        if found is not None:
            return found
    return items[k]


def _as_noun(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """A common noun for a body or a paper: the one that was named, or one without a name."""
    item = items[k]
    told = _as_paper(items, k, lang, words, memory)
    if told is not None:
        return told
    described = organ_described(items, k, lang, words, memory) if words.organ_nouns else None
    if described is not None:
        return described
    for label, classes in (("ORG", words.bodies), ("TREATY", words.instruments)):
        # Asked of every word: most begin like none of the nouns.
        stems = classes if item.norm.startswith(tuple(classes)) else ()
        stem = next((s for s in stems if is_form(item.norm, s, lang, words)), None)
        if stem is not None and lang == "ru" and label == "ORG" and further(items, k):
            return None  # «Ещё одну структуру» — another than the one in mind.
        if stem is not None and means_known(items, k, lang, words):
            return _of_kind(items, k, (lang, words), memory, (label, stem, classes[stem]))
    organ = _organ_meant(items, k, words, memory) if words.organs else None
    if organ is not None:
        return referring(item, "ORG", (organ,))
    if lang == "kk" and is_lawful(items, k, words):
        return None
    nameless = words.nameless if item.norm.startswith(words.nameless) and (lang != "ru" or is_noun(item.norm)) else ()
    if any(item.norm.startswith(s) and len(item.norm) - len(s) <= _TAILS[lang] for s in nameless):
        return replace(item, kind="ref", label="TREATY")
    return None


def _of_kind(
    items: Sequence[Item], k: int, spoken: tuple[str, Anaphors], memory: Memory, noun: tuple[str, str, Sequence[str]]
) -> Item:
    """What a noun stands for that means one known; `noun`: its label, its stem, and the kinds of bodies it may be."""
    item, (lang, words), (label, stem, kinds) = items[k], spoken, noun
    ask = memory.body if label == "ORG" else memory.instrument
    # "Of this organization": in Kazakh that of the sentence, where one is named.
    langs = _NAMING if _points_back(items, k, words) else _NEAREST
    id_ = _beside(items, k, (lang, words), langs) if label == "ORG" and not kinds else None
    called = memory.introduced_as(stem, item.start) if label == "ORG" and lang == "ru" and not id_ else None
    if called is not None:
        return referring(item, label, (called,)) if called else replace(item, kind="ref", label=label)
    id_ = None if memory.is_organ(id_) else id_
    id_ = id_ or (_new_or_organ(items, k, words, memory) if label == "ORG" and lang == "en" else None)
    loose = label == "ORG" and lang in _NAMING and not kinds
    asked = memory.body_called(item.start, stem) if loose and not id_ else None
    id_ = id_ or (None if lang == "ru" and several(items, k) else asked or ask(item.start, kinds))
    id_ = None if lang == "ru" and label == "TREATY" and of_other_paper(items, k, memory) else id_
    id_ = id_ or (memory.only_body(item.start) if lang == "en" and item.norm in _LOOSE else None)
    if lang == "kk":
        id_ = gathering(item, id_, words, memory) if label == "ORG" else id_ or paper_left(item, kinds, memory)
    id_ = memory.called_so(id_, item.start, kinds) if lang == "kk" and label == "ORG" and id_ else id_
    bodiless = not id_ and label == "TREATY" and lang == "ru"
    id_ = paper_of_body(items, k, kinds, memory) if bodiless else id_
    if id_ and lang == "ru":
        memory.said_again(label, id_, item)
    return referring(item, label, (id_,) if id_ else ())


def _as_paper(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """A paper that the words around its noun make a certain one, or another than those that were named."""
    item = items[k]
    both = both_papers(items, k, words, memory) if lang == "ru" else ()
    if both:
        return referring(item, "TREATY", both)
    by_deed = (both_of(items, k, words, memory) or paper_by_deed(items, k, words, memory)) if lang == "en" else None
    if by_deed is not None:
        return by_deed
    of_day = paper_of_its_day(items, k, lang, words, memory)
    if of_day is not None:
        memory.meant(of_day, item.start)
        if lang == "ru":
            memory.said_again("TREATY", of_day, item)
        return referring(item, "TREATY", (of_day,))
    told = english_paper(items, k, words, memory) if lang == "en" else None
    told = told or (paper_with_partner(items, k, words, memory) if lang == "en" else None)
    told = told or (partner_turn(items, k, memory) if lang == "en" else None)
    told = told or (of_ages(items, k, words, memory) if lang == "en" else None)
    if told is not None:
        return told
    city = city_paper(items, k, words, memory) if lang == "kk" else None
    city = founded_by(items, k, words, memory) if lang == "kk" and city is None else city
    if city is not None:
        return referring(replace(item, kind="ref", label="TREATY"), "TREATY", (city,) if city else ())
    meant = defined(items, k, words) if lang == "kk" else None
    if meant is not None:
        return referring(item, meant[0], (meant[1],))
    partnered = partner_paper(items, k, words, memory) if lang == "kk" else None
    partnered = area_agreement(items, k, memory) if lang == "ru" else partnered
    if partnered:
        memory.meant(partnered, item.start)
        return referring(item, "TREATY", (partnered,))
    if lang == "kk" and with_other(items, k, words):
        return replace(item, kind="ref", label="TREATY")
    other = another_paper_told(items, k, words, memory) if lang == "ru" else None
    if other is not None:
        return other
    paper = _certain_paper(items, k, lang, words, memory)
    if paper is not None:
        return referring(item, "TREATY", (paper,) if paper else ())
    return None


def _certain_paper(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> str | None:
    """The paper that the words beside its noun make a certain one; empty where it is one, and nobody knows which."""
    told = (founding_of, charter_of_it, statute_of_it, paper_on_deed, organ_statute) if lang == "kk" else ()
    paper = next((p for read in told if (p := read(items, k, words, memory))), None)
    paper = (own_charter(items, k, memory) or paper_told(items, k, words, memory)) if lang == "ru" else paper
    if paper is None and is_founding(items, k, lang, words):
        paper = memory.founding(items[k].start) or ""
        if lang == "kk" and paper:
            memory.meant(paper, items[k].start)
    paper = paper_named(items, k, words, memory) if lang == "ru" and paper is None else paper
    if lang == "ru" and paper:
        memory.meant(paper, items[k].start)
    return paper


def _organ_meant(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The Court": the organ of that kind that was named; one that somebody owns is his."""
    norm = items[k].norm
    stem = next((s for s in words.organs if norm.startswith(s)), None)
    if stem is None or (norm != stem and norm[len(stem) :] not in words.singular):
        return None
    known = means_known(items, k, "kk", words)
    return memory.organ(items[k].start, words.organs[stem]) if known else None


def _as_pronoun(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """A pronoun for a body or, in Kazakh, a paper; the bare noun for a country."""
    item = items[k]
    if lang == "kk" and item.norm in words.body_pronouns and of_time(items, k):
        return None
    if item.norm in words.body_pronouns and k and _governed(items[k - 1].norm, words.body_pronouns[item.norm]):
        paper = kazakh_paper(items, k, memory) if lang == "kk" else None
        paper = paper_meant(items, k, memory) if lang == "ru" else paper
        if paper is not None:
            return referring(item, "TREATY", (paper,))
        told = opposed_body(items, k, words, memory) if lang == "kk" else None
        told = (subject_meant(items, k, memory) or own_organ_meant(items, k, memory)) if lang == "ru" else told
        # "The organization is open, but nobody joined it": the noun of the sentence is meant, no organ before it.
        own = any(i.norm.startswith(tuple(words.bodies)) for i in items[:k])
        organ = memory.topic_organ(item.start) if lang == "kk" and not own else None
        told = of_last_paper(items, k, memory) if lang == "en" else told
        id_ = told or _beside(items, k, (lang, words), _NAMING) or organ or memory.body(item.start)
        return referring(item, "ORG", (id_,) if id_ else ())
    body = owner(items, k, words, memory) if lang == "ru" else None
    if body is not None:
        return referring(item, "ORG", (body,))
    if is_country(items, k, lang, words):
        return referring(item, "COUNTRY", memory.one_country(item.start))
    return None


def _points_back(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "In this organization", but not "this organization, which came out of A": what describes it names another."""
    pointing = k > 0 and (items[k - 1].norm in words.these or _of_that(items, k, words))
    return pointing and not (k > 1 and items[k - 2].norm.endswith(words.described))


def _of_that(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "That format A did not join": before a country a Kazakh pronoun belongs to the noun, and is no subject."""
    following = items[k + 1] if k + 1 < len(items) else None
    return items[k - 1].norm in words.personal and following is not None and following.label == "COUNTRY"


def _new_or_organ(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """The English "new body", or "the institution" of a text that is about an organ."""
    organ = memory.topic_organ(items[k].start) if items[k].norm in words.organic else None
    return _newly_founded(items[:k], memory) or organ


def _newly_founded(items: Sequence[Item], memory: Memory) -> str | None:
    """ "With the treaty on A its forerunner gave way to the new body": what an English sentence founded before."""
    if not items or items[-1].norm != _NEW:
        return None
    papers = [i.ids[-1] for i in items if i.kind == "name" and i.label == "TREATY" and i.ids]
    return memory.founded(papers[-1]) if papers else None


def _beside(items: Sequence[Item], k: int, spoken: tuple[str, Anaphors], langs: frozenset[str]) -> str | None:
    """The body that a Russian sentence named just before; one that only describes a noun hardly is it.

    Before a pronoun it is that of a Kazakh sentence too.
    """
    lang, words = spoken
    named = [n for n, i in enumerate(items[:k]) if i.kind == "name" and i.label == "ORG" and i.ids]
    if lang not in langs or not named:
        return None
    if lang == "kk":
        # "A was founded as the heir of B: it was joined by …": B is only mentioned.
        told = [n for n in named if items[n + 1].norm not in words.asides]
        return items[(told or named)[-1]].ids[-1]
    named = [n for n in named if not of_occasion(items, n, words)]
    plain = [n for n in named if not n or items[n - 1].kind != "word" or not is_noun(items[n - 1].norm)]
    return items[(plain or named)[-1]].ids[-1] if named else None


def _governed(norm: str, governors: Sequence[str]) -> bool:
    return not governors or norm in governors
