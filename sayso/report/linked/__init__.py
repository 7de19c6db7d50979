"""What a report says of claims that are linked."""
