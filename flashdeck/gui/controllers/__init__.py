"""Connect what a view asks for with the services, and show what they return."""
