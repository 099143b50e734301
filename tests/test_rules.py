"""House rules that no linter knows, held by walking the source; and each rule is seen to bite."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"


@dataclass(frozen=True)
class Rule:
    """A check of one module, where it holds, and code that it must report."""

    name: str
    check: Callable[[str], Iterator[str]]
    holds_in: Callable[[str], bool]
    bad: tuple[str, ...]
    good: tuple[str, ...] = ()


def imported(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of all that is imported, by statement or by text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            name = called.id if isinstance(called, ast.Name) else called
            first = node.args[0]
            by_text = name in {"import_module", "__import__"}
            if by_text and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.lineno, first.value


def names(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of every name and attribute that is used or imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.alias):
            yield node.lineno, node.name.rpartition(".")[2]


def comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


# ------------------------------------------------------------------------------------- the rules


def remembers_for_good(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or not (node.args.args or node.args.vararg):
            continue
        for mark in node.decorator_list:
            called = mark.func if isinstance(mark, ast.Call) else mark
            if isinstance(called, ast.Name) and called.id in {"lru_cache", "cache"}:
                yield f"{node.lineno}: {called.id}"


def plain_sql(source: str) -> Iterator[str]:
    for line, name in imported(source):
        if name.partition(".")[0] in {"sqlite3", "_sqlite3"} or name == "PySide6.QtSql":
            yield f"{line}: {name}"
    for line, name in names(source):
        if name in {"QtSql", "QSqlDatabase"}:
            yield f"{line}: {name}"


FORKS = {
    "fork", "forkpty", "ForkProcess", "Process", "Pool", "ProcessPoolExecutor", "get_context",
    "set_start_method", "preexec_fn",
}  # fmt: skip


def forks(source: str) -> Iterator[str]:
    if not any(name in source for name in FORKS):  # walking all of it takes a second
        return
    for line, name in names(source):
        if name in FORKS:
            yield f"{line}: {name}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg in FORKS:
            yield f"{node.lineno}: {node.arg}"


MARKUP = {
    # these guess whether their text is markup
    "QLabel", "QMessageBox", "QErrorMessage", "QProgressDialog", "QInputDialog", "QTextEdit",
    "QTextBrowser", "QToolTip", "QWhatsThis", "QSplashScreen",
    # and these hand text to something that does
    "setToolTip", "setWhatsThis", "setHtml", "setMarkdown", "insertHtml", "insertMarkdown",
    "appendHtml", "showMessage", "setStatusTip",
}  # fmt: skip


# A model may answer these, with text made safe by `plain.escaped`.
MARKUP_ROLES = {"ToolTipRole", "WhatsThisRole", "StatusTipRole"}


def markup(source: str) -> Iterator[str]:
    for line, name in names(source):
        if name in MARKUP:
            yield f"{line}: {name}"
    tree = ast.parse(source)
    safe: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and answers_escaped(node.body):
            safe |= set(ast.walk(node.test))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MARKUP_ROLES and node not in safe:
            yield f"{node.lineno}: {node.attr} without plain.escaped"


def answers_escaped(body: list[ast.stmt]) -> bool:
    """Whether all that these statements return went through `plain.escaped`."""
    returns = [node for part in body for node in ast.walk(part) if isinstance(node, ast.Return)]
    return bool(returns) and all(
        isinstance(answer.value, ast.Call)
        and ast.unparse(answer.value.func).rpartition(".")[2] == "escaped"
        for answer in returns
    )


def more_than_a_docstring(source: str) -> Iterator[str]:
    body = ast.parse(source).body
    if ast.get_docstring(ast.Module(body, [])) is None:
        yield "1: no docstring"
    for node in body[1:] if body else []:
        yield f"{node.lineno}: {type(node).__name__}"


def foreign_to_domain(source: str) -> Iterator[str]:
    for line, name in imported(source):
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith(
            "app.domain"
        ):
            yield f"{line}: {name}"


def words_of_another(source: str) -> Iterator[str]:
    # lupdate files `other.tr(...)` under the name of the variable, where nobody finds it again.
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "tr":
            owner = node.value
            if not (isinstance(owner, ast.Name) and owner.id == "self"):
                yield f"{node.lineno}: {ast.unparse(node)}"


CONTAINED = {"showEvent", "hideEvent", "closeEvent"}


def uncontained(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name in CONTAINED:
            marks = {ast.unparse(mark) for mark in node.decorator_list}
            if "contained" not in marks:
                yield f"{node.lineno}: {node.name}"


LANES = {"ask", "do", "apart", "free", "run"}


def widgets_on_lanes(source: str) -> Iterator[str]:
    """The lane may be the last to hold what it was given: a widget that ends there crashes."""
    tree = ast.parse(source)
    inner = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            lane = re.search(r"workspace$|background$", ast.unparse(node.func.value))
            if lane and node.func.attr in LANES:
                named = ast.unparse(node.args[0])
                given: ast.AST = inner.get(named, node.args[0])
                if any(isinstance(p, ast.Name) and p.id == "self" for p in ast.walk(given)):
                    yield f"{node.lineno}: {ast.unparse(node.func)}"


# mypy itself asks a `type: ignore` for its code, and for being needed.
EXCUSE = re.compile(r"#\s*noqa\b")
EXCUSE_WITH_CODE = re.compile(r"#\s*noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*")
EXCUSE_WITH_REASON = re.compile(EXCUSE_WITH_CODE.pattern + r"[\s#:-]+\w.{3,}")


def containers_on_signals(source: str) -> Iterator[str]:
    """Methods of lists, sets and dictionaries that a signal is connected to: whoever sends it then
    holds the container, and all that is in it, as long as itself lives.
    """
    of_containers = {"append", "add", "clear", "discard", "extend", "pop", "remove", "update"}
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        given = node.args[0] if node.func.attr == "connect" and node.args else None
        if not (isinstance(given, ast.Attribute) and isinstance(given.value, ast.Attribute)):
            continue
        if given.attr in of_containers and given.value.attr.startswith("_"):
            yield ast.unparse(given)


def excuse_without_reason(source: str) -> Iterator[str]:
    """The reason stands behind it, or in a comment on the line above."""
    above = -1
    for line, comment in comments(source):
        if not EXCUSE.search(comment):
            above = line
        elif not EXCUSE_WITH_REASON.search(comment) and not (
            above == line - 1 and EXCUSE_WITH_CODE.search(comment)
        ):
            yield f"{line}: {comment}"


STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b")


def values_in_sql(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr) and STATEMENT.match(ast.unparse(node)[2:]):
            for part in node.values:
                if isinstance(part, ast.FormattedValue) and not names_only(part.value):
                    yield f"{part.lineno}: {ast.unparse(part.value)}"
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Add | ast.Mod)
            and STATEMENT.match(ast.unparse(node)[1:])
        ):
            yield f"{node.lineno}: {ast.unparse(node)[:60]}"


def names_only(part: ast.expr) -> bool:
    """A name, an entry of a table of names, question marks, or a list of those with commas."""
    if isinstance(part, ast.Subscript):
        return isinstance(part.value, ast.Name) and part.value.id.isupper()
    if isinstance(part, ast.Call):
        return ast.unparse(part.func) in {"marks", "','.join", "', '.join"}
    return isinstance(part, ast.Name)


UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def unfinished(source: str) -> Iterator[str]:
    for line, comment in comments(source):
        if UNFINISHED.search(comment):
            yield f"{line}: {comment}"


LONGEST_MS = (1 << 31) - 1
"""A QTimer counts milliseconds in 31 bits: 24.8 days. More is an OverflowError at run time."""
WAITS = {"singleShot", "start", "setInterval"}


def long_waits(source: str) -> Iterator[str]:
    """A timer is given a named time, a number, or at most one of these."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if node.func.attr in WAITS and not bounded(node.args[0]):
                yield f"{node.lineno}: {ast.unparse(node)[:60]}"
        elif isinstance(node, ast.Assign) and named_time(node.targets[0]):
            seconds = ast.unparse(node.targets[0]).endswith("SECONDS")
            value = number(node.value) * (1000 if seconds else 1)
            if value > LONGEST_MS:
                yield f"{node.lineno}: {ast.unparse(node)}"


def bounded(wait: ast.expr) -> bool:
    if isinstance(wait, ast.Call) and ast.unparse(wait.func) in {"min", "max"}:
        enough = any if ast.unparse(wait.func) == "min" else all
        return enough(bounded(part) for part in wait.args)
    if isinstance(wait, ast.BinOp) and isinstance(wait.op, ast.Mult):
        return named_time(wait.left) and ast.unparse(wait.right) == "1000"
    return named_time(wait) or 0 <= number(wait) <= LONGEST_MS


def named_time(part: ast.expr) -> bool:
    name = ast.unparse(part).rpartition(".")[2].upper()
    return isinstance(part, ast.Name | ast.Attribute) and name.endswith(("_MS", "SECONDS"))


def number(part: ast.expr) -> float:
    """What it comes to; -1 where that is not known."""
    if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mult):
        return number(part.left) * number(part.right)
    known = isinstance(part, ast.Constant) and isinstance(part.value, int | float)
    return float(ast.literal_eval(part)) if known else -1


def everywhere(_path: str) -> bool:
    return True


RULES = [
    Rule(
        "only the encrypted driver (R9)",
        plain_sql,
        everywhere,
        bad=(
            "import sqlite3",
            "from sqlite3 import dbapi2",
            "def f():\n    import sqlite3.dbapi2 as db",
            "import importlib\nimportlib.import_module('sqlite3')",
            "__import__('_sqlite3')",
            "from PySide6.QtSql import QSqlQuery",
            "from PySide6 import QtSql",
            "db = QtCore.QSqlDatabase.addDatabase('QSQLITE')",
        ),
        good=("import sqlcipher3.dbapi2 as db", "name = 'sqlite3'"),
    ),
    Rule(
        "no process is copied with an open store in it (R10)",
        forks,
        everywhere,
        bad=(
            "import os\nos.fork()",
            "from multiprocessing import Process",
            "import multiprocessing as m\nm.get_context('fork')",
            "from concurrent.futures import ProcessPoolExecutor",
            "subprocess.Popen(['x'], preexec_fn=f)",
        ),
        good=("subprocess.Popen(['x'])", "from concurrent.futures import ThreadPoolExecutor"),
    ),
    Rule(
        "text that people wrote is never read as markup (R39)",
        markup,
        lambda path: path != "app/ui/plain.py",
        bad=(
            "from PySide6.QtWidgets import QLabel",
            "import PySide6.QtWidgets as w\nw.QLabel(name)",
            "class Box(QMessageBox): ...",
            "button.setToolTip(name)",
            "self.setWhatsThis(name)",
            "document.setHtml(note)",
            "document.setMarkdown(note)",
            "self.statusBar().showMessage(name)",
            "show = tray.showMessage",
            "if role == Qt.ItemDataRole.ToolTipRole:\n return name",
            "shown = {Qt.ItemDataRole.ToolTipRole: name}[role]",
            "item.setData(Qt.ItemDataRole.WhatsThisRole, name)",
        ),
        good=(
            "from app.ui.plain import Label",
            "edit.setPlainText(note)",
            "if role == Qt.ItemDataRole.ToolTipRole:\n return plain.escaped(name)",
        ),
    ),
    Rule(
        "what fails while Qt shows, hides or closes goes no further than its handler (R63)",
        uncontained,
        lambda path: path.startswith("app/ui/"),
        bad=("class Page:\n    def hideEvent(self, event): ...",),
        good=("class Page:\n    @contained\n    def hideEvent(self, event): ...",),
    ),
    Rule(
        "a package says what lives in it, and nothing else",
        more_than_a_docstring,
        lambda path: path.endswith("/__init__.py"),
        bad=("", "import os", '"""Docs."""\nfrom app.domain.card import Card', "x = 1"),
        good=('"""What may live here."""',),
    ),
    Rule(
        "the domain needs the standard library only",
        foreign_to_domain,
        lambda path: path.startswith("app/domain/"),
        bad=("import jaconv", "from app.store.store import Store", "from PySide6 import QtCore"),
        good=("from datetime import date", "from app.domain.card import Card"),
    ),
    Rule(
        "words are asked for by self.tr",
        words_of_another,
        everywhere,
        bad=("label = page.tr('Today')", "t = QObject.tr", "self.parent().tr('x')"),
        good=("self.tr('Today')", "QCoreApplication.translate('Tray', 'Today')"),
    ),
    Rule(
        "an excuse names its code and its reason",
        excuse_without_reason,
        everywhere,
        bad=(
            "x = 1  # noqa",
            "x = 1  # noqa: E501",
            "# The crash hook is the last to know.\nx = 1  # noqa",
            "# The crash hook is the last to know.\n\nx = 1  # noqa: BLE001",
        ),
        good=(
            "# The crash hook is the last to know.\nx = 1  # noqa: BLE001",
            "x = 1  # noqa: BLE001 - the crash hook is the last to know",
        ),
    ),
    Rule(
        "SQL is put together from names of the schema, never from a value",
        values_in_sql,
        lambda path: path.startswith("app/store/"),
        bad=(
            "ask(f'SELECT id FROM contact WHERE name = {contact.name}')",
            "ask(f'DELETE FROM tag WHERE tag = {str(tag)}')",
            "ask(f'UPDATE contact SET note = {values[0]!r}')",
            "ask('SELECT id FROM contact WHERE name = ' + name)",
            "ask('SELECT id FROM contact WHERE name = %s' % name)",
        ),
        good=(
            "ask(f'SELECT id FROM {table} WHERE id IN ({marks(ids)})', ids)",
            "ask(f'INSERT INTO {TABLES[kind]} ({\", \".join(names)}) VALUES (?)', values)",
            "log(f'{contact.id} is gone')",
        ),
    ),
    Rule(
        "no timer waits for longer than it can count (R53)",
        long_waits,
        everywhere,
        bad=(
            "timer.start(1 << 31)",
            "timer.start(2147483648)",
            "timer.setInterval(30 * 86400 * 1000)",
            "QTimer.singleShot(until_midnight(now), self.tick)",
            "timer.start(hours * 1000)",
            "timer.start(max(1, until_midnight(now)))",
            "WAIT_MS = 30 * 86_400_000",
            "SECONDS = 2_147_484",
        ),
        good=(
            "timer.start()",
            "timer.start(TICK_MS)",
            "timer.start(self._limit_ms)",
            "QTimer.singleShot(0, self.tick)",
            "timer.setInterval(SECONDS * 1000)",
            "timer.start(min(TICK_MS, until_midnight(now)))",
            "timer.start(max(1, min(TICK_MS, left)))",
            "TICK_MS = 30_000",
            "SECONDS = 8",
        ),
    ),
    Rule(
        "what names and numbers are worked out to is forgotten when it locks",
        remembers_for_good,
        lambda name: name not in NOT_OF_PEOPLE,
        bad=(
            "@lru_cache(maxsize=8)\ndef bare(name: str) -> str: ...",
            "@cache\ndef bare(name: str) -> str: ...",
        ),
        good=(
            "@remembered(8)\ndef bare(name: str) -> str: ...",
            "@cache\ndef family_names() -> frozenset[str]: ...",
        ),
    ),
    Rule(
        "no signal holds a container (R26)",
        containers_on_signals,
        everywhere,
        bad=("theme.changed.connect(self._heights.clear)", "a.b.connect(self._seen.append)"),
        good=("theme.changed.connect(self._measure_anew)", "a.b.connect(self._timer.start)"),
    ),
    Rule(
        "no widget goes to another thread",
        widgets_on_lanes,
        everywhere,
        bad=(
            "self._workspace.ask(self._today)",
            "workspace.do(lambda store: store.set_setting(self._name, text))",
            "def f(self):\n    def work(task): self.x\n    self._background.run(work)",
        ),
        good=(
            "self._workspace.ask(_today).then(self._came)",
            "self._workspace.ask(lambda reader: reader.contact(who))",
            "self.prompt.ask(self._called, line)",
        ),
    ),
    Rule(
        "nothing is left for later",
        unfinished,
        everywhere,
        bad=(
            "x = 1  # TODO: more",
            "# FIXME",
        ),
        good=("text = 'TODO'",),
    ),
]
NOT_OF_PEOPLE: set[str] = {
    "app/domain/matching.py",
    "app/interchange/calendar_zone.py",
    "app/ui/delegates/highlight.py",  # single characters
    "app/ui/look/fonts.py",
    "app/ui/look/icons.py",
}
"""What they remember are answers about time zones, letters and pictures."""
BY_NAME = [pytest.param(rule, id=rule.name) for rule in RULES]


def modules() -> list[Path]:
    built = APP / "built"
    return [path for path in sorted(APP.rglob("*.py")) if built not in path.parents]


@pytest.mark.parametrize("rule", BY_NAME)
def test_the_source_keeps_the_rule(rule: Rule) -> None:
    faults = []
    for path in modules():
        name = path.relative_to(ROOT).as_posix()
        if rule.holds_in(name):
            faults += [f"{name}:{fault}" for fault in rule.check(path.read_text("utf-8"))]
    assert not faults, rule.name + "\n" + "\n".join(faults)


@pytest.mark.parametrize("rule", BY_NAME)
def test_the_rule_bites(rule: Rule) -> None:
    assert [bad for bad in rule.bad if not list(rule.check(bad))] == []
    assert [good for good in rule.good if list(rule.check(good))] == []


def test_rules_see_the_program() -> None:
    assert APP / "domain" / "change.py" in modules()


# -------------------------------------------------------------------------- what imports what, late


def loaded_by(*statements: str) -> set[str]:
    """Top-level modules in a fresh process after these imports."""
    script = "; ".join(
        [*statements, "import sys", "print(*{n.split('.')[0] for n in sys.modules})"]
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def importing(package: str) -> list[str]:
    """Import statements for every module of a package; skips the test where there is none yet."""
    folder = ROOT / package
    if not (folder / "__init__.py").exists():
        pytest.skip(f"{package} is not there yet")
    paths = [p for p in folder.rglob("*.py") if p.name not in {"__init__.py", "__main__.py"}]
    found = [p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for p in paths]
    return [f"import {name}" for name in sorted(found)]


# A third of a second before the first frame; the store lane imports them.
HEAVY = {"sqlalchemy", "alembic", "sqlcipher3", "keyring"}


def test_the_screen_starts_without_sql() -> None:
    assert not loaded_by(*importing("app/ui")) & HEAVY


def test_the_command_line_starts_without_qt() -> None:
    assert not loaded_by(*importing("app/cli")) & {"PySide6", "shiboken6"}


def test_what_is_loaded_is_seen() -> None:
    assert "sqlalchemy" in loaded_by("import sqlalchemy")
    assert "PySide6" in loaded_by("from PySide6 import QtCore")


# --------------------------------------------------------------------------------- import contracts

OWNERS = {
    "Qt only in ui and main": {"__main__", "main", "program", "ui"},
    "SQL and keys only in store": {"store"},
    "Foreign formats only in interchange": {"interchange"},
    "Near names and holidays only in use cases": {"usecases"},
}


def rooms(app: Path) -> set[str]:
    packages = {path.parent.name for path in app.glob("*/__init__.py")}
    return packages | {path.stem for path in app.glob("*.py")} - {"__init__"}


def forgotten(contracts: list[dict[str, object]], inside: set[str]) -> list[str]:
    """Rooms that a contract does not name although they are not its owner."""
    found = []
    for contract in contracts:
        if contract["type"] == "forbidden":
            named = {str(m).split(".")[1] for m in contract["source_modules"]}  # type: ignore[attr-defined]  # a list
            missing = inside - named - OWNERS[str(contract["name"])]
            found += [f"{contract['name']}: app.{room}" for room in sorted(missing)]
    return found


def test_contracts_forget_no_room() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert {c["name"] for c in contracts if c["type"] == "forbidden"} == set(OWNERS)
    missing = forgotten(contracts, rooms(APP))
    assert not missing, "not among source_modules in pyproject.toml: " + "; ".join(missing)
    assert "Qt only in ui and main: app.misc" in forgotten(contracts, {"misc"})


# ------------------------------------------------------------------------------------- dependencies

# The name on the index, where it is not the name of the import.
BRINGS = {
    "pyside6-essentials": {"PySide6", "shiboken6"},
    "pillow": {"PIL"},
    "zxing-cpp": {"zxingcpp"},
    "python-dateutil": {"dateutil"},
}


def declared() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: set[str] = set()
    for requirement in settings["project"]["dependencies"]:
        name = re.split(r"[^\w.-]", requirement)[0].lower()
        found |= BRINGS.get(name, {name.replace("-", "_")})
    return found


def undeclared(source: str) -> list[str]:
    known = declared() | set(sys.stdlib_module_names) | {"app"}
    return [f"{line}: {name}" for line, name in imported(source) if name.split(".")[0] not in known]


def test_what_is_imported_is_declared() -> None:
    found = {str(path.relative_to(ROOT)): undeclared(path.read_text("utf-8")) for path in modules()}
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert undeclared("import numpy.linalg") == ["1: numpy.linalg"]


# ----------------------------------------------------------------------------------- committed text

# Put together here, so that this file does not name them itself.
PLACES = (
    "/".join(["", "work", ""]),
    ".".join(["pypi", "org"]),
    ".".join(["pythonhosted", "org"]),
    "-".join(["", "", "index", "url"]),
    "-".join(["", "", "extra", "index", "url"]),
    "-".join(["", "", "find", "links"]),
)


def places(text: str) -> list[str]:
    return [line for line in text.splitlines() if any(place in line for place in PLACES)]


def committed() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_committed_text_names_no_place_of_its_making() -> None:
    found = {}
    for path in committed():
        if path.is_file():
            lines = places(path.read_bytes().decode("utf-8", "replace"))
            if lines:
                found[path.relative_to(ROOT).as_posix()] = [line.strip()[:120] for line in lines]
    assert not found


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_seen(place: str) -> None:
    assert places(f"first\nsee {place}x\nlast") == [f"see {place}x"]


def test_the_lock_is_whole() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith(("-", "#"))]
    pinned = [line for line in lines if line and not line.startswith(" ")]
    assert all(re.match(r"[a-z0-9-]+(\[[a-z]+\])?==[\w.]+( ; .+)? \\$", line) for line in pinned)
    hashed = [i for i, line in enumerate(lines) if line in pinned]
    assert all(lines[i + 1].startswith("    --hash=sha256:") for i in hashed)


# ----------------------------------------------------------------------------------- the Qt we run


def test_qt_takes_no_references_from_none(qapp: object) -> None:
    """PySide6 6.12 does on Python 3.11, and the process dies after some seconds of work."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
