"""What is known beforehand: entities, names, reference facts, each with its source."""
