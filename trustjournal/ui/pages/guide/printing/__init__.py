"""A part of the guide on paper, or as a PDF."""
