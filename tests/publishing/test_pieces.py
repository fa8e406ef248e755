import pytest

from rodedraad.publishing.language.pieces import in_words, pieces


def found(source: str) -> list[str]:
    return [one.text for one in pieces(source)]


def test_a_sentence_stays_whole_with_its_expressions_and_small_tags():
    source = '<p>Van <a href="{{ root }}x">{{ one.text }}</a> zijn er <strong>{{ n | number }}</strong>.</p>'
    assert found(source) == [
        'Van <a href="{{ root }}x">{{ one.text }}</a> zijn er <strong>{{ n | number }}</strong>.'
    ]


def test_tags_around_a_sentence_are_not_part_of_it():
    assert found('<li><a class="x" href="{{ href }}">Alle indicatoren</a></li>') == ["Alle indicatoren"]


def test_a_statement_parts_sentences_and_is_a_piece_where_it_holds_a_text():
    source = '{% if one %}Een.{% else %}Twee.{% endif %}{% for a in (("Nu", x), ("Straks", y)) %}{{ a }}{% endfor %}'
    assert found(source) == ["Een.", "Twee.", '{% for a in (("Nu", x), ("Straks", y)) %}']


def test_what_is_read_aloud_or_shown_of_a_tag_is_a_piece_even_of_a_small_tag():
    assert found('<nav aria-label="Kruimelpad"><a href="x" title="Naar {{ one }}">{{ one }}</a></nav>') == [
        "Kruimelpad",
        "Naar {{ one }}",
    ]


def test_codes_addresses_and_classes_are_no_words():
    source = (
        '<p class="rd-x{{ " rd-y rd-z" if one }}" id="waarden">{{ one | join(", ") }} · {{ two["jaar"] }}</p>'
        "<!-- Uitleg -->{# Uitleg #}"
    )
    assert found(source) == []


def test_a_count_is_a_piece_though_its_nouns_are_small_words():
    assert found('<b>{{ counted(n, "vraag", "vragen") }}</b>') == ['{{ counted(n, "vraag", "vragen") }}']


def test_only_what_has_other_words_is_changed():
    source = '<p title="Nu">Nu of <em>later</em></p><p>Anders</p>'
    words = {"Nu of <em>later": "Now or <em>later", "Nu": "Now"}
    assert in_words(source, words) == '<p title="Now">Now or <em>later</em></p><p>Anders</p>'


@pytest.mark.parametrize("source", ["", "{{ a }}", "<p>{", "<p>5 < 6 & meer</p>", "a\nb"])
def test_without_other_words_nothing_is_changed(source):
    assert in_words(source, {}) == source
