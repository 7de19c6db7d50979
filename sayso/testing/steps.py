"""Gherkin steps over Sayso, as a pytest plugin; importing it loads nothing heavy."""
