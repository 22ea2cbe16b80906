"""An event and the names of its entities in, its title in English, Russian or Kazakh out, by templates and grammar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from kb import inflection_kk, inflection_ru
from kb.model import POLARITIES

_SLOT = re.compile(r"\{(\w+)(?::([\w-]+))?\}")
# What is said of each polarity, and in it the singular and the plural of a verb.
_GROUP, _NUMBER = re.compile(r"\[([^\]]*)\]"), re.compile(r"(\w+)/(\w+)")
_INSTRUMENTS = frozenset({"TREATY", "PROGRAMME"})
_PREPOSITIONS = {"в-loct": ("в", "loct"), "в-accs": ("в", "accs"), "о": ("о", "loct")}
_ALIKE = 5
_KAZAKH = frozenset("әғқңөұүһі")
_QUOTES = "«\"„“'"


@dataclass(frozen=True, slots=True)
class Name:
    """What a title needs of an entity: its name in the language of output and what it is."""

    id: str
    type: str
    text: str


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    text = resources.files("kb").joinpath("data/titles.yml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    return tables


def title(
    kind: str, polarity: str, subject: Name, obj: Name | None, lang: str, party: Name | None = None,
    status: str | None = None,
) -> str:  # fmt: skip
    """`Вступление Киргизии в Евразийский экономический союз`; a plan or a denial has other words, not other facts."""
    templates: Mapping[str, str] = _tables()[lang][kind]
    template = (templates.get(status or "") if obj else None) or _template(templates, subject, obj, party)
    names = {"subject": subject, "object": obj, "party": party}
    plural = lang == "en" and is_plural(subject)

    def chosen(match: re.Match[str]) -> str:
        number = match[1].split("|")[POLARITIES.index(polarity)]
        return _NUMBER.sub(r"\2" if plural else r"\1", number)

    def fill(match: re.Match[str]) -> str:
        name = names[match[1]]
        return _formed(name, match[2] or "nomn", lang) if name else ""

    text = _SLOT.sub(fill, _GROUP.sub(chosen, template))
    return text[:1].upper() + text[1:]


def _template(templates: Mapping[str, str], subject: Name, obj: Name | None, party: Name | None) -> str:
    if party and "party" in templates:
        named = "party_named" in templates and _begin_alike(party, subject)
        return templates["party_named" if named else "party"]
    if obj and obj.type == "TREATY" and "treaty" in templates:
        return templates["treaty"]
    if subject.type in _INSTRUMENTS and "instrument" in templates:
        return templates["instrument"]
    if obj and "object_named" in templates and subject.type == "COUNTRY" and _begin_alike(subject, obj):
        return templates["object_named"]
    return templates["object"] if obj and "object" in templates else templates["alone"]


def _begin_alike(a: Name, b: Name) -> bool:
    """`Армения Армения Республикасының …`, `Қырғызстан Қырғыз Республикасының …`: side by side they are no sentence."""
    first, second = (name.text.partition(" ")[0][:_ALIKE] for name in (a, b))
    return first == second


def is_plural(name: Name) -> bool:
    """`Minsk Agreements`, `Articles of Agreement`, but `United Nations`, `BRICS`: what an English verb agrees with."""
    table = _tables()["plural"]
    if name.type not in table["types"]:
        return False
    words = name.text.split()
    end = next((i for i, word in enumerate(words) if i and word in table["behind"]), len(words))
    head = words[end - 1] if words else ""
    return head.endswith("s") and not head.isupper() and not head.endswith(tuple(table["not_in"]))


def _formed(name: Name, form: str, lang: str) -> str:
    if lang == "ru":
        return _russian(name, form)
    if lang == "kk":
        return inflection_kk.inflect(_kazakh(name), form)
    return with_article(name) if form == "the" else name.text


def _russian(name: Name, form: str) -> str:
    preposition, case = _PREPOSITIONS.get(form, ("", form))
    phrase = _declined_russian(name, case)
    return inflection_ru.with_preposition(preposition, phrase) if preposition else phrase


def _declined_russian(name: Name, case: str) -> str:
    if name.type == "PERSON":
        return inflection_ru.inflect_person(name.text, case)
    noun = _tables()["classifiers"]["ru"].get(name.type)
    declined = inflection_ru.inflect(name.text, case)
    unmoved = name.type in {"PROGRAMME", "CONCEPT"} and case not in {"nomn", "accs"} and declined == name.text
    if noun and (unmoved or _is_foreign(name.text) or _KAZAKH & set(name.text.lower())):
        return f"{inflection_ru.inflect(noun, case)} {_quoted(name.text)}"
    return declined


def _kazakh(name: Name) -> str:
    noun = _tables()["classifiers"]["kk"].get(name.type)
    return name.text if not noun or _is_cyrillic(name.text[-1:]) else f"{_quoted(name.text)} {noun}"


def _is_foreign(text: str) -> bool:
    """A quotation, a number or a name in Latin letters takes no ending of its own."""
    return text[:1] in _QUOTES or not any(map(_is_cyrillic, text))


def _is_cyrillic(letter: str) -> bool:
    return letter.isalpha() and "\u0400" <= letter <= "\u04ff"


def _quoted(text: str) -> str:
    return text if text[:1] in _QUOTES else f"«{text}»"


def with_article(name: Name) -> str:
    """`the Shanghai Cooperation Organization`, but `ASEAN`, `Kazakhstan`, `Nurly Zhol`."""
    article = _tables()["article"]
    if name.type == "COUNTRY":
        return f"the {name.text}" if name.id in article["countries"] else name.text
    if name.text in article["without"]:
        return name.text
    takes = any(word.strip(",").capitalize() in article["with_words"] for word in name.text.split())
    return f"the {name.text}" if takes and not name.text.lower().startswith("the ") else name.text
