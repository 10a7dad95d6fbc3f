"""Pages and dialogs: layout and signals only."""
