"""Speed, memory and cold start of the extraction, side by side with the taggers; a table for benchmarks/README.md out.

Processor time of this process, one thread: what else the machine does changes it least. Run from the project's root.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.segments import find_segments
from extract import nlp
from extract.language.tokens import words_of
from extract.pipeline import Received
from kb.build import shipped_articles
from kb.extraction import pipeline_of
from kb.model import LANGUAGES, Document

ROUNDS = 5
PARAGRAPHS = {
    "en": "Armenia joined the Eurasian Economic Union on 2 January 2015. The Treaty on the Eurasian Economic Union was "
    "signed in Astana on 29 May 2014 by Belarus, Kazakhstan and Russia; the Commission sits in Moscow.",
    "ru": "Армения присоединилась к Евразийскому экономическому союзу 2 января 2015 года. Договор о Евразийском "
    "экономическом союзе подписали в Астане 29 мая 2014 года Беларусь, Казахстан и Россия.",
    "kk": "Армения Еуразиялық экономикалық одаққа 2015 жылғы 2 қаңтарда қосылды. Еуразиялық экономикалық одақ туралы "
    "шартқа 2014 жылғы 29 мамырда Астанада Беларусь, Қазақстан және Ресей қол қойды.",
}
MEASURED = {"en": "spaCy en_core_web_sm, NER only", "ru": "natasha's NER", "kk": "our Kazakh tagger"}


def documents(lang: str) -> list[Received]:
    """The shipped articles of a language without their front matter."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(Path(shipped_articles(), lang).glob("*.md"))]
    bodies = [text.split("---", 2)[-1] for text in texts]
    return [
        Received(t, tuple(s for s in find_segments(Document("d", t, "", "text/plain", "text")) if s.lang == lang))
        for t in bodies
    ]


class Clock:
    """Takes the place of `nlp.tag` and adds up the time spent in it."""

    def __init__(self) -> None:
        self.seconds, self._tag = 0.0, nlp.tag

    def __call__(self, text: str, spans: Sequence[tuple[int, int]], lang: str) -> tuple[nlp.Tagged, ...]:
        begun = time.process_time()
        found = self._tag(text, spans, lang)
        self.seconds += time.process_time() - begun
        return found


def speed(lang: str) -> str:
    """One row: words a second of the tagger and of everything beside it, and the ratio of their times."""
    received, pipeline, clock = documents(lang), pipeline_of(()), Clock()
    nlp.tag = clock
    _beside(received[:1], pipeline, clock, 1)  # loads the tagger and the tables
    fresh = _beside(received[1:], pipeline, clock, 1)
    clock.seconds = 0.0
    beside = _beside(received, pipeline, clock, ROUNDS)
    nlp.tag = clock._tag
    words = ROUNDS * sum(len(words_of(r.text)) for r in received)
    return (
        f"| {lang} | {MEASURED[lang]} | {words / clock.seconds:,.0f} | {words / beside:,.0f} "
        f"| {beside / clock.seconds:.2f} | {ROUNDS * fresh / clock.seconds:.2f} |"
    )


def _beside(received: Sequence[Received], pipeline: object, clock: Clock, rounds: int) -> float:
    begun, tagged = time.process_time(), clock.seconds
    for _ in range(rounds):
        for one in received:
            pipeline.extract(one)  # type: ignore[attr-defined]
    return time.process_time() - begun - (clock.seconds - tagged)


def cold(lang: str) -> str:
    """One row: a whole `kb extract` of one paragraph, the fastest of three."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "paragraph.txt")
        file.write_text(PARAGRAPHS[lang], encoding="utf-8")
        runs = [_run(file) for _ in range(3)]
    wall, processor = min(runs)
    return f"| {lang} | {wall:.2f} | {processor:.2f} |"


def _run(file: Path) -> tuple[float, float]:
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    call = "from kb.cli.main import main; main()"
    subprocess.run([sys.executable, "-c", call, "extract", str(file)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return time.perf_counter() - begun, used


def main() -> None:
    starts = [cold(lang) for lang in LANGUAGES]
    rows = [speed(lang) for lang in LANGUAGES]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| language | tagger | tagger, words/s | all beside it, words/s | beside ÷ tagger | first reading |")
    print("|---|---|---|---|---|---|", *rows, sep="\n")
    print(f"\nPeak memory with all three languages loaded: {peak:.0f} MB.\n")
    print("| language | cold `kb extract`, seconds | of them processor time |\n|---|---|---|", *starts, sep="\n")


if __name__ == "__main__":
    main()
