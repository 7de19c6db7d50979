"""What every test shares. Its presence puts `tests/` on the path, so that tests can `import factories`."""
