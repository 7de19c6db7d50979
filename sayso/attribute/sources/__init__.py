"""Resolves the mentions of sources to persons, bodies and documents."""
