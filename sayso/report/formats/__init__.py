"""A report as HTML, Markdown, CSV and JSON, in a newsroom's words."""
