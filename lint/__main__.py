"""`python -m lint` is `gouji`."""

import sys

from lint.cli import main

sys.exit(main())
