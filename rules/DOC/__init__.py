"""DOC: what could not be read, or was read with reservations."""
