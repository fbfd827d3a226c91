"""A stand-in for www.linkedin.com that real browsers reach through a CONNECT proxy."""

from .invited import PAGES_MARK
from .log import Request, Save, Shown, Touch
from .render import LANGUAGES
from .routes import HOST, SETTING_KEY, SETTING_PATH
from .scenario import PageOptions, SaveScenario
from .stand_in import LinkedIn
from .tls import certificate_authority, certificate_fingerprint

__all__ = [
    "HOST",
    "LANGUAGES",
    "PAGES_MARK",
    "SETTING_KEY",
    "SETTING_PATH",
    "LinkedIn",
    "PageOptions",
    "Request",
    "Save",
    "SaveScenario",
    "Shown",
    "Touch",
    "certificate_authority",
    "certificate_fingerprint",
]
