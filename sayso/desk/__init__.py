"""What a desk does: one function for each use case, without Prefect and without a command line."""
