"""Errors of one document reach the parent of the worker that met them."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from kb.errors import DocumentError


def _fail(path: str) -> None:
    raise DocumentError(path, "no text in it", "clean")


def test_an_error_crosses_processes_with_its_file_reason_and_stage() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(DocumentError) as met:
        pool.submit(_fail, "a.pdf").result()
    assert (met.value.path, met.value.reason, met.value.stage) == ("a.pdf", "no text in it", "clean")
    assert str(met.value) == "a.pdf: no text in it"
