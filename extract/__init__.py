"""Pure stages: text in, findings out."""
