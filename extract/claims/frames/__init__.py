"""A trigger in its scene in, drafts of claims out: one function for each shape of a claim."""
