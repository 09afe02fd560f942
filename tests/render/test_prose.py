"""Authors' HTML completed for a page: boxes for tables, names for the ways back from notes."""

from generator.render.prose import ProseHtml

BOX = '<div class="scroll" tabindex="0" role="region" aria-label="Table {}">'


def test_each_table_has_a_box_with_a_number() -> None:
    prose = ProseHtml()
    assert (
        prose.complete("<p>x</p><table><tr></tr></table>") == f"<p>x</p>{BOX.format(1)}<table><tr></tr></table></div>"
    )
    assert prose.complete('<table class="a">') == f'{BOX.format(2)}<table class="a">'
    assert prose.complete("</table>") == "</table></div>"


def test_nothing_else_is_touched() -> None:
    html = "<p>A tablet, &lt;table&gt; and <code>tables</code>.</p>"
    assert ProseHtml().complete(html) == html


def test_the_way_back_from_a_note_has_its_title_as_name() -> None:
    back = '<a class="footnote-backref" href="#fnref:x" title="Back to note a in the text">↩</a>'
    assert ProseHtml().complete(back) == back.replace("title=", "aria-label=")
