"""Pages in the forms that they are read in."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

from tests.evaluation import forms


def test_pages_are_printed_where_another_test_has_a_browser_open(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "PRINTED", tmp_path / "printed")
    assert browser.is_connected()
    (made,) = forms.printed([SimpleNamespace(site="<p>Wij openen een inloophuis.</p>")])
    assert made.startswith(b"%PDF-")
    assert [path.suffix for path in (tmp_path / "printed").iterdir()] == [".pdf"]
