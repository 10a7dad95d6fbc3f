"""SM-2 as pure functions: what an answer does to one card, and in which order cards are asked."""
