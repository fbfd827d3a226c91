"""Made-up pages: what Hypothesis draws, how a browser builds it, and what the rules say of it."""

from .build import Detector
from .draw import noise, pages
from .node import Node, Page, html_of
from .rules import Verdict, controls_of, verdict_on

__all__ = [
    "Detector",
    "Node",
    "Page",
    "Verdict",
    "controls_of",
    "html_of",
    "noise",
    "pages",
    "verdict_on",
]
