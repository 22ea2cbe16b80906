"""An English deed of a paper that is called one of accession in, the instrument by which its country joined out."""

from collections.abc import Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene
from extract.language.tokens import fold, tokenise

_TO, _LONG = "to", 4


def named_accession(scene: Scene) -> tuple[str, ...]:
    """ "Armenia signs treaty of accession to the EAEU": that of the country in the sentence, or in mind."""
    for item in scene.clauses.items if scene.lang == "en" else ():
        if item.label != "TREATY" or item.ids or item.kind != "name":
            continue
        words = [fold(t.text) for t in tokenise(item.text)]
        if _TO in words and any(w.startswith(scene.anaphors.accession) for w in words[: words.index(_TO)]):
            body = {w for w in words[words.index(_TO) + 1 :] if w not in ARTICLES and len(w) >= _LONG}
            known = {p for country in _countries(scene) for p in _papers(scene, country, body)}
            if len(known) == 1:
                scene.memory.meant(next(iter(known)), item.start)
                return tuple(known)
    return ()


def _countries(scene: Scene) -> list[str]:
    named = [i.ids[0] for i in scene.clauses.items if i.label == "COUNTRY" and len(i.ids) == 1]
    return named[:1] or list(scene.memory.countries(scene.clauses.items[0].start))


def _papers(scene: Scene, country: str, body: set[str]) -> Iterator[str]:
    """The papers of that country whose body's names hold all these words."""
    for (member, joined), paper in scene.tables.accessions.items():
        if member == country and body and body <= scene.tables.words.get(joined, frozenset()):
            yield paper
