"""Each way to tell someone, against a server that listens."""

from __future__ import annotations

import socket
from email import message_from_string
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from mina_crawler.monitors.channels import CHANNELS, channels_in, why_not
from mina_crawler.monitors.message import Message, NotToldError, Problem
from tests.listener import listener, post_office
from tests.made_receipts import receipt

if TYPE_CHECKING:
    from tests.listener import Listener, PostOffice

__all__ = ["listener", "post_office"]

SENTENCE = (
    "only 20% of the articles have published_raw & more, first https://minanews.net/a/?p=1&q=<2>#x"
)
MESSAGE = Message(
    receipt(verdict="suspect", exit_code=4), (Problem("verdict", SENTENCE, "20261120T000000-beef"),)
)
TEXT = f"""\
mina-crawler: https://minanews.net/: suspect (exit code 4)
- {SENTENCE} (since 20261120T000000-beef)
scrapy runs 20261124T040000-cafe tells the rest"""


def test_a_webhook_gets_all_of_it(listener: Listener) -> None:
    CHANNELS["MINA_WEBHOOK_URL"](MESSAGE, {"MINA_WEBHOOK_URL": f"{listener.url}/hook"})
    [heard] = listener.heard
    assert heard["text"] == TEXT
    assert (heard["status"], heard["verdict"], heard["exit_code"]) == ("failed", "suspect", 4)
    assert heard["problems"] == [
        {"monitor": "verdict", "text": SENTENCE, "since": "20261120T000000-beef"}
    ]


def test_slack_gets_the_text_without_what_it_takes_for_markup(listener: Listener) -> None:
    CHANNELS["MINA_SLACK_URL"](MESSAGE, {"MINA_SLACK_URL": listener.url})
    [heard] = listener.heard
    assert set(heard) == {"text"}
    assert "?p=1&amp;q=&lt;2&gt;#x" in heard["text"]


def test_a_bot_of_telegram_tells_each_chat(listener: Listener) -> None:
    environment = {
        "MINA_TELEGRAM_SERVER": listener.url,
        "MINA_TELEGRAM_TOKEN": "1:secret",
        "MINA_TELEGRAM_CHATS": "5, @newsroom",
    }
    CHANNELS["MINA_TELEGRAM_TOKEN"](MESSAGE, environment)
    assert listener.heard == [
        {"chat_id": "5", "text": TEXT},
        {"chat_id": "@newsroom", "text": TEXT},
    ]
    assert listener.paths == ["/bot1:secret/sendMessage"] * 2


def test_a_letter_goes_to_each_address(post_office: PostOffice) -> None:
    environment = {"MINA_SMTP_URL": post_office.url, "MINA_MAIL_TO": "a@example.org, b@example.org"}
    CHANNELS["MINA_SMTP_URL"](MESSAGE, environment)
    letter = message_from_string(post_office.letters[0], policy=default)
    assert (letter["To"], letter["Subject"]) == (environment["MINA_MAIL_TO"], MESSAGE.subject)
    assert SENTENCE in letter.get_content()


def test_a_password_never_goes_without_tls(post_office: PostOffice) -> None:
    url = post_office.url.replace("//", "//me:geheim@")
    with pytest.raises(NotToldError, match=r"^127\.0\.0\.1: SMTPNotSupportedError$"):
        CHANNELS["MINA_SMTP_URL"](MESSAGE, {"MINA_SMTP_URL": url, "MINA_MAIL_TO": "a@example.org"})
    assert post_office.letters == []


@pytest.mark.parametrize("status", [302, 404, 500])
def test_an_answer_that_is_no_yes_is_told_without_the_secret_path(
    listener: Listener, status: int
) -> None:
    listener.status = status
    with pytest.raises(NotToldError, match=rf"^127\.0\.0\.1:\d+ answers {status}$"):
        CHANNELS["MINA_WEBHOOK_URL"](MESSAGE, {"MINA_WEBHOOK_URL": f"{listener.url}/T0/geheim"})
    assert listener.paths == ["/T0/geheim"], "a redirected message is not sent again as a question"


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "a b"])
def test_an_address_that_leads_nowhere_is_no_secret_told(host: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and never listens
        url = f"http://{host.format(port=closed.getsockname()[1])}/T0/rahasia"
        with pytest.raises(NotToldError) as error:
            CHANNELS["MINA_WEBHOOK_URL"](MESSAGE, {"MINA_WEBHOOK_URL": url})
    assert "rahasia" not in str(error.value)


@pytest.mark.parametrize("url", ["https:geheim", "[::geheim", "ftp://geheim/", "http://a:geheim/"])
def test_an_address_that_is_none_is_refused_without_being_told(url: str) -> None:
    refused = why_not({"MINA_WEBHOOK_URL": url})
    assert refused == "MINA_WEBHOOK_URL: give an address such as https://example.org/"


def test_only_what_the_environment_names_is_on() -> None:
    assert channels_in({}) == channels_in({"MINA_WEBHOOK_URL": ""}) == []
    assert channels_in({"MINA_SLACK_URL": "https://x"}) == ["MINA_SLACK_URL"]


def test_a_channel_that_lacks_its_recipient_is_refused() -> None:
    assert why_not({"MINA_SMTP_URL": "smtp://x"}) == "MINA_SMTP_URL is set: set MINA_MAIL_TO too"
    assert why_not({"MINA_SMTP_URL": "smtp://x", "MINA_MAIL_TO": "a@example.org"}) is None
