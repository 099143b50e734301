"""Exporting: whom, in which form, how far it is, and what was written. The dialog of all four."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.errors import ExpectedError
from app.ui import plain
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.choice import Segments
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notice import Notice, ProgressBar
from app.ui.words.notices import Notices
from app.usecases.exporting import ExportOutcome, Format


@dataclass(frozen=True, slots=True)
class Whom:
    """Some people who may be exported."""

    words: str
    """What they are called, with how many they are."""
    ids: tuple[str, ...] | None
    """None for everyone."""
    name: str
    """The file's name without its ending."""


class ExportDialog(Dialog):
    """Chooses, then shows how far it is, then says what was written."""

    wanted = Signal(object, object)
    """Ask where to, and write: a `Whom` and a `Format`."""
    stopped = Signal()
    """The person does not want it any more while it is being written."""

    def __init__(self, theme: Theme, parent: QWidget | None, choices: Sequence[Whom]) -> None:
        """`choices`: the first is proposed."""
        super().__init__(theme, parent, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = list(choices)
        self._notices = Notices(self)
        self._writing = False
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        self._whom: Segments | None = None
        self._form = Segments(
            theme,
            [
                (Format.VCARD_3.value, self.tr("vCard 3.0")),
                (Format.VCARD_4.value, self.tr("vCard 4.0")),
                (Format.CSV.value, self.tr("CSV table")),
            ],
            Format.VCARD_3.value,
            name=self.tr("In which form"),
        )
        self._form.chosen.connect(self._explain)
        self._about = Label(theme, "", color="ink2", wrap=True)
        grid.addWidget(Label(theme, self.tr("Whom"), color="ink2"), 0, 0)
        if len(self._choices) > 1:
            options = [(str(at), whom.words) for at, whom in enumerate(self._choices)]
            self._whom = Segments(theme, options, "0", name=self.tr("Whom"))
            grid.addWidget(self._whom, 0, 1)
        else:
            grid.addWidget(Label(theme, self._choices[0].words, elide=True), 0, 1)
        grid.addWidget(Label(theme, self.tr("Form"), color="ink2"), 1, 0)
        grid.addWidget(self._form, 1, 1)
        grid.addWidget(self._about, 2, 1)
        self._trouble = Notice(theme, " ", " ", icon="warn")
        self._trouble.hide()
        self._open = Notice(
            theme,
            self.tr("The file will not be encrypted"),
            self.tr("Whoever has it can read it. Delete it when it has served its purpose."),
            icon="lock",
        )
        self.bar = ProgressBar(theme, name=self.tr("Writing"))
        self.bar.hide()
        self._far = Label(theme, "", color="ink2")
        self._far.hide()
        self.body.addSpacing(theme.px(8))
        for part in (self._body, self._trouble, self.bar, self._far, self._open):
            self.body.addWidget(part)
        self.cancel = self.add_button(self.tr("Cancel"), kind="ghost")
        self.cancel.clicked.connect(self.reject)
        self.go_on = self.add_button(self.tr("Choose where…"), kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._ask)
        self._explain()
        self._title(self.tr("Export"))
        self.go_on.setFocus()

    # what is asked for

    @property
    def whom(self) -> Whom:
        """Who is chosen."""
        return self._choices[int(self._whom.value()) if self._whom is not None else 0]

    @property
    def form(self) -> Format:
        """The form that is chosen."""
        return Format(self._form.value())

    def choose(self, form: Format) -> None:
        """Propose another form."""
        self._form.set_value(form.value)
        self._explain()

    def _ask(self) -> None:
        self.wanted.emit(self.whom, self.form)

    def _explain(self) -> None:
        self._about.setText(
            {
                Format.VCARD_3: self.tr(
                    "For phones, Google, Outlook and most programs. With photos."
                ),
                Format.VCARD_4: self.tr("For newer programs such as Thunderbird. With photos."),
                Format.CSV: self.tr("For spreadsheets: a row for each person, without photos."),
            }[self.form]
        )
        self._fit()

    # while it is written

    def begin(self) -> None:
        """It is being written."""
        self._writing = True
        self._body.setEnabled(False)
        self._trouble.hide()
        self.bar.setValue(0)
        self._far.setText(self.tr("Writing…"))
        for part in (self.bar, self._far):
            part.show()
        self.go_on.hide()
        self.cancel.setFocus()
        self._fit()
        # Behind the dialog of files and its question some window managers forget who had the keys.
        self.activateWindow()

    def tell(self, progress: tuple[int, int]) -> None:
        """How many people are written, and of how many."""
        done, of = progress
        self.bar.setValue(100 * done // max(1, of))
        self._far.setText(self.tr("{done} of {of}").format(done=done, of=of))

    def fail(self, error: ExpectedError) -> None:
        """It was not written: say why, and let the person choose again."""
        self._rest()
        notice = self._notices.error(error)
        self._trouble.tell(notice.title, notice.words)
        self._trouble.setVisible(True)
        self._fit()

    def _rest(self) -> None:
        self._writing = False
        self._body.setEnabled(True)
        self.bar.hide()
        self._far.hide()
        self.go_on.show()
        self.go_on.setFocus()

    def done_with(self, outcome: ExportOutcome) -> None:
        """Say what was written, and that anybody can read it."""
        self._rest()
        self._body.hide()
        self._title(self.tr("%n person(s) written", "", outcome.people))
        self.words.setText(str(outcome.path))
        self.words.show()
        self.setAccessibleDescription(str(outcome.path))
        self._open.title.setText(self.tr("The file is not encrypted"))
        self.cancel.hide()
        self.go_on.setText(self.tr("Close"))
        self.go_on.clicked.disconnect(self._ask)
        self.go_on.clicked.connect(self.accept)
        self._fit()
        self.activateWindow()

    def _title(self, words: str) -> None:
        self.heading.setText(words)
        self.setWindowTitle(plain.window_title(words))

    def _fit(self) -> None:
        self._outer.activate()
        if self.isVisible():
            self.resize(self.sizeHint())

    # closing

    def reject(self) -> None:
        """Esc: stop the writing first."""
        if self._writing:
            self.stopped.emit()
        super().reject()
