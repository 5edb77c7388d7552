"""A SPARQL endpoint that may be slow, busy or broken, asked politely until it answers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.errors import InputError, KgError

if TYPE_CHECKING:
    import httpx

Solution = dict[str, str]
"""One row of an answer: the values of the variables that are bound."""

_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_ADDRESS = re.compile(r"https?://[^/\s]+\S*")
_FORMAT = "application/sparql-results+json"


class EndpointError(KgError):
    """An endpoint that gave no whole answer, however often it was asked; it may do so later."""


class EndpointRefusedError(EndpointError):
    """An endpoint that does not take the request: to ask again is of no use."""


class _NoAnswerError(Exception):
    """One attempt that came to nothing.

    Args:
        reason: what happened.
        wait: seconds after which the server wants to be asked again; None where it does not say.
    """

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, and how often to try.

    Attributes:
        attempts: how often one query is sent at most.
        timeout: seconds without a sign of the server after which an attempt is given up; public endpoints cut
            queries off after 60.
        first_wait: seconds before the second attempt; doubled before each further one.
        longest_wait: seconds; a server that wants to be left alone for longer is left alone for good.
        pause: seconds between two queries, so that a long run is no burden.
    """

    attempts: int = 6
    timeout: float = 75.0
    first_wait: float = 1.0
    longest_wait: float = 600.0
    pause: float = 1.0


def _keep_quiet(_: str) -> None:
    pass


class Endpoint:
    """A SPARQL 1.1 endpoint, asked by one query at a time. Use it as a context manager.

    Args:
        url: address that takes queries, such as https://query.wikidata.org/sparql.
        patience: how long to wait, and how often to try.
        tell: is told in a line why and how long there is a wait.

    Raises:
        InputError: the address is none of http or https.
    """

    def __init__(self, url: str, patience: Patience = Patience(), tell: Callable[[str], None] = _keep_quiet) -> None:
        if not _ADDRESS.fullmatch(url):
            raise InputError("is no address of an endpoint", source=url, remedy="such as https://host/sparql")
        self.url, self._patience, self._tell = url, patience, tell
        self._client = _client(patience.timeout)
        self._asked = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def select(self, query: str) -> list[Solution]:
        """The whole answer to a SELECT query.

        Raises:
            EndpointError: there was none after all attempts.
            EndpointRefusedError: the endpoint does not take the query.
        """
        reason = ""
        for attempt in range(self._patience.attempts):
            try:
                return self._ask(query)
            except _NoAnswerError as failure:
                reason = str(failure)
                if attempt + 1 < self._patience.attempts:
                    self._wait(failure, attempt)
        raise EndpointError(f"{self.url}: {reason}, {self._patience.attempts} times in a row (try again later)")

    def _wait(self, failure: _NoAnswerError, attempt: int) -> None:
        wait = self._patience.first_wait * 2**attempt if failure.wait is None else failure.wait
        if wait > self._patience.longest_wait:
            raise EndpointError(f"{self.url}: {failure}, and asks for {wait:.0f} s of rest (try again after that)")
        self._tell(f"{failure}; asking again in {wait:.0f} s")
        time.sleep(wait)

    def _ask(self, query: str) -> list[Solution]:
        import httpx

        time.sleep(max(0.0, self._asked + self._patience.pause - time.monotonic()))
        try:
            response = self._client.post(self.url, data={"query": query})
        except httpx.TimeoutException as error:
            raise _NoAnswerError(f"no answer within {self._patience.timeout:g} s") from error
        except httpx.TransportError as error:
            raise _NoAnswerError(f"the connection failed: {error}") from error
        finally:
            self._asked = time.monotonic()
        self._check(response)
        return _solutions(response.content)

    def _check(self, response: httpx.Response) -> None:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        if response.status_code in _TRANSIENT:
            raise _NoAnswerError(f"the server says {status}", _retry_after(response.headers.get("Retry-After", "")))
        if response.is_redirect:
            raise EndpointRefusedError(f"{self.url}: has moved (give the address {response.headers.get('Location')})")
        if not response.is_success:
            words = " ".join(response.text.split())[:200]
            raise EndpointRefusedError(f"{self.url}: {status}: {words} (is it the address of a SPARQL endpoint?)")


def _client(timeout: float) -> httpx.Client:
    import httpx  # a tenth of a second that only those pay who refresh

    from kg import __version__

    agent = f"kg-contacts/{__version__} (+https://w3id.org/diplomatic-contacts/) python-httpx/{httpx.__version__}"
    return httpx.Client(timeout=timeout, headers={"User-Agent": agent, "Accept": _FORMAT})


def _retry_after(header: str) -> float | None:
    """Seconds of a Retry-After header, which gives seconds or a date (RFC 9110, 10.2.3)."""
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _solutions(content: bytes) -> list[Solution]:
    """The rows of an answer in SPARQL JSON; a server that is cut off in the middle sends half of one."""
    try:
        rows = json.loads(content)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _NoAnswerError("the answer is not whole, or no SPARQL JSON") from error
