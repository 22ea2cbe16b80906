"""Names of instruments in a text in, mentions linked to instruments out."""
