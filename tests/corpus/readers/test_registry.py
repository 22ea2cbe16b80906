"""A folder of good and bad files: every good one is read, every bad one named, none lost."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from corpus.readers.registry import find_files, read_document
from kb.errors import DocumentError, TableError

BadFiles = dict[str, tuple[bytes, str]]

TEXT = "Көктемде бес мемлекет жиналып, өзара келісті. Ұзақ жол әлі алда.\n"


def names(*paths: Path) -> list[str]:
    return [file.relative_to(root).as_posix() for file, root in find_files(paths)]


def write(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_dot_", ".")).write_text(text, encoding="utf-8")


def test_paths_start_at_the_parent_of_the_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "seeds" / "deep", b_dot_txt=TEXT)
    write(tmp_path / "seeds", c_dot_txt=TEXT, a_dot_md=TEXT)
    whole = ["seeds/a.md", "seeds/c.txt", "seeds/deep/b.txt"]
    assert names(tmp_path / "seeds") == whole
    assert names(tmp_path / "seeds" / "deep" / "b.txt") == ["b.txt"]
    assert names(tmp_path / "seeds" / "c.txt", tmp_path / "seeds" / "deep") == ["c.txt", "deep/b.txt"]
    monkeypatch.chdir(tmp_path / "seeds")
    assert names(Path()) == names(Path("../seeds/")) == whole


def test_what_is_passed_over_and_what_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, a_dot_txt=TEXT, b_dot_xyz="?", _dot_hidden="x")
    write(folder / ".git", c_dot_txt=TEXT)
    write(folder, page_dot_html="<p>x</p>")
    write(folder / "page_files", script_dot_js="x")
    for name in ("a.txt.meta.yml", "lost.txt.meta.yml", "~$a.docx", "Thumbs.db"):
        (folder / name).write_text("title: A\n", encoding="utf-8")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert names(folder) == ["in/a.txt", "in/b.xyz", "in/gone.txt", "in/lost.txt.meta.yml", "in/page.html"]
    assert names(folder / "a.txt.meta.yml") == []


def test_linked_folders_end(tmp_path: Path) -> None:
    write(tmp_path / "in" / "sub", a_dot_txt=TEXT)
    (tmp_path / "in" / "sub" / "up").symlink_to(tmp_path / "in")
    write(tmp_path / "far", b_dot_txt=TEXT)
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "far")
    assert names(tmp_path / "in") == ["in/linked/b.txt", "in/sub/a.txt"]


def test_wrong_argument(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in ((tmp_path / "none", "no such file"), (tmp_path / "pipe", "neither a file nor a folder")):
        with pytest.raises(TableError, match=reason):
            list(find_files([path]))


def test_sidecar_goes_before_front_matter(tmp_path: Path) -> None:
    write(tmp_path / "in", a_dot_txt="---\ntitle: Inside\nlang: kk\n---\n" + TEXT)
    (tmp_path / "in" / "a.txt.meta.yml").write_text("title: Beside\ndoi: 10.1234/a\n", encoding="utf-8")
    document = read_document(tmp_path / "in" / "a.txt", tmp_path)
    assert (document.title, document.lang, document.doi) == ("Beside", "kk", "10.1234/a")
    assert document.sha256 == hashlib.sha256((tmp_path / "in" / "a.txt").read_bytes()).hexdigest()


@pytest.fixture
def bad_files(make_pdf: Callable[..., bytes], column: Any, pdf_bomb: bytes, save_docx: Any) -> BadFiles:
    """Name -> bytes and how the reason begins."""
    page = column(50, 100, TEXT)
    pdf = make_pdf(page)
    word = docx.Document()
    word.add_paragraph(TEXT)
    return {
        "empty.txt": (b"", "empty: 0 bytes"),
        "blank.md": (b" \n\n", "empty: holds no text"),
        "only-front.md": (b"---\ntitle: A\n---\n", "empty: holds no text"),
        "cut.txt": (TEXT.encode()[:-3], "truncated"),
        "cut.pdf": (pdf[:-500], "truncated"),
        "cut.docx": (save_docx(word)[:-500], "truncated"),
        "locked.pdf": (make_pdf(page, password="secret"), "encrypted"),
        "scan.pdf": (make_pdf([], picture=True), "scanned without text"),
        "bomb.pdf": (pdf_bomb, "a bomb"),
        "other.txt": (pdf, "of another type than its name says: it is PDF, not text"),
        "page.txt": (b"<!DOCTYPE html><html></html>", "of another type than its name says: it is HTML, not text"),
        "other.docx": (pdf, "of another type than its name says: it is PDF, not DOCX"),
        "noise.txt": (bytes(range(256)) * 8, "not text"),
        "table.xlsx": (b"PK\x03\x04", "no reader for files of type '.xlsx'"),
        "lost.txt.meta.yml": (b"title: A", "describes lost.txt, which is not there"),
    }


def test_folder_of_bad_kinds(tmp_path: Path, bad_files: BadFiles) -> None:
    folder = tmp_path / "in"
    write(folder, good_dot_txt=TEXT, well_dot_md="# Тақырып\n\n" + TEXT)
    for name, (raw, _) in bad_files.items():
        (folder / name).write_bytes(raw)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    good, bad = [], {}
    for file, root in find_files([folder]):
        try:
            good.append(read_document(file, root).path)
        except DocumentError as error:
            bad[error.path] = error.reason
    assert good == ["in/good.txt", "in/well.md"]
    expected = {f"in/{name}": reason for name, (_, reason) in bad_files.items()}
    expected["in/gone.txt"] = "cannot be opened: No such file or directory"
    assert {name: reason[: len(expected[name])] for name, reason in bad.items()} == expected
    assert all("\n" not in reason and len(reason) < 160 for reason in bad.values())


@pytest.mark.skipif(os.geteuid() == 0, reason="root opens everything")
def test_closed_file_and_folder(tmp_path: Path) -> None:
    write(tmp_path / "in" / "closed", a_dot_txt=TEXT)
    write(tmp_path / "in", b_dot_txt=TEXT)
    (tmp_path / "in" / "b.txt").chmod(0)
    (tmp_path / "in" / "closed").chmod(0)
    try:
        found = list(find_files([tmp_path / "in"]))
        for file, root in found:
            with pytest.raises(DocumentError, match="cannot be opened: Permission denied"):
                read_document(file, root)
        assert len(found) == 2
    finally:
        (tmp_path / "in" / "closed").chmod(0o700)


@pytest.mark.parametrize(("raw", "name"), [
    (b"caf\xe9.txt", "in/caf\\xe9.txt"), (b"two\nlines.txt", "in/two\\nlines.txt"),
    ("Мақала ә.txt".encode(), "in/Мақала ә.txt"),
])  # fmt: skip
def test_any_name_can_be_stored_and_printed(tmp_path: Path, raw: bytes, name: str) -> None:
    (tmp_path / "in").mkdir()
    path = os.path.join(os.fsencode(tmp_path / "in"), raw)
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(TEXT)
    ((file, root),) = find_files([tmp_path / "in"])
    assert read_document(file, root).path == name
    assert name.encode()


def test_a_link_to_itself_says_so_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(DocumentError, match="symbolic links"):
        read_document(tmp_path / "loop", tmp_path)
