"""Records what a program does to the files of one folder, or lets some of it fail; the C beside this file does it."""
