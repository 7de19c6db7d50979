"""Who is at the desk, and which requests are answered."""
