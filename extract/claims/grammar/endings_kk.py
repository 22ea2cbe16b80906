"""Endings of Kazakh words, letters folded, by what they make of a noun: an owner, or what describes by a place."""

GENITIVE = ("нын", "нин", "дын", "дин", "тын", "тин")
# "The members within A": a locative that stands before a noun.
ATTRIBUTIVE = ("дагы", "деги", "тагы", "теги")
