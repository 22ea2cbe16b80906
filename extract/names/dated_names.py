"""A name and the dates of its sentence in, the years of the date that is a part of the phrase out."""

from collections.abc import Mapping, Sequence

from extract.language.tokens import fold, tokenise
from kb.model import Mention

_KAZAKH, _YEAR = "kk", 4


def own_years(
    text: str, span: tuple[int, int], lang: str, dates: Sequence[Mention], words: Mapping[str, Sequence[str]]
) -> tuple[int, ...]:
    """ "The Customs Union of the 1990s", `1990 жылдардағы Кеден одағы`: that date tells it from its namesake.

    A day or month is never one: "в Таможенный союз 1 июля 2010 года вошли …" dates the verb.
    """
    start, end = span
    for date in dates:
        if not (date.edtf and len(date.edtf) == _YEAR and date.earliest and date.latest):
            continue
        if lang == _KAZAKH:
            ending = tuple(words.get("dated_kk", ()))
            beside = date.end_char <= start and not text[date.end_char : start].strip() and date.text.endswith(ending)
        else:
            between = text[end : date.start_char] if date.start_char >= end else ","
            linked = [fold(t.text) for t in tokenise(between)]
            known = words.get(f"dated_{lang}", ())
            beside = len(linked) == len(between.split()) and set(linked) <= set(known) and bool(linked) == bool(known)
        if beside:
            return tuple(range(int(date.earliest[:_YEAR]), int(date.latest[:_YEAR]) + 1))
    return ()
