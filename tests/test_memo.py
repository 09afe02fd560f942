"""What is kept from run to run, and keys whose hash is worked out once."""

from dataclasses import dataclass

from generator.memo import Memo, Part


@dataclass(frozen=True)
class Counted:
    """A value that counts how often it is hashed."""

    asked: list[str]

    def __hash__(self) -> int:
        self.asked.append("hash")
        return 1


def test_a_part_of_many_keys_is_hashed_once_and_equals_the_tuple() -> None:
    counted = Counted([])
    part = Part((counted, "b"))
    keys = {(part, number): number for number in range(9)}
    assert keys[part, 3] == 3
    assert len(counted.asked) == 1
    assert (part, hash(part)) == ((counted, "b"), hash((counted, "b")))


def test_an_equal_part_is_that_of_the_last_run_and_another_is_not() -> None:
    memo = Memo()
    first = memo.part(("a", 1))
    memo.turn()
    assert memo.part(("a", 1)) is first
    assert memo.part(("a", 2)) is not first
    memo.turn()
    assert memo.part(("a", 1)) is first


def test_what_one_run_did_not_ask_for_is_forgotten_in_the_next_but_one() -> None:
    memo, made = Memo(), []
    for _run in range(2):
        memo.get("key", lambda: made.append("key"))
        memo.turn()
    assert made == ["key"]
    memo.turn()
    memo.get("key", lambda: made.append("key"))
    assert made == ["key", "key"]


def test_what_is_revised_is_given_what_it_was_last() -> None:
    memo = Memo()
    given: list[int | None] = []

    def revised(last: int | None) -> int:
        given.append(last)
        return len(given)

    for _run in range(3):
        memo.revise("key", revised)
        memo.turn()
    assert given == [None, 1, 2]
