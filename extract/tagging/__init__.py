"""The Kazakh tagger: tokens in, labels out."""
