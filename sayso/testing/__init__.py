"""What teams need to write down, in Gherkin, on whose say-so a claim should stand."""
