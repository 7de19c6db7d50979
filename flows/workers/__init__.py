"""Processes that read, under limits that the system enforces."""
