"""The files of a published set: a table, the same as JSON, and one data package with the description of both."""
