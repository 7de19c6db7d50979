"""Views: tables folded from the entries, and the queries on them."""
