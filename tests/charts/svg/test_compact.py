"""The same picture in fewer bytes."""

from lxml import etree

from generator.charts.svg.compact import compact


def test_lines_of_one_look_become_one_path_and_shared_attributes_stand_once() -> None:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg"><g><line transform="translate(1,2)" y2="4" stroke="a"/>'
        '<line transform="translate(3,2)" x2="5" stroke="a"/></g>'
        '<g><text transform="translate(7,0)" fill="b" font-size="9">x</text><text fill="b" font-size="9">y</text></g></svg>'
    )
    root = etree.fromstring(text.encode())
    compact(root)
    assert etree.tostring(root, encoding="unicode") == (
        '<svg xmlns="http://www.w3.org/2000/svg" font-size="9"><g><path stroke="a" d="M1,2v4m2-4h5"/></g>'
        '<g fill="b"><text x="7">x</text><text>y</text></g></svg>'
    )
