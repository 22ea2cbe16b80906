"""One format a file: bytes in, a `Document` out."""
