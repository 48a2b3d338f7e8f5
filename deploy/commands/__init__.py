"""The commands, grouped by what they need: nothing but files, or a whole installation."""
