"""Reminding: once a working day what is due is gathered per reader, kept as rows, and only then mailed."""
