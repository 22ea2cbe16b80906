"""Our extraction as a spaCy component: `nlp.add_pipe("kb_extract")` fills `doc.spans["mentions"]`."""

from functools import cache
from typing import Any

from corpus.segments import find_segments
from extract import nlp
from extract.pipeline import Pipeline, Received
from kb.model import Document
from kb.registry.load import load_ambiguous, load_registry


@cache
def shipped_pipeline() -> Pipeline:
    """The pipeline over the registry that ships with the project."""
    return Pipeline(load_registry(), load_ambiguous())


class KbExtract:
    """Gives a doc its mentions, dates and quantities apart, with labels and `kb_id_`, in `doc.spans`."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline

    def __call__(self, doc: Any) -> Any:
        document = Document("doc", doc.text, "", "text/plain", "spacy", lang=doc.lang_)
        found = self.pipeline.extract(Received(doc.text, find_segments(document)))
        rows = [(m.start_char, m.end_char, m.label, m.entity_id or m.edtf or "") for m in found.mentions]
        doc.spans["mentions"] = nlp.spans_of(doc, rows)
        return doc


def _make(nlp: Any, name: str) -> KbExtract:
    """spaCy passes its pipeline under the name `nlp`."""
    return KbExtract(shipped_pipeline())


make_component = nlp.register_factory("kb_extract", _make)
