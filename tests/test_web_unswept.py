"""Python looks for no circles while a page is made, and does again when it is sent."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("starlette", reason="the web view needs communique[web]")

from communique.web.unswept import Unswept


async def answered(kind="http", fails=False):
    seen = []

    async def app(scope, receive, send):
        seen.append(gc.isenabled())
        if fails:
            raise ValueError("a page falls over")

    await Unswept(app)({"type": kind}, None, None)
    return seen


def run(made):
    """What a coroutine gives, on a thread of its own: the browser of other tests leaves a loop running on this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, made).result()


def test_nothing_is_swept_while_a_page_is_made_and_all_is_after_it():
    assert gc.isenabled()
    assert run(answered()) == [False]
    assert gc.isenabled()


def test_it_is_swept_again_after_a_page_that_fell_over():
    with pytest.raises(ValueError, match="falls over"):
        run(answered(fails=True))
    assert gc.isenabled()


def test_what_is_no_page_is_left_alone():
    assert run(answered("lifespan")) == [True]
