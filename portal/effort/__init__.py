"""Proof of effort: what was done to get the answers of suppliers, for the holder and for who weighs a gap."""
