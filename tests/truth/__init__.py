"""The failure-mode suite: every form of the page, every way to fail, and what is claimed then."""
