"""Drafts of one trigger in, what the sentence tells further on the strength of them, or takes back, out."""
