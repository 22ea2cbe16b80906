"""A sentence as a row of items in, its triggers, clauses and arguments out."""
