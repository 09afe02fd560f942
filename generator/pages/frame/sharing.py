"""Links with which readers share a page: plain addresses of services, asked only when one is followed."""

from types import MappingProxyType
from urllib.parse import quote

from generator.identity.settings import Service
from generator.pages.records.parts import Link

ADDRESSES = MappingProxyType(
    {
        Service.EMAIL: "mailto:?subject={title}&body={url}",
        Service.BLUESKY: "https://bsky.app/intent/compose?text={title}%20{url}",
        Service.FACEBOOK: "https://www.facebook.com/sharer/sharer.php?u={url}",
        Service.LINKEDIN: "https://www.linkedin.com/sharing/share-offsite/?url={url}",
        Service.REDDIT: "https://www.reddit.com/submit?url={url}&title={title}",
        Service.TELEGRAM: "https://t.me/share/url?url={url}&text={title}",
        Service.WHATSAPP: "https://wa.me/?text={title}%20{url}",
        Service.X: "https://x.com/intent/post?text={title}&url={url}",
    }
)
"""Addresses that share a page, with braces for its title and its own address."""

NAMES = MappingProxyType(
    {
        Service.EMAIL: "E-mail",
        Service.BLUESKY: "Bluesky",
        Service.FACEBOOK: "Facebook",
        Service.LINKEDIN: "LinkedIn",
        Service.REDDIT: "Reddit",
        Service.TELEGRAM: "Telegram",
        Service.WHATSAPP: "WhatsApp",
        Service.X: "X",
    }
)
"""The name of each service, as it writes it."""


def sharing_links(services: tuple[Service, ...], title: str, url: str) -> tuple[Link, ...]:
    """Return a link for each service that shares the page with this title at an absolute URL."""
    said = {"title": quote(title, safe=""), "url": quote(url, safe="")}
    return tuple(Link(text=NAMES[service], url=ADDRESSES[service].format(**said)) for service in services)
