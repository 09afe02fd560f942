"""Bytes of a text file as Git stores them."""

STATIC = "static/"
"""The folder whose files are no texts of ours."""


def plain_bytes(data: bytes) -> bytes:
    """Return the bytes of a text without byte order mark, each line ending in LF."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def bytes_as_read(path: str, data: bytes) -> bytes:
    """Return the bytes of a project's file as the build reads it; what goes to the site as it is stays so."""
    return data if path.startswith(STATIC) else plain_bytes(data)
