"""A report's findings about linked claims."""
