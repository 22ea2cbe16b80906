"""Rows, lists, tables and notes in, the claims that they tell without a verb out."""
