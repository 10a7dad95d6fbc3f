"""Turn files of slides into the documents that the extraction works on."""
