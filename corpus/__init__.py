"""Documents come in here: readers of formats, languages, and the articles that ship with the project."""
