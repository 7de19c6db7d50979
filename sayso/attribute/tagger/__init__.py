"""Finds the spans of sources, cues and contents by a trained network."""
