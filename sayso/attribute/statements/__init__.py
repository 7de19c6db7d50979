"""The text divided: what each chain answers for, and how it is told."""
