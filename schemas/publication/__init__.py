"""What of a decided report may become public: the items, the grounds to keep one back, the proposal, and what is published."""
