"""The Datasette plugin: one page a file, one template a page."""
