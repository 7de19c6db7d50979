"""What a report tells of claims that are linked."""
