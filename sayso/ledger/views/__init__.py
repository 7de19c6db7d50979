"""Tables made from the entries, and what is asked of them."""
