"""The same parts on a Dask cluster. A worker that dies costs only the parts that it had, which run again."""

import itertools
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from typing import Any

from newsfacts.batch.parts import Part
from newsfacts.batch.pool import Lost, Result
from newsfacts.batch.worker import Settings, WriteError, process_part
from newsfacts.storage import MissingExtraError

_PER_THREAD = 2
_TICK = 1.0
_RETRIES = 3
_CONNECT = 30


class ClusterError(Exception):
    """The cluster can't be used; says why and what to do."""


def connect(address: str) -> Any:
    """A client of the scheduler at an address. Raises ClusterError, MissingExtraError."""
    try:
        import distributed
    except ImportError:
        raise MissingExtraError("--scheduler", "dask") from None
    cluster: Any = distributed  # no types inside
    try:
        client = cluster.Client(address, timeout=_CONNECT)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(
            f"no Dask scheduler at {address}: {error}; start one with `dask scheduler`"
        ) from None
    if not client.scheduler_info(n_workers=-1)["workers"]:
        client.close()
        raise ClusterError(f"the scheduler at {address} has no workers: `dask worker {address} --nthreads 1`")
    return client


def run_there(parts: Iterable[Part], settings: Settings, client: Any) -> Iterator[Result]:
    """Do the parts on a cluster, a few ahead for each worker; None comes from time to time."""
    shared = client.scatter(settings, broadcast=True, hash=False)
    waiting = iter(parts)
    flying: dict[Any, Part] = {}
    try:
        yield from _rounds(waiting, flying, shared, client)
    finally:
        # after Ctrl-C nothing that has not begun should begin
        client.cancel(list(flying))


def _rounds(waiting: Iterator[Part], flying: dict[Any, Part], shared: Any, client: Any) -> Iterator[Result]:
    import distributed

    cluster: Any = distributed
    while True:
        room = max(_threads(client), 1) * _PER_THREAD - len(flying)
        for part in itertools.islice(waiting, max(room, 0)):
            # `pure=False`: a part that is asked for again is done again
            flying[client.submit(process_part, shared, part, retries=_RETRIES, pure=False)] = part
        if not flying:
            return
        try:
            done = cluster.wait(list(flying), timeout=_TICK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            yield None
            continue
        for future in done:
            yield flying.pop(future), _result(future)


def _threads(client: Any) -> int:
    return sum(client.nthreads().values())


def _result(future: Any) -> Any:
    try:
        return future.result()
    except WriteError:
        raise
    except (OSError, CancelledError) as error:  # of the connection: a part's own come as WriteError
        raise ClusterError(f"the scheduler is gone ({error}); what is finished is safe") from None
    except Exception as error:
        return Lost(f"failed on the cluster: {type(error).__name__}: {str(error).splitlines()[0]}")
