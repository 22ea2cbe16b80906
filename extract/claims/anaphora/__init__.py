"""Pronouns and common nouns in, the bodies, countries and papers that they stand for out."""
