"""What people see and do: views, use cases and queries."""
