"""What people say of the records: accepted, rejected, edited, added; by whom, when and why; undone, never deleted."""
