"""Running text: what each figure says, and the lists, sums, changes, shares and rates that sentences state."""
