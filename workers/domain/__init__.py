"""The judgement itself: pure, deterministic, without I/O and without a clock."""
