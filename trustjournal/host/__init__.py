"""The computer the program runs on: places, locks, clocks and manners. Knows nothing of journals and no widgets."""
