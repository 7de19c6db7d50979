"""What entries say, as records and back."""
