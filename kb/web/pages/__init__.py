"""One page a file: a `Visit` in, a `Page` out."""
