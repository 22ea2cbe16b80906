"""What every stage knows of words: tokens, endings, Russian morphology, the meanings of words."""
