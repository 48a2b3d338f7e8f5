"""Every shape that is agreed: report, judgement, events, forms, tables. Imports neither portal nor workers."""
