"""Requests by the document of the HTTP API, well-formed and not: nothing breaks, nothing is answered that it does not say."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from communique import Ledger
from communique.web.api import ROOT
from ledger_readings import first, second, third

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")
pytest.importorskip("fastapi", reason="needs communique[web]")
from schemathesis import GenerationMode  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi import checks  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
_CHECKS = (
    not_a_server_error, checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance,
)  # fmt: skip


@pytest.fixture(scope="module")
def api_schema():
    from communique.web.app import create_app
    from communique.web.settings import Settings

    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db", create=True) as ledger:
        ledger.add([first(), second(), third()])
        yield schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", create_app(ledger, Settings(hosts=("*",))))


def _known(operation, name, value):
    if name in {"a", "b", "holder", "country", "counterpart", "name"} and "reports" not in operation.path + name:
        if "compare" in operation.path:
            return first().report.id
        return "VNM" if name in {"b", "counterpart"} else "LAO"
    ids = {"/reports/": first().report.id, "/records/": first().statements[0].id}
    return next((id_ for part, id_ in ids.items() if part in operation.path and name in {"name", "id"}), value)


@settings(
    max_examples=12, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(data=st.data())
def _asked(operation, mode, data):
    case = data.draw(operation.as_strategy(generation_mode=mode))
    if mode is GenerationMode.POSITIVE and data.draw(st.booleans()):  # by lot nothing would ever be found
        for values in (case.path_parameters, case.query):
            for name in values or {}:
                values[name] = _known(operation, name, values[name])
    case.call_and_validate(checks=_CHECKS)


def test_as_the_document_says(api_schema):
    operations = [one.ok() for one in api_schema.get_all_operations()]
    assert len(operations) > 25
    troubles = []
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try:
                _asked(operation, mode)
            except Unsatisfiable:  # nothing that is not well-formed can be made for it
                continue
            except Exception as trouble:  # noqa: BLE001 - all are told together
                troubles.append(f"{operation.label}: {trouble}"[:3000])
    assert not troubles, "\n\n".join(troubles)
