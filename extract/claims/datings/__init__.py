"""Triggers and dates of a sentence in, which date belongs to which trigger out."""
