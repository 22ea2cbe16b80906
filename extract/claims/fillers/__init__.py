"""A trigger and the names beside it in, which of them fills a slot of its claim out."""
