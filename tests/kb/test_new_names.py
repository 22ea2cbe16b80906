"""The new name that a renaming tells: none where only the old name stands in the sentence."""

import pytest

from kb.extraction import extract_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Шанхайская организация сотрудничества была переименована.", None),
        ("Тюркский совет был переименован 12 ноября 2021 года.", None),
        ("The Turkic Council was renamed in 2021.", None),
        (
            "In 2021 the Turkic Council changed its name to the Organization of Turkic States.",
            "Organization of Turkic States",
        ),
        ("Организация тюркских государств носит это имя с 2021 года.", "Организация тюркских государств"),
    ],
)
def test_new_name_is_said(text: str, name: str | None) -> None:
    claims = [c for c in extract_text(text).claims if c.type == "renamed"]
    assert [c.new_name for c in claims] == [name]
