"""What it costs: figures that are measured at each run, with a peer beside them, and no assertions."""
