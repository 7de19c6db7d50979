"""The top floor: Prefect flows and tasks, the schedule, the command line."""

from flows.logs import show_only

show_only()  # in every process that runs our code, however it was started
