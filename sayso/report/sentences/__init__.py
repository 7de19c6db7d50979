"""Which sentences of an article a report lists, and why."""
