"""Second try for a PDF that pdfium does not open: bytes in, lines of pages and the information dictionary out."""

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError


class DamagedError(ValueError):
    """No page can be read."""


def read_pages(raw: bytes) -> tuple[list[list[str]], dict[str, str]]:
    try:
        reader = PdfReader(io.BytesIO(raw))
        pages = [page.extract_text().splitlines() for page in reader.pages]
        return pages, {key.lstrip("/"): str(value) for key, value in (reader.metadata or {}).items()}
    # What a broken file makes the library raise besides its own errors.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise DamagedError("damaged: no page can be read") from error
