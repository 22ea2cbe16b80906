"""Cleaned text in, names of known and unknown entities out, each linked to one."""
