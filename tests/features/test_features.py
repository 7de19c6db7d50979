"""What an editor may expect: every behaviour in `features/`, with the real engine and a real record."""

from pytest_bdd import scenarios

scenarios(".")
