"""Endings of Kazakh words, letters folded, by what they make of a noun: an owner, or what describes by a place."""

# "When it had …", letters folded.
WHEN = ("ганда", "генде", "канда", "кенде")
GENITIVE = ("нын", "нин", "дын", "дин", "тын", "тин")
# An accusative, letters not folded: folding makes a genitive ("жылдың") of the same letters.
ACCUSATIVE = ("ды", "ді", "ты", "ті", "ны", "ні", "ын", "ін")
# "The members within A": a locative that stands before a noun.
ATTRIBUTIVE = ("дагы", "деги", "тагы", "теги")
