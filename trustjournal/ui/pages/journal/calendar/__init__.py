"""The journal by days: a month or a year, and what was written on one of its days."""
