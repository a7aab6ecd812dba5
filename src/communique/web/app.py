"""The application: what is served, and what each request passes through."""

from __future__ import annotations

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from communique import __version__
from communique.ledger._ledger import Ledger
from communique.web import api, faults
from communique.web.pages import ROUTERS
from communique.web.reading import TheReader
from communique.web.safety.bodies import MostBytes
from communique.web.safety.guard import Guard, logged_in
from communique.web.safety.headers import Headers
from communique.web.settings import Settings
from communique.web.settling import Settler
from communique.web.templating import FOLDER
from communique.web.unswept import Unswept


def create_app(ledger: Ledger, settings: Settings | None = None) -> FastAPI:
    """The web view of a ledger, as an ASGI application. The ledger stays open for as long as it is served."""
    settings = settings or Settings()
    app = FastAPI(
        title="communique", version=__version__, docs_url=None, redoc_url=None, openapi_url=f"{api.ROOT}/openapi.json",
        description=api.__doc__ or "", license_info={"name": "Apache-2.0"},
        middleware=[
            Middleware(Unswept),
            Middleware(Headers, secure=settings.secure),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
            Middleware(MostBytes, most=settings.most_bytes),
            Middleware(Guard, ledger=ledger, settings=settings),
        ],
    )  # fmt: skip
    app.state.ledger, app.state.settings = ledger, settings
    app.state.reader, app.state.settle = TheReader(settings.codebooks), Settler(ledger)
    faults.install(app)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(logged_in)], include_in_schema=False)
    for router in api.ROUTERS:
        app.include_router(router, prefix=api.ROOT, dependencies=[Depends(logged_in)])
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    return app
