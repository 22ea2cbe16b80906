"""A document with its mentions in, claims out: who did what, when."""
