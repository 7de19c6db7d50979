"""Support for writing down, in Gherkin, on whose say-so a claim should stand."""
