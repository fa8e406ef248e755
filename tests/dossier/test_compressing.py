import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.compressing import (
    FORMS,
    SMALLEST,
    gunzipped,
    gzipped,
    plain_name,
    unbrotlied,
    with_compressed,
)
from tests.dossier.support import files_in, write_dossier

LONG = b"<p>belofte</p>\n" * 100


@given(st.binary())
def test_every_form_gives_back_what_it_was_given_and_the_same_bytes_each_time(data):
    for form in FORMS:
        assert form.unpack(form.pack(data)) == data
        assert form.pack(data) == form.pack(data)


def test_gzip_bears_no_time_no_name_and_no_system():
    packed = gzipped(LONG)
    assert packed[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    assert gzip.decompress(packed) == LONG


def test_what_is_broken_is_told():
    for broken in (b"", b"geen gzip", gzipped(LONG)[:-1], gzipped(LONG) + b"meer"):
        with pytest.raises(ValueError, match=r"."):
            gunzipped(broken)
    with pytest.raises(ValueError, match=r"."):
        unbrotlied(brotli.compress(LONG)[:-1])


def test_only_texts_of_the_site_that_get_smaller_are_pressed():
    files = [
        ("site/a.html", LONG),
        ("site/kort.html", b"x" * (SMALLEST - 1)),
        ("site/beeld.png", LONG),
        ("data/a.csv", LONG),
        ("site/ruis.txt", bytes(range(256)) * 2),
    ]
    made = dict(with_compressed(iter(files), "site/"))
    assert [name for name in made if name not in dict(files)] == [
        "site/a.html.br",
        "site/a.html.gz",
        "site/ruis.txt.br",
        "site/ruis.txt.gz",
    ]
    assert {name: made[name] for name, _ in files} == dict(files)


def test_many_files_come_in_the_same_order_each_time():
    files = [(f"site/{number}.html", LONG * (number % 7 + 1)) for number in range(200)]
    first = list(with_compressed(iter(files), "site/"))
    assert first == list(with_compressed(iter(files), "site/"))
    assert len(first) == 3 * len(files)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a/b.html.gz", "a/b.html"),
        ("b.json.br", "b.json"),
        ("a.html", None),
        ("a.tar.gz", None),
        ("a.gz", None),
    ],
)
def test_a_smaller_form_is_known_by_its_name(name, plain):
    assert plain_name(name) == plain


def test_a_build_is_the_same_with_and_without_its_smaller_forms(tmp_path):
    dossier = load(write_dossier(tmp_path / "dossier"))
    build(dossier, tmp_path / "plain")
    build(dossier, tmp_path / "small", compress=True)
    build(dossier, tmp_path / "again", compress=True)
    plain, small = files_in(tmp_path / "plain"), files_in(tmp_path / "small")
    assert small == files_in(tmp_path / "again")
    added = small.keys() - plain.keys()
    assert {"site/index.html.br", "site/index.html.gz"} <= added
    assert all(plain_name(name) in plain for name in added)
    assert {name: data for name, data in small.items() if name in plain and "manifest" not in name} == {
        name: data for name, data in plain.items() if "manifest" not in name
    }
