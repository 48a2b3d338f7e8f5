"""Reports drawn at random, so that figures are held to their definition and not to an example."""
