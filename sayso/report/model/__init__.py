"""The contents of a report, as records."""
