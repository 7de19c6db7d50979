"""Reader processes, under limits that the system enforces."""
