"""The same parts on a Dask cluster. A worker that dies costs only the parts that it had, which run again."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from typing import Any

from newsfacts.batch.parts import Part
from newsfacts.batch.pool import Lost, Result
from newsfacts.batch.worker import Settings, WriteError, process_part
from newsfacts.documents.storage import MissingExtraError

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
    flying: dict[Any, Part] = {}
    try:
        yield from _rounds(iter(parts), flying, settings, client)
    finally:
        # after Ctrl-C nothing that has not begun should begin
        client.cancel(list(flying))


def _rounds(
    waiting: Iterator[Part], flying: dict[Any, Part], settings: Settings, client: Any
) -> Iterator[Result]:
    import distributed

    cluster: Any = distributed
    dropped: Counter[Part] = Counter()
    while True:
        room = max(_threads(client), 1) * _PER_THREAD - len(flying)
        for part in itertools.islice(waiting, max(room, 0)):
            # `pure=False`: a part that is asked for again is done again. The settings go with each
            # task: scattered ahead, they would be lost with the worker that holds them.
            flying[client.submit(process_part, settings, part, retries=_RETRIES, pure=False)] = part
        if not flying:
            return
        try:
            done = cluster.wait(list(flying), timeout=_TICK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            yield None
            continue
        except CancelledError:  # the scheduler dropped tasks, as it may when a worker dies
            again = [flying.pop(future) for future in list(flying) if future.cancelled()]
            if not again:
                raise ClusterError("the scheduler dropped tasks; what is finished is safe") from None
            dropped.update(again)
            for part in again:
                if dropped[part] > _RETRIES:
                    yield part, Lost("dropped by the scheduler time and again")
            waiting = itertools.chain([p for p in again if dropped[p] <= _RETRIES], waiting)
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
