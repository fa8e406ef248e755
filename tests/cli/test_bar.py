import sys

import pytest

from rodedraad.cli.bar import Bar
from rodedraad.dossier.progress import Stage, Step


@pytest.mark.parametrize(
    ("terminal", "quiet", "shown"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_progress_is_shown_to_a_person_who_wants_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,
    quiet: bool,
    shown: bool,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    with Bar(quiet=quiet) as bar:
        bar(Step(stage=Stage.IMPORT, done=2, total=3, name="Begroting 2024"))
        bar(Step(stage=Stage.PUBLISH, done=1, total=0, name="site/index.html"))
        bar(Step(stage=Stage.PUBLISH, done=2, total=0, name="site/about.html"))
    told = capsys.readouterr()
    assert told.out == ""
    assert ("Lezen en herkennen 2/3 Begroting 2024" in told.err) is shown
    assert ("Publiceren 1 site/index.html" in told.err) is shown
    assert "about" not in told.err
    assert "\n" not in told.err
