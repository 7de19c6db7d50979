"""A file a page: its frozen model, how that is made, and the handler that answers with it."""
