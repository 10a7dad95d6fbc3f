"""What the lines of a slide say and how they hang together, before any rule asks about them."""
