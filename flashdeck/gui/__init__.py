"""The desktop program; the only importer of Qt."""
