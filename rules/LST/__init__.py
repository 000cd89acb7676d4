"""LST: lists, and the numbers said to count them."""
