"""Who says what: attributions, and the statements and chains made of them."""
