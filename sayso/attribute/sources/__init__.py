"""Who is meant: mentions of sources, resolved to persons, bodies and documents."""
