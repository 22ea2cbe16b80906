"""One format a file, fed by the same records."""
