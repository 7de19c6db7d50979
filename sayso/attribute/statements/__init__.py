"""Divides the text into statements: the stretches that one chain answers for, and how each is reported."""
