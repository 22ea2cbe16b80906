"""Text as received in, cleaned text and its sentences out, with the map back."""
