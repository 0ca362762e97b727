from __future__ import annotations

from http.client import IncompleteRead
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standin import StandIn


@pytest.fixture
def failing(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=20)


def test_a_status_is_served_where_and_as_often_as_asked(failing: StandIn) -> None:
    failing.control("fault", path="^/category/", status=500, times=2)
    statuses = [failing.status("category/palestina/") for _ in range(3)]
    assert statuses == [500, 500, 200]
    assert failing.status("") == 200


def test_a_fault_for_ever_ends_when_it_is_healed(failing: StandIn) -> None:
    failing.control("fault", path="robots", status=403)
    assert [failing.status("robots.txt") for _ in range(3)] == [403] * 3
    failing.control("fault", "DELETE")
    assert failing.status("robots.txt") == 200


def test_every_third_request_fails(failing: StandIn) -> None:
    failing.control("fault", path=".", kind="challenge", every=3)
    assert [failing.status("") for _ in range(6)] == [200, 200, 503] * 2


def test_retry_after_is_sent(failing: StandIn) -> None:
    failing.control("fault", path="^/$", status=429, retry_after="7")
    with pytest.raises(HTTPError) as answer:
        failing.get("")
    with answer.value as error:
        assert error.headers["Retry-After"] == "7"


def test_a_truncated_page_ends_early(failing: StandIn) -> None:
    failing.control("fault", path="^/$", kind="truncate")
    with pytest.raises(IncompleteRead):
        failing.get("")


def test_a_hanging_page_does_not_answer(failing: StandIn) -> None:
    failing.control("fault", path="^/$", kind="hang")
    with pytest.raises(TimeoutError), urlopen(failing.site, timeout=0.3):
        pass


def test_a_redirect_loop_never_arrives(failing: StandIn) -> None:
    failing.control("fault", path="robots", kind="loop")
    with pytest.raises(HTTPError, match="infinite loop") as answer:
        failing.get("robots.txt")
    answer.value.close()


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("blocked", "Checking your browser"), ("empty", ""), ("garbage", "<urlset>"), ("home", "<h1")],
)
def test_a_wrong_page_is_served_as_if_it_were_right(
    kind: str, shown: str, failing: StandIn
) -> None:
    failing.control("fault", path="tentang-kami", kind=kind)
    page = failing.get("tentang-kami/")
    assert shown in page
    assert "Tentang Kami</h1>" not in page


def test_an_unknown_kind_is_refused(failing: StandIn) -> None:
    with pytest.raises(HTTPError, match="400") as answer:
        failing.control("fault", path=".", kind="gempa")
    with answer.value as error:
        assert "give one of" in error.read().decode()
