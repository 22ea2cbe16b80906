"""What stands around a Russian short year («1993 г.») in, whether its stop closes no sentence out."""

import re

from extract.language import russian

# "…; 22 апреля 2011 г.", "…, а в 1993 г.": a mark, a joint and nothing but a date behind it.
_MONTH = r"(?:январ|феврал|март|апрел|ма[яе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
_SMALL = (
    r"(?:в|во|с|со|к|на|до|от|после|около|начале|конце|середине|весной|летом|осенью|зимой|лишь|только|уже|наконец|же)"
)
_DATE = rf"(?:{_SMALL}\s+)*(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?\d{{4}}\s*"
_JOINT = r"(?:а|но|и|однако|зато|причем|причём)"
_OPENED = re.compile(rf"(?:;\s+(?:{_JOINT}\s+)?|,\s+{_JOINT}\s+){_DATE}\Z")
# "Хотя споры шли, 7 июня 2002 г.", "курс изменился: 12 августа 2015 г.".
_BEGUN = re.compile(rf"(?P<word>\w+)(?P<mark>[,:])\s+{_DATE}\Z")
_LISTED = re.compile(rf",\s+{_DATE}\Z")
# The next part of a row is that short: "в 1993 г. Грузия,".
_PART = re.compile(r"[^.!?;,:]{1,40}(?=[,;.])")
_SENTENCE = re.compile(r"[^.!?;\n]*")
_OPENERS = frozenset({"PREP", "ADVB", "PRCL"})
_ASIDES, _MOST = frozenset("-–—•*"), 20
_PREDICATES = frozenset({"VERB", "PRTS"})


def only_dates(before: str, following: str) -> bool:
    """ "Заявил о выходе; 22 апреля 2011 г. Грузия вышла", "в 1992 г. вступила А, в 1993 г. Б, …": more is to come."""
    if _OPENED.search(before):
        return _tells(_SENTENCE.match(following))
    if _only_opens(before) or _begins_clause(before):
        return _tells(_SENTENCE.match(following))
    part = _PART.match(following) if _LISTED.search(before) else None
    listed = part is not None and russian.is_noun(part[0].split()[0].lower()) and not _tells(part)
    return listed and part is not None and following[part.end()] == ","


def _begins_clause(before: str) -> bool:
    """A date right behind a verb and its comma, or behind a clause and its colon, opens what is told next.

    A label is no clause: "подписан: 29 мая 2014 г.".
    """
    begun = _BEGUN.search(before)
    if begun is None:
        return False
    if begun["mark"] == ",":
        return russian.readings(begun["word"].lower())[0][0] == "VERB"
    words = re.findall(r"\w+", before[: begun.start("mark")])
    return any(russian.readings(w.lower())[0][0] == "VERB" for w in words if w.isalpha() and len(w) > 1)


def _only_opens(before: str) -> bool:
    """ "На встрече глав государств в Казани 26 августа 2005 г.": a preposition opens it, and no verb has been told."""
    words = before.split()
    opened = bool(words) and any(pos in _OPENERS for pos, _, _ in russian.readings(words[0].lower())[:1])
    if not opened or not _ASIDES.isdisjoint(words) or len(words) > _MOST or any(w.endswith(":") for w in words):
        return False
    told = (w.strip('«»,()"') for w in words)
    return not any(russian.readings(w)[0][0] in _PREDICATES for w in told if w.isalpha() and len(w) > 1)


def _tells(stretch: re.Match[str] | None) -> bool:
    """Whether a predicate stands there."""
    words = re.findall(r"\w+", stretch[0]) if stretch else []
    return any(russian.readings(w)[0][0] in _PREDICATES for w in words if w.isalpha() and len(w) > 1)
