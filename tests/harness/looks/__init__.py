"""How things look: the scenes that people see, and how their pictures are taken and compared."""
