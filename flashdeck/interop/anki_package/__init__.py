"""Reads Anki packages (.apkg, .colpkg) of every format there has been; everything in them is a stranger's."""
