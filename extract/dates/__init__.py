"""Tokens in, dates as EDTF out."""
