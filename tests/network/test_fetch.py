import time
from collections.abc import Iterator

import pytest

from generator.network.fetch import Limits, Network, NetworkError
from tests.network.server import Handler, serving


@pytest.fixture
def address() -> Iterator[str]:
    with serving() as found:
        yield found


def network(waited: list[float], **limits: float) -> Network:
    return Network(
        hosts=("127.0.0.1",),
        agent="country-profiles/test",
        scheme="http",
        sleep=waited.append,
        limits=Limits(**{"pause": 0.0, **limits}),  # type: ignore[arg-type]
    )


def test_a_reply_with_its_day_and_type(address: str) -> None:
    reply = network([]).get(f"{address}/fine")
    assert (reply.body, reply.status, reply.media) == (b"country,year\n", 200, "text/csv")
    assert len(reply.day) == len("2026-03-01")
    assert network([]).get(f"{address}/packed").body == b"country,year\n"


def test_503_with_retry_after_is_obeyed(address: str) -> None:
    waited: list[float] = []
    assert network(waited).get(f"{address}/busy").status == 200
    assert waited == [7.0, 7.0]


def test_429_for_a_day_says_when_to_come_back(address: str) -> None:
    waited: list[float] = []
    with pytest.raises(NetworkError) as error:
        network(waited).get(f"{address}/tomorrow")
    assert (error.value.hint, waited) == ("Come back in 24 hours.", [])


def test_four_tries_and_no_more(address: str) -> None:
    waited: list[float] = []
    with pytest.raises(NetworkError, match=r"HTTP 500 \(4 tries\)"):
        network(waited).get(f"{address}/broken")
    assert (waited, len(Handler.asked)) == ([1.0, 2.0, 4.0], 4)


def test_a_cut_body_is_asked_for_again(address: str) -> None:
    with pytest.raises(NetworkError, match=r"cut before its end \(4 tries\)|was cut .* \(4 tries\)"):
        network([]).get(f"{address}/cut")
    assert len(Handler.asked) == 4


def test_a_dripping_server_is_left_in_time(address: str) -> None:
    start = time.monotonic()
    with pytest.raises(NetworkError, match=r"took longer than 0.5 s"):
        network([], seconds=0.5).get(f"{address}/drip")
    assert time.monotonic() - start < 3


def test_a_bomb_is_not_unpacked(address: str) -> None:
    with pytest.raises(NetworkError, match="larger than 1,000,000 bytes"):
        network([], size=1_000_000).get(f"{address}/bomb")


def test_redirects_are_followed_within_the_hosts_only(address: str) -> None:
    assert network([]).get(f"{address}/moved").body == b"country,year\n"
    with pytest.raises(NetworkError, match=r"leads to http://example\.org/fine, which the contract does not name"):
        network([]).get(f"{address}/elsewhere")
    with pytest.raises(NetworkError, match="leads on and on"):
        network([]).get(f"{address}/round")
    assert Handler.asked.count("/round") == 4


def test_only_https_to_named_hosts(address: str) -> None:
    strict = Network(hosts=("127.0.0.1",), agent="x")
    with pytest.raises(NetworkError, match="does not name"):
        strict.get(f"{address}/fine")
    with pytest.raises(NetworkError, match="does not name"):
        Network(hosts=(), agent="x").get("https://127.0.0.1/fine")
    assert Handler.asked == []


def test_a_pause_between_two_requests_to_a_host(address: str) -> None:
    waited: list[float] = []
    asking = network(waited, pause=5.0)
    asking.get(f"{address}/fine")
    asking.get(f"{address}/fine")
    assert len(waited) == 1
    assert 4 < waited[0] <= 5


def test_other_statuses_are_for_the_reader_to_judge(address: str) -> None:
    assert network([]).get(f"{address}/missing").status == 404
    assert network([]).get(f"{address}/page").media == "text/html"


def test_nobody_answers() -> None:
    with pytest.raises(NetworkError, match=r"the connection failed .* \(4 tries\)"):
        network([]).get("http://127.0.0.1:9/fine")


def test_a_proxy_is_asked_where_the_environment_names_one(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    asking = Network(hosts=("producer.example",), agent="x", sleep=lambda _seconds: None)
    with pytest.raises(NetworkError, match=r"producer\.example: the connection failed \(ProxyError\) \(4 tries\)"):
        asking.get("https://producer.example/fine")
    assert set(Handler.asked) == {"producer.example:443"}
