"""Conversations between the province and the holder, at the place in the report that they are about."""
