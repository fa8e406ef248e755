import pytest

from rodedraad.dossier import DossierError, extras, load
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage
from tests.dossier.support import write_dossier


def test_parquet_without_pyarrow_is_told_before_anything_is_made(tmp_path, monkeypatch):
    folder = write_dossier(tmp_path / "dossier", "\n[data]\nparquet = true\n")
    monkeypatch.setattr(extras, "find_spec", {}.get)
    with pytest.raises(DossierError, match=r"voor Parquet is pyarrow nodig.*rodedraad\[parquet\]"):
        build(load(folder))
    assert not (folder / "build").exists()
    build(load(folder), only=(Stage.IMPORT, Stage.LINK))


def test_a_dossier_that_asks_for_parquet_gets_it_twice_the_same(tmp_path):
    dossier = load(write_dossier(tmp_path / "dossier", "\n[data]\nparquet = true\n"))
    for name in ("one", "two"):
        build(dossier, tmp_path / name)
    one, two = (tmp_path / name / "data" / "promises.parquet" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"PAR1")
