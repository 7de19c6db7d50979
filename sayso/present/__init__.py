"""How readings are worded and shown, the same everywhere."""
