"""What single phrases state: equations, comparisons, sources and their years, counted lists, left-overs."""
