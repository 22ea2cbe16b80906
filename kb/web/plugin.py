"""The Datasette plugin: the list of our pages."""
