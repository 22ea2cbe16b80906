"""Search: words in any of three languages and any inflection in, entities and sentences out."""

from itertools import islice, product

from kb.model import LABELS, LANGUAGES
from kb.search_words import typed_forms
from kb.store.reader import web_search
from kb.store.search import find_sentences, words_of
from kb.web.highlight import pieces
from kb.web.visit import Page, Visit

PATH = "/search"
NAV = "nav.search"
_PAGE, _MOST_PAGES, _ENTITIES = 20, 50, 12
_MOST_WORDS, _MOST_TEXTS = 12, 6


async def page(visit: Visit) -> Page:
    typed = visit.arg("q")[:300]
    source = visit.choice("source", LANGUAGES)
    label = visit.choice("type", LABELS[:7])
    number = visit.number("page", 1, _MOST_PAGES)
    forms = [typed_forms(word) for word in words_of(typed)[:_MOST_WORDS]]
    named = await visit.read(web_search.entities_called, _texts(typed, forms), label or None, visit.lang, _ENTITIES)
    found = await visit.read(find_sentences, forms, number * _PAGE + 1, source or None)
    shown = found[(number - 1) * _PAGE : number * _PAGE]
    data = {"q": typed, "source": source, "type": label, "number": number, "more": len(found) > number * _PAGE}
    extras = {
        "marked": [(row, pieces(row["sentence"], forms)) for row in shown], "labels": LABELS[:7],
        "source_languages": LANGUAGES,
    }  # fmt: skip
    title = visit.t("search.title_for", q=typed) if typed else visit.t("nav.search")
    return Page("search.html", title, data, {"sentences": shown, "entities": named}, extras)


def _texts(typed: str, forms: list[tuple[str, ...]]) -> list[str]:
    """What was typed, then its words in other forms: `Казахстана` finds Казахстан."""
    others = (" ".join(choice) for choice in product(*forms)) if forms else iter(())
    return list(dict.fromkeys([typed, *islice(others, _MOST_TEXTS)]))
