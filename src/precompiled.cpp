// Nothing: its target holds the precompiled header.
