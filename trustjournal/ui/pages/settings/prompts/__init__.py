"""What the day's prompt may be about, and what was set aside or planned."""
