"""What the tests stand on: the stand-in, the browsers, and the screens a person sees."""
