"""One certificate for www.linkedin.com, made once per process."""

import base64
import ssl
from functools import cache

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .routes import HOST


@cache
def certificate_authority() -> trustme.CA:
    """The authority behind the stand-in's certificate, for clients that want to trust it."""
    return trustme.CA()


@cache
def _certificate() -> trustme.LeafCert:
    return certificate_authority().issue_cert(HOST)


@cache
def server_context() -> ssl.SSLContext:
    """The TLS side of www.linkedin.com."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.set_alpn_protocols(["http/1.1"])
    _certificate().configure_cert(context)
    return context


def certificate_fingerprint() -> str:
    """What Chromium's `--ignore-certificate-errors-spki-list` takes: base64 of a SHA-256.

    With it the certificate counts as good. One merely accepted as insecure keeps Chromium's HTTP
    cache from keeping anything, so that `cache_control = "max-age=600"` has no effect.
    """
    certificate = x509.load_pem_x509_certificate(_certificate().cert_chain_pems[0].bytes())
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    digest = Hash(SHA256())
    digest.update(key)
    return base64.b64encode(digest.finalize()).decode()
