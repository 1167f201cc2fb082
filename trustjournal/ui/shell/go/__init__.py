"""Go anywhere: one field that leads to every entry, person, tag, part, exercise and command by its name."""
