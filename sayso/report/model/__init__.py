"""What a report says, as records."""
