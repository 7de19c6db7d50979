"""The top floor: Prefect flows and tasks, the schedule, the command line."""
