"""What happens after an upload or a decision: check, publish, mail, relay."""
