"""One use case a module: read, call the core, write in one transaction."""
