"""What a page of the site may load and do: the content security policy, in one place.

Search compiles WebAssembly and reads its index, hence `wasm-unsafe-eval` and `connect-src`.
Source of the words: Content Security Policy Level 3 (W3C).
"""

from typing import Final

CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""For the page itself: it holds wherever the site is put."""

SERVED_POLICY: Final = f"{CONTENT_POLICY}; frame-ancestors 'none'"
"""For the header of a server, which may also say who may frame a page."""
