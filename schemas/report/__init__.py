"""What a report holds: one row model per sheet, the one source of headings, types, units, code lists, keys and bounds."""
