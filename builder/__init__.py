"""Turns catalogue, locales and templates into loadable extensions."""
