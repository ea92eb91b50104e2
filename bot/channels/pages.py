"""The clinic's small pages behind a mail's links: a few words, and at most one button."""

import secrets
from html import escape
from pathlib import Path
from string import Template

from fastapi.responses import HTMLResponse

from bot.channels.desk import Storefront

PAGE = Template((Path(__file__).parent / "static" / "promise.html").read_text("utf-8"))
FORM = Template('<form method="post" action="?once=$once"><button>$label</button></form>')
CHAT = Template('<p><a href="$chat">Open the chat</a></p>')
GUARDS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",  # the address is a key
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def page(
    front: Storefront, title: str, *text: str, button: str = "", chat: str = "", status: int = 200
) -> HTMLResponse:
    """A page of the clinic's, with as little on it as can be. Its form, sent again, is known by its `once`."""
    words = {"language": front.language, "title": title, "clinic": front.name, "phone": front.phone}
    paragraphs = "".join(f"<p>{escape(one)}</p>\n" for one in text if one)
    form = FORM.substitute(once=secrets.token_urlsafe(12), label=escape(button)) if button else ""
    way = CHAT.substitute(chat=escape(chat)) if chat else ""
    filled = {name: escape(word) for name, word in words.items()} | {"text": paragraphs, "form": form + way}
    return HTMLResponse(PAGE.substitute(filled), status, GUARDS)


def unknown(host: Storefront) -> HTMLResponse:
    """A link that is not ours. `host` speaks, where we cannot tell whose it is."""
    return page(host, "This link does not work", "Please use the link in our latest mail.", status=404)
