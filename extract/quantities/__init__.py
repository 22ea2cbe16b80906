"""Tokens in, numbers with their units out."""
