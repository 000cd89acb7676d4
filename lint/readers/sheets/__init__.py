"""What the readers of spreadsheets share: number formats, and the way from sheets of cells to a document."""
