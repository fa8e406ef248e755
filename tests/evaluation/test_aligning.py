from tests.evaluation.aligning import places_in


def words(judged: str, *texts: str) -> dict[int, str]:
    return {
        line: texts[place.source][place.start : place.end] for line, place in places_in(judged, texts).items()
    }


def test_lines_are_found_in_order() -> None:
    assert words("a\nb\na", "a\n\nb\n\na") == {1: "a", 2: "b", 3: "a"}


def test_a_line_that_moved_is_found_by_its_content() -> None:
    assert words("een\ntwee", "twee\neen") == {1: "een", 2: "twee"}


def test_a_line_that_was_wrapped_is_found_by_its_characters() -> None:
    assert words("een lange regel\nnog een", "een lange\nregel nog\neen") == {
        1: "een lange\nregel",
        2: "nog\neen",
    }


def test_cells_that_were_joined_are_found_between_the_lines_around_them() -> None:
    text = "Lasten\n12 14 12\nBaten 12"
    assert words("Lasten\n12\n14\n12\nBaten\n12", text) == {
        1: "Lasten",
        2: "12",
        3: "14",
        4: "12",
        5: "Baten",
        6: "12",
    }


def test_what_is_nowhere_is_not_found() -> None:
    assert words("een\nelders", "een") == {1: "een"}
