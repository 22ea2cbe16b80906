"""What every stage of the claims goes by: a sentence with the mentions that stand in it, in their order."""

from collections.abc import Sequence

from kb.model import Mention, Sentence

Filled = tuple[Sentence, Sequence[Mention]]
