"""Messages that are sent by e-mail."""

from __future__ import annotations

import smtplib
import socket
from email.message import EmailMessage
from ssl import create_default_context
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mina_crawler.monitors.message import NotToldError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from urllib.parse import SplitResult

    from mina_crawler.monitors.message import Message

TIMEOUT = 15.0
"""Seconds."""


def tell_mail(message: Message, environment: Mapping[str, str]) -> None:
    """Send the text to each of the addresses."""
    server = urlsplit(environment["MINA_SMTP_URL"])
    try:
        with _connect(server) as connection:
            _introduce(connection, server)
            connection.send_message(_letter(message, environment))
    except (OSError, ValueError) as error:
        raise NotToldError(f"{server.hostname}: {type(error).__name__}") from None


def _letter(message: Message, environment: Mapping[str, str]) -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = message.subject
    letter["From"] = environment.get("MINA_MAIL_FROM", f"mina-crawler@{socket.gethostname()}")
    letter["To"] = environment.get("MINA_MAIL_TO", "")
    letter.set_content(message.text)
    return letter


def _connect(server: SplitResult) -> smtplib.SMTP:
    host = server.hostname or ""
    if server.scheme == "smtps":
        context = create_default_context()
        return smtplib.SMTP_SSL(host, server.port or 465, timeout=TIMEOUT, context=context)
    return smtplib.SMTP(host, server.port or 25, timeout=TIMEOUT)


def _introduce(connection: smtplib.SMTP, server: SplitResult) -> None:
    """Log in, where a name is given; use TLS where it is offered: no password goes without."""
    connection.ehlo()
    if server.scheme == "smtp" and (server.username or connection.has_extn("starttls")):
        connection.starttls(context=create_default_context())
    if server.username:
        connection.login(unquote(server.username), unquote(server.password or ""))
