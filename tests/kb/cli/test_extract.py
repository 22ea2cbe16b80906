"""`kb extract`: offsets cut out exactly their text, from a pipe and from a file, in every language."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kb.cli.main import main

TEXTS = {
    "kk": "Қазақстан мен Ресей 2010 жылдан бері Кеден одағына мүше.\r\n\r\nЕАЭО-ның құрамына Армения кірді.\n",
    "ru": "29 мая 2014 года в Астане подписан Договор о Евразийском экономическом союзе.\n",
}


def extracted(text: bytes, *args: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["extract", *args], input=text)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_cut_out_exactly_their_text(lang: str, mark: str) -> None:
    text = TEXTS[lang]
    lines = extracted((mark + text).encode())
    assert {line["kind"] for line in lines} >= {"segment", "sentence", "mention"}
    for line in lines:
        if "text" in line:
            assert text[line["start_char"] : line["end_char"]] == line["text"]
    assert {line["lang"] for line in lines if "lang" in line} == {lang}


def test_the_language_may_be_given() -> None:
    assert {line["lang"] for line in extracted(TEXTS["ru"].encode(), "-", "--lang", "kk") if "lang" in line} == {"kk"}


def test_a_file_that_is_none_is_one_line() -> None:
    result = CliRunner().invoke(main, ["extract"], input=b"")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ")


def test_spacy_reads_the_docbin(tmp_path: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    file = tmp_path / "one.txt"
    file.write_text(TEXTS["ru"], encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", str(file), "--format", "docbin"])
    (doc,) = DocBin().from_bytes(result.stdout_bytes).get_docs(Vocab())
    assert doc.text == TEXTS["ru"]
    assert "treaty-eaeu-2014" in {span.kb_id_ for span in doc.spans["mentions"]}
