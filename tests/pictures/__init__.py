"""Pictures of every screen: what `tests.screenshots` goes through."""
