"""Tables understood: headers and columns, who adds up whom, rates, and the same figures in the text."""
