"""Bytes of a text file as Git stores them."""


def plain_bytes(data: bytes) -> bytes:
    """Return the bytes of a text without byte order mark, each line ending in LF."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
