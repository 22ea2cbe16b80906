"""A Russian trigger and a date of its sentence in, whether the date is of another clause or verb out."""

from collections.abc import Mapping

from extract.claims.datings.answered_ru import answered
from extract.claims.datings.framed_dates_ru import of_frame
from extract.claims.datings.further_steps_ru import described_aside
from extract.claims.datings.gap_dates_ru import heads_gap, of_next_body, within_participle
from extract.claims.datings.relative_dates_ru import of_aside, of_motive, of_relative, of_scope
from extract.claims.datings.talks_ru import talks_begun
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_acting, is_part, kinds

_PARTS, _STRETCH = frozenset(":;"), frozenset(",;:.")
_TO_COME, _THAT = frozenset({"hypothetical", "planned"}), frozenset({"что", "будто"})
_FEW, _ASIDE, _WHEREAS = 3, 2, "а"
_ABOUT, _PLANNED = frozenset({"о", "об"}), ".planned"
_AFTER, _ACTS = frozenset({"после", "вслед"}), ("signed", "adopted")


def of_other(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """Whether the date at `k` stands where it can only be of something else."""
    near = _opens_part(clauses, trigger, k) or _past_aside(clauses, trigger, k) or _past_apposition(clauses, trigger, k)
    plain = form.voice != "noun" and not form.mood  # What is planned may have the date of who asked for it.
    near = (
        near
        or (form.voice == "noun" and (_before_aside(clauses, trigger, k) or _of_talks(clauses, trigger, k)))
        or ((plain or _past_verb(clauses, trigger, k)) and _of_participle(clauses, trigger, k))
    )
    near = near or talks_begun(clauses, trigger, form, k) or of_frame(clauses, trigger, form, k)
    near = near or heads_gap(clauses, trigger, k) or within_participle(clauses, trigger, k)
    near = near or answered(clauses, trigger, k) or described_aside(clauses, trigger, form, k)
    near = near or of_relative(clauses, trigger, k) or of_scope(clauses, trigger, k) or of_motive(clauses, trigger, k)
    near = near or of_aside(clauses, trigger, k) or of_next_body(clauses, trigger, k)
    if near or clauses.hung_on(trigger, k) or clauses.contrasted(trigger, k) or _of_gap(clauses, trigger, k):
        return True
    if _of_words(clauses, trigger, form, k):
        return True
    return _of_next_verb(clauses, trigger, k) or _of_other_verb(clauses, trigger, form, k)


def _past_verb(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "After the end of A, B took over, which has worked since X": a verb stands between the noun and the date."""
    return any(trigger.last < n < k for n in clauses.verbs)


def _of_words(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "In 2010 it was said that A may join": before "that" stands the day of the words, not of what may come."""
    behind = range(k + 2, trigger.first) if form.mood in _TO_COME else ()
    return any(clauses.items[n].norm in _THAT and clauses.items[n - 1].text == "," for n in behind)


def _of_gap(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "There joined A, and on 12 August — B": a stretch with a dash, a name and no verb has a date of its own."""
    items = clauses.items
    begun = next((n for n in range(k - 1, trigger.last, -1) if _parts(clauses, n)), 0)
    ended = next((n for n in range(k + 1, len(items)) if _parts(clauses, n)), len(items))
    held = range(begun + 1, ended)
    if begun <= trigger.last or any(n in clauses.verbs or n in clauses.held for n in held):
        return False
    named = any(items[n].kind in {"name", "ref"} for n in held)
    dash = next((n for n in held if items[n].text in DASHES and not items[n].depth), 0)
    return named and (bool(dash) or (items[begun].text == "," and items[begun + 1].norm == _WHEREAS))


def _parts(clauses: Clauses, k: int) -> bool:
    return clauses.items[k].text in _STRETCH or clauses.adds(k)


def _opens_part(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A grew out of B: in 2000 C founded it": right behind a colon or semicolon a date is of what follows it."""
    at = k - 1
    while at > trigger.last and clauses.items[at].kind == "word":
        at -= 1
    parted = at > trigger.last and clauses.items[at].text in _PARTS and k - at <= _FEW
    if parted and any(n > k for n in clauses.verbs):
        return True
    # "A left once before: in 1999 it refused, but in 2006 it came back": a verb behind the colon tells of itself.
    colon = next((n for n in range(trigger.last + 1, k) if clauses.items[n].text == ":"), k)
    return trigger.form == "verb" and any(colon < n < k for n in clauses.verbs)


def _before_aside(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "On 26 January, after ratification by all, it came into force": the date before the comma is not of the noun."""
    items, first = clauses.items, trigger.first
    opened = next((n for n in range(first - 1, k, -1) if items[n].text == ","), 0)
    return opened > k and items[opened + 1].norm in _AFTER and any(i.text == "," for i in items[trigger.last + 1 :])


def founded_by_paper(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]
) -> dict[Trigger, int]:
    """ "On X they signed the treaty that founded A": what an active participle says of a paper has the paper's day."""
    more: dict[Trigger, int] = {}
    for right in forms if clauses.lang == "ru" else ():
        if right in found or right.frame != "established" or not is_acting(clauses.items[right.head].norm):
            continue
        done = [t for t in found if t.frame.startswith(_ACTS) and t.last < right.first]
        left = max(done, key=lambda t: t.last, default=None)
        if left is not None and not any(left.last < v < right.first for v in clauses.verbs):
            more[right] = found[left]
    return more


def _of_participle(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "There joined A, which had applied in 2008": the date of a participle that tells no claim is not of the verb."""
    comma = next((n for n in range(k - 1, 0, -1) if clauses.items[n].kind == "mark"), 0)
    opener = clauses.items[comma + 1]
    if clauses.items[comma].text != "," or comma + 1 in clauses.held or comma < trigger.head:
        return False
    parts = (n for n in (comma + 1, comma + 2) if n < k and clauses.items[n].kind == "word" and n not in clauses.held)
    if any(i.norm.startswith(clauses.sitting) for i in clauses.items[comma + 1 : comma + 3]):
        return False
    described = clauses.items[comma - 1].kind in {"name", "ref"} and opener.kind == "word"
    return described and any(is_part(clauses.items[n].norm, "PRTF") for n in parts)


def _of_talks(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The talks on the accession of A, begun in 2014, go on": a participle of the noun that governs the trigger."""
    items, first = clauses.items, trigger.first
    talks = trigger.frame.endswith(_PLANNED)
    about = talks or (first > 1 and items[first - 1].norm in _ABOUT)
    comma = next((n for n in range(trigger.last + 1, k) if items[n].text == ","), 0)
    if not about or not comma or not is_part(items[comma + 1].norm, "PRTF"):
        return False
    part, owner, own = (kinds(items[n].norm) for n in (comma + 1, max(0, first - 2), trigger.head))
    return talks or (not part.isdisjoint(owner) and part.isdisjoint(own))


def _past_apposition(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Told A — an organ of B — to report by July": behind the second dash the date is not of the apposition."""
    opens = trigger.form == "state" and clauses.items[trigger.first].text in DASHES
    return opens and any(i.text in DASHES for i in clauses.items[trigger.last + 1 : k])


def _of_next_verb(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Did not adopt the Charter and since 2005 watches": behind "and" a date before a verb is that verb's.

    Behind a comma too a clause begins, whatever is put in: "joined at once, and on 30 April, in B, they wrote …".
    """
    at = k - 1
    while at > trigger.last and clauses.items[at].kind == "word" and not clauses.adds(at):
        at -= 1
    if at <= trigger.last or k - at > _FEW or not clauses.adds(at):
        return False
    ends = [n for n in range(k + 1, len(clauses.items)) if clauses.items[n].kind == "mark" or clauses.joins(n)]
    commas = [n for n in ends[:2] if clauses.items[n].text == ","]
    inserted = clauses.items[at - 1].text == "," and len(commas) == _ASIDE and ends[0] == k + 1
    ends = ends[_ASIDE:] if inserted else ends
    return any(k < n < next(iter(ends), len(clauses.items)) for n in clauses.verbs)


def _past_aside(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A, whose admission was put off, joined on X": the date behind the relative clause is not of what it tells."""
    held = clauses.aside(trigger.head)
    return held is not None and k >= held[1]


def _of_other_verb(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "In 2014 A applied, B hopes to join": the date in front is of the verb before the comma, not of a plan."""
    if not (form.mood or trigger.form == "state"):
        return False
    commas = [n for n in range(k + 1, trigger.first) if clauses.items[n].text == ","]
    told = bool(commas) and any(k < n < commas[-1] and n not in clauses.held for n in clauses.verbs)
    return told and not clauses.joins(commas[-1] + 1)
