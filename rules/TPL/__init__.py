"""TPL: left-overs and shifted cells of a form."""
