"""Bytes of a text file as Git stores them."""

STATIC = "static/"
"""The folder whose files go to the site as they are."""

IMAGES = "content/images/"
"""The folder of the images that texts show."""


def plain_bytes(data: bytes) -> bytes:
    """Return the bytes of a text without byte order mark, each line ending in LF."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def bytes_as_read(path: str, data: bytes) -> bytes:
    """Return the bytes of a project's file as the build reads it; what is no text of ours stays as it is."""
    return data if path.startswith((STATIC, IMAGES)) else plain_bytes(data)
