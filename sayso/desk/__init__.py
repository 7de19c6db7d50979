"""What a desk does: a function for each use, without Prefect and without a command line."""
