"""Claims that a document tells in, out the same with what is known of the days of history to read the rest by.

A reader who knows that Albania entered NATO on 1 April 2009 understands "its isolation ended step by step … and, on
1 April 2009, NATO". What a sentence says clearly stays as it says it, even where history differs: only what it leaves
open (a date, whom a pronoun means) or tells in words that no rule knows is read so, and less is staked on it.
"""
