"""Text to plain lines and words: line ends, invisible characters, markup, commands as they are typed."""
