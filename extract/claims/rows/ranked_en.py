"""English sentences, their mentions and claims in, what others had done before who came third out.

"The fourth observer after Moldova, Uzbekistan and Cuba": so had the three.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.filled import Filled
from extract.claims.grammar.items import ListWords, read_items
from extract.claims.grammar.ranked_en import RANKS, ranked_after
from extract.language.tokens import fold
from kb.model import POLARITIES, Claim, Participant

_LANG, _AFTER = "en", " after "
_STEPS = frozenset({"acceded", "observer", "withdrew", "suspended", "membership"})
_OF_PAPERS = frozenset({"signed", "ratified"})


def find_ranked(text: str, filled: Sequence[Filled], found: Sequence[Claim], words: ListWords) -> Iterator[Claim]:
    """The one step that the sentence tells, of those after whom somebody took it, without its date."""
    for sentence, mentions in filled:
        said = text[sentence.start_char : sentence.end_char]
        if sentence.lang != _LANG or _AFTER not in said or RANKS.isdisjoint(fold(said).split()):
            continue
        items = read_items(text, (sentence.start_char, sentence.end_char), mentions, words)
        held = ranked_after(items)
        own = [c for c in found if c.start_char == sentence.start_char and c.polarity == POLARITIES[0]]
        own = [c for c in own if c.type in _STEPS | _OF_PAPERS and c.origin == "text"]
        earlier = tuple(dict.fromkeys(id_ for k in held for id_ in items[k].ids))
        if earlier and len({(c.type, c.object_id) for c in own}) == 1:
            yield from _of_others(own[0], earlier)


def _of_others(told: Claim, earlier: Sequence[str]) -> Iterator[Claim]:
    undated = replace(told, edtf=None, earliest=None, latest=None, place=None, place_id=None, confidence=0.7)
    if told.type in _OF_PAPERS:
        yield replace(undated, participants=tuple(Participant(id_, "party") for id_ in earlier))
        return
    kind = "acceded" if told.type == "membership" else told.type
    yield from (replace(undated, type=kind, subject_id=id_) for id_ in earlier if id_ != told.subject_id)
