"""The prompts of a unit: which of them stand on the page, folded or open, and what can be done with each."""
