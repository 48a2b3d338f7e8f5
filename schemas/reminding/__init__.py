"""Reminders: which duties there are, who acts, on which days they are reminded, and in which words. Pure: no I/O, no clock."""
