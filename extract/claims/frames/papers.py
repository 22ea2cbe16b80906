"""A trigger of signing or the like in its sentence in, papers that stand there and play another part out."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims.anaphora.references_ru import paper_told_of
from extract.claims.anaphora.words import Anaphors
from extract.claims.fillers.accession_named_en import named_accession
from extract.claims.fillers.accession_papers_en import accession_papers
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import agrees_with_verb, is_noun, is_part
from extract.language.tokens import fold
from kb.model import Claim

_PAPER_NEAR, _PAPER_FAR, _BESIDE = 4, 6.0, 2
_PACT_FAR, _DEFINITE = 10.0, frozenset({"the", "this"})
_TREATY, _ENDED = "TREATY", "terminated.self"
_RATIFIED, _AFTER = "ratified", "после"
_FOUNDED = "established"
_MEMBER, _DERIVED = "membership", "derived"
_AND = frozenset({"and", "but"})
_SIGNED, _CONSENT = "signed", frozenset({"ratification", "consent", "assent", "approval", "blessing"})
# A joint and a pronoun before the second of two papers; so far before it stands the first.
_PAIRED, _TITLED = 3, 9
_RATIFYING, _PARAGRAPH, _LONG_AGO = "ратификаци", "\n\n", 400
_RATIFIABLE = ("treaty-", "agreement-", "protocol-", "convention-", "charter-")
# Nouns of time behind a participle: "was signed a year ago", "was signed once".
_TIMES = ("год", "месяц", "день", "час", "раз", "срок", "момент", "период")
_FOR = fold("үшін")
_SAYING_WHICH = frozenset({"that", "which", "prolonging", "extending", "amending", "replacing", "ending"})
# "Signed …, it": a participle that opens its sentence, and how far back "it" may mean a paper, in characters.
_ED, _IT, _IN_MIND = "ed", "it", 300
# A Kazakh genitive, letters folded.
_GENITIVE = ("ның", "нын", "ниң", "нин")


def accession(scene: Scene, told: Told) -> tuple[str, ...]:
    """The instrument by which a country joined, where a bare "treaty on its accession" is meant."""
    items = scene.clauses.items
    described = accession_papers(scene, told) or named_accession(scene)
    if described:
        return described
    for k, item in enumerate(items):
        if _joining_paper(scene, told, item):
            found = _joining(scene, k) or _joining_named(scene, k)
            return (found,) if found else ()
        if item.kind != "word" or not item.norm.startswith(scene.anaphors.accession):
            continue
        near = items[max(0, k - _PAPER_NEAR) : k + _PAPER_NEAR]
        bare = any(i.norm.startswith(tuple(scene.anaphors.instruments)) or _is_paper(i, scene.anaphors) for i in near)
        if bare and scene.clauses.cost(told.trigger, k) < _PAPER_FAR:
            found = _joining(scene, k)
            return (found,) if found else ()
    return ()


def another_paper(scene: Scene, told: Told) -> bool:
    """ "Wanted to sign an agreement with B": a paper that nobody knows stands right behind its Russian verb.

    "With B was signed a memorandum": so does the subject of a short participle.
    """
    items, k = scene.clauses.items, told.trigger.last + 1
    if scene.lang == "en":
        return _signs_that_which(scene, told)
    if scene.lang == "ru" and told.form.voice == "passive" and k < len(items) and items[k].kind == "word":
        named = is_noun(items[k].norm) and not items[k].norm.startswith(_TIMES)
        return named and agrees_with_verb(items[k].norm, items[told.trigger.head].norm)
    verbal = scene.lang == "ru" and told.form.voice in {"active", "infinitive", "converb"}
    if not verbal or k >= len(items) or items[k].ids:
        return False
    unknown = (items[k].kind, items[k].label) == ("ref", _TREATY)
    return unknown or (items[k].kind == "word" and items[k].norm.startswith(tuple(scene.anaphors.instruments)))


def _signs_that_which(scene: Scene, told: Told) -> bool:
    """ "Refused to sign the protocol that prolonged it": a noun for a paper between the English verb and "that"."""
    items, last = scene.clauses.items, told.trigger.last
    at = last + 1 + (last + 1 < len(items) and items[last + 1].norm in ARTICLES)
    if told.form.voice not in {"active", "infinitive"} or at + 1 >= len(items) or items[at].ids:
        return False
    paper = items[at].norm in scene.anaphors.instruments or items[at].label == _TREATY
    return paper and items[at + 1].norm in _SAYING_WHICH


def agreed_body(scene: Scene, told: Told, side: str) -> tuple[str, ...]:
    """ "NAFTA was signed": a body that is an agreement by its name, or the instrument that founds it."""
    k = scene.find(told, Slot(BODY, side), far=_PACT_FAR) if scene.lang != "kk" else None
    return tuple(scene.tables.paper_of(id_) or id_ for id_ in scene.ids(k) if id_ in scene.tables.pacts)


def joined_lately(scene: Scene, told: Told, k: int | None) -> tuple[str, ...]:
    """ "A joined B. The treaty had been signed in 2014": that by which it joined, where none was named.

    "A and B founded C. They had signed the treaty in 2014": that by which it was founded.
    """
    last = scene.before or scene.last
    founded = _founded_by_it(scene, told)
    if founded is not None:
        return founded
    if scene.lang != "en" or k is not None or last is None:
        return ()
    begun = _just_founded(last)
    if begun is None and last.type != "acceded":
        return ()
    items, kinds = scene.clauses.items, scene.anaphors.instruments
    near = ((scene.clauses.cost(told.trigger, n), n) for n, i in enumerate(items) if i.norm in kinds and not i.ids)
    cost, at = min(near, default=(_PACT_FAR, 0))
    described = at + 1 < len(items) and items[at + 1].norm in scene.anaphors.named_by
    # "Had signed the treaty on 29 May 2014": a day says when, and not on what.
    described = described and not (at + 2 < len(items) and items[at + 2].kind == "date")
    if cost >= _PACT_FAR or described or not at or items[at - 1].norm not in _DEFINITE:
        return ()
    if begun is not None:
        paper = scene.tables.paper_of(begun)
        return (paper,) if paper and paper.startswith(tuple(kinds[items[at].norm]) or "\n") else ()
    paper = scene.tables.accessions.get((last.subject_id, last.object_id or ""))
    return (paper,) if paper else ()


def _just_founded(last: Draft | Claim) -> str | None:
    """The body whose founding was told last; what follows from it for its founders stands behind it."""
    if isinstance(last, Claim) and (last.type, last.origin) == (_MEMBER, _DERIVED):
        return last.object_id
    return last.subject_id if last.type == _FOUNDED else None


def _founded_by_it(scene: Scene, told: Told) -> tuple[str, ...] | None:
    """ "The agreement was signed establishing A": behind the verb it is told which body the paper founds."""
    items, at = scene.clauses.items, told.trigger.last + 1
    if scene.lang != "en" or told.form.voice != "passive" or at >= len(items):
        return None
    if items[at].norm not in scene.anaphors.founds_it:
        return None
    named = next((i for i in items[at + 1 : at + 1 + len(ARTICLES)] if i.label == "ORG" and i.ids), None)
    paper = scene.tables.paper_of(named.ids[0]) if named else None
    return (paper,) if paper else ()


def _joining_paper(scene: Scene, told: Told, item: Item) -> bool:
    """A Kazakh "treaty on joining A" that is nobody's by its name: that of the country which signs it."""
    paper = scene.lang == "kk" and told.form.voice != "noun" and item.label == "TREATY" and not item.ids
    return paper and any(word.startswith(scene.anaphors.accession) for word in fold(item.text).split())


def _joining_named(scene: Scene, k: int) -> str | None:
    """The body stands inside the name of the paper."""
    words = fold(scene.clauses.items[k].text).split()
    countries = [i.ids[0] for i in scene.clauses.items if i.label == "COUNTRY" and len(i.ids) == 1]
    for (country, body), paper in scene.tables.accessions.items():
        names = tuple(n for n in scene.tables.words.get(body, ()) if len(n) >= _PAPER_NEAR)
        if country in countries and words[0].startswith(names or "\n"):
            return paper
    return None


def _joining(scene: Scene, k: int) -> str | None:
    items = scene.clauses.items
    single = [n for n, i in enumerate(items) if i.label == "COUNTRY" and len(i.ids) == 1]
    near = [(scene.clauses.between(k, n), n) for n in single]
    countries = items[min(near)[1]].ids if near else scene.memory.countries(items[k].start)
    named = [i.ids[0] for i in items[k + 1 : k + _PAPER_NEAR] if i.label == "ORG" and i.ids]
    body = named[0] if named else scene.memory.body(items[k].start) or scene.memory.body(items[-1].end)
    if not countries or not body:
        return None
    paper = scene.tables.accessions.get((countries[-1], body))
    return paper if paper or named else _only_accession(scene, countries[-1], items[k].start)


def _only_accession(scene: Scene, country: str, at: int) -> str | None:
    """The one treaty by which the country joined a body that was named, where another body is on the mind."""
    known = {p for (c, body), p in scene.tables.accessions.items() if c == country and scene.memory.has_named(body, at)}
    return known.pop() if len(known) == 1 else None


def argued(scene: Scene, told: Told) -> list[int]:
    """Names directly behind another noun of doing: "the law on the ratification of A" is not A."""
    if scene.lang != "ru":
        return []
    nouns = (k for k, t in scene.clauses.held.items() if t.form == "noun" and t is not told.trigger)
    found = [k + 1 for k in nouns if k + 1 < len(scene.clauses.items) and not scene.ungoverned(k + 1)]
    # "When the USSR fell apart, A arose": a country whose end is told founded nothing.
    ended = (k for k, t in scene.clauses.held.items() if t.frame == _ENDED and t is not told.trigger)
    near = (n for k in ended for n in (k - 1, k + 1) if 0 <= n < len(scene.clauses.items))
    return [*found, *(n for n in near if scene.clauses.items[n].label == "COUNTRY")]


def for_one_party(scene: Scene) -> bool:
    """ "Stopped the application of the treaty in respect of A": between others it goes on."""
    items = scene.clauses.items
    named = [k for k, i in enumerate(items) if i.label == "COUNTRY" and i.kind == "name"]
    if scene.lang == "kk":  # «Сол мемлекетке қатысты».
        named += [k for k, i in enumerate(items) if i.norm.startswith(scene.anaphors.countries)]
    near = (items[k + 1 : k + 2] if scene.lang == "kk" else items[max(0, k - _BESIDE) : k] for k in named)
    return any(i.norm in scene.anaphors.regarding for held in near for i in held)


def beyond_clause(scene: Scene, told: Told, k: int | None) -> bool:
    """ "Parliament blocked ratification, and the charter was signed": a paper of another clause is not the noun's."""
    if scene.lang != "en" or told.trigger.frame != _RATIFIED or k is None or k <= told.trigger.last:
        return False
    held = range(told.trigger.last + 1, k)
    return any(scene.clauses.items[n].text == "," and scene.clauses.adds(n + 1) for n in held)


def quoted(scene: Scene, told: Told) -> list[int]:
    """ "Laid down in A": a Kazakh paper in the locative or ablative is cited, not what a participle tells of."""
    cited = {".locative", ".ablative"} if scene.lang == "kk" else set()
    named = (k for k, i in enumerate(scene.clauses.items) if i.kind == "name" and k != told.trigger.last + 1)
    return [k for k in named if scene.arguments.marks(k) & cited]


def addressed(scene: Scene, told: Told, kind: str) -> list[int]:
    """ "Under A it was adopted": a Kazakh paper in the dative is neither adopted nor in force."""
    if scene.lang != "kk" or kind not in {"adopted", "entered_into_force"}:
        return []
    named = (k for k, i in enumerate(scene.clauses.items) if i.label == "TREATY" and k > told.trigger.last + 1)
    before = (k for k, i in enumerate(scene.clauses.items[: told.trigger.first]) if i.label == "TREATY")
    return [k for k in (*before, *named) if ".dative" in scene.arguments.marks(k)]


def for_parties(scene: Scene) -> bool:
    """ "In force for A since X, for B since Y": a Kazakh postposition behind the countries."""
    items = scene.clauses.items
    countries = (k for k, i in enumerate(items[:-1]) if scene.lang == "kk" and i.label == "COUNTRY")
    return any(items[k + 1].norm == _FOR for k in countries)


def owns_noun(scene: Scene, told: Told, at: int) -> bool:
    """ "Its entry into force": a Kazakh pronoun in the genitive, a Russian one inside the trigger owns its noun."""
    if scene.lang == "ru":
        return told.trigger.first <= at <= told.trigger.last
    return scene.lang == "kk" and scene.clauses.items[at].norm.endswith(_GENITIVE)


def paper_begun(scene: Scene, told: Told) -> str | None:
    """ "It began to work": the paper that a Russian text named last, where the pronoun before the verb goes with it."""
    items, at = scene.clauses.items, scene.pronoun(told)
    if (begun := begun_behind(scene, told)) is not None:
        return items[begun].ids[0] if items[begun].ids else None  # "On D began to work the treaty on A."
    if at is None or items[at].norm not in scene.anaphors.personal:
        return None
    return paper_told_of(items, at, scene.memory)


def begun_behind(scene: Scene, told: Told) -> int | None:
    """ "The head of A said that on D began to work a full treaty on B": a paper behind the Russian verb."""
    items, k = scene.clauses.items, told.trigger.last + 1
    while k < min(told.trigger.last + _PAPER_NEAR, len(items) - 1) and is_part(items[k].norm, "ADJF"):
        k += 1
    return k if scene.lang == "ru" and k < len(items) and items[k].label == _TREATY else None


def paired_paper(scene: Scene, k: int | None) -> tuple[str, ...]:
    """ "The treaty on the bank and its charter were signed": the Russian paper that "and its" adds another to."""
    items, words = scene.clauses.items, scene.anaphors
    if scene.lang != "ru" or k is None or k < _PAIRED or items[k].kind != "ref":
        return ()
    if items[k - 1].norm not in words.owners or not scene.clauses.joins(k - 2):
        return ()
    before = list(takewhile(lambda i: i.kind != "mark", reversed(items[max(0, k - _TITLED) : k - 2])))
    own = list(takewhile(lambda i: not is_part(i.norm, "VERB"), before))
    return next((i.ids for i in own if i.label == _TREATY), ())


def ratified_in_mind(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A completed ratification on X": where a Russian noun does not say of what, it is of the paper in mind."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    noun = any(i.norm.startswith(_RATIFYING) for i in items[first : last + 1]) and told.form.voice != "noun"
    following = items[last + 1] if last + 1 < len(items) else None
    owned = following is not None and following.kind == "word" and is_noun(following.norm)
    if scene.lang != "ru" or told.trigger.frame != _RATIFIED or not noun or owned:
        return ()
    if any(i.label == _TREATY or i.norm.startswith(tuple(scene.anaphors.instruments)) for i in items):
        return ()
    start = items[first].start
    since = scene.text[scene.memory.named_at(start) : start]
    # A paper of another paragraph that is far off is no more in mind.
    paper = None if _PARAGRAPH in since and len(since) > _LONG_AGO else scene.memory.instrument(start)
    return (paper,) if paper and paper.startswith(_RATIFIABLE) else ()


def paper_ahead(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Signed in P on D and ratified by all, it covers …": what an English sentence is about stands past its comma."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    opened = scene.clauses.held.get(0)
    if scene.lang != "en" or opened is None or opened.form != "verb" or not items[0].norm.endswith(_ED):
        return ()
    comma = next((k for k in range(last + 1, len(items) - 1) if items[k].text == ","), None)
    while comma is not None and _described_on(items, comma + 1):
        comma = next((k for k in range(comma + 1, len(items) - 1) if items[k].text == ","), None)
    joined = first == 0 or scene.clauses.joins(first - 1) or _described_on(items, first)
    if comma is None or not joined:
        return ()
    subject = items[comma + 1 + (items[comma + 1].norm in ARTICLES)]
    if subject.norm == _IT:
        paper = scene.memory.instrument(subject.start, far=_IN_MIND)
        return (paper,) if paper else ()
    return subject.ids if subject.label == "TREATY" else ()


def _described_on(items: Sequence[Item], k: int) -> bool:
    """ "Signed in P, rejected by A in June, and approved in May, the treaty": a further participle behind a comma."""
    verb = items[k + (items[k].norm in _AND) : k + 2][:1]
    return items[k - 1].text == "," and any(i.norm.endswith(_ED) for i in verb)


def ratified_next(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "… was signed in 2003; Kyiv's ratification followed in 2004": in English of the paper told of before.

    So is what a parliament "gave its consent" to.
    """
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    noun = any(i.norm in _CONSENT for i in items[first : last + 1])
    if scene.lang != "en" or not noun or told.trigger.frame != _RATIFIED or told.form.voice == "noun":
        return ()
    before = scene.before
    paper = before.subject_id if before is not None and before.type == _SIGNED else None
    paper = paper or scene.memory.instrument(items[first].start, far=_IN_MIND)
    return (paper,) if paper and paper.startswith(_RATIFIABLE) else ()


def _is_paper(item: Item, words: Anaphors) -> bool:
    return item.label == "TREATY" or (item.kind == "name" and fold(item.text).startswith(tuple(words.instruments)))


def told_of_ahead(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "After ratification by all parties it came into force": a Russian noun in front is of the subject behind it."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "ru" or told.trigger.frame != _RATIFIED or all(i.norm != _AFTER for i in items[:first][-2:]):
        return ()
    comma = next((k for k in range(last + 1, len(items)) if items[k].text == ","), len(items))
    subject = next(iter(items[comma + 1 :]), None)
    if subject is None or any(i.kind == "name" and i.label != "COUNTRY" for i in items[last + 1 : comma]):
        return ()
    if subject.label == "TREATY":
        return subject.ids
    paper = paper_told_of(items, comma + 1, scene.memory) if subject.norm in scene.anaphors.personal else None
    return (paper,) if paper else ()
