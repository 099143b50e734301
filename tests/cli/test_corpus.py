"""`enishi import` of every file of the foreign collection: no crash, no hang, nothing lost
unnamed.
"""

import pytest

from tests.interchange import corpus

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        not corpus.FOLDER.is_dir(),
        reason="the collection of foreign files is not beside the checkout",
    ),
]


def test_every_file_is_imported_or_refused_in_words(program):
    for path in corpus.files():
        done = program("import", path, "--json")
        assert "unexpected" not in done.err, (path, done.err)
        if done.code == 2:
            assert (done.out, bool(done.err)) == ("", True), path
            continue
        found = done.json
        parts = [found[k] for k in ("new", "same", "changed", "review")]
        assert found["cards"] == sum(parts) + len(found["unreadable"]), path
        assert found["cards"] == sum(f["cards"] for f in found["files"]), path
        again = program("import", path, "--json").json
        assert (again["new"], again["changed"], again["review"]) == (0, 0, 0), path
    assert program("check").code == 0
