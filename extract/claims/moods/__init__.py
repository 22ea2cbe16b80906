"""A trigger in its clause in, whether it is told as a fact, a plan, a possibility or denied out."""
