"""make soak: what the daemon has acknowledged is there after every kill, fault and full disk."""
