"""The first run and the locked window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.header import Header
from app.store.vault import DataKey, NewVault
from app.ui.background import Background
from app.ui.first_run.scene import FirstRun
from app.ui.look.theme import Theme
from app.ui.unlock import Unlock

KEY = "K7QM-4TFX-9WRA-HD2P-ZB6N-3VJE-8XCT"


def _made(_passphrase: str, _keyring: bool) -> NewVault:
    header = Header("store", "", 0, 0, False, (), {})
    return NewVault(DataKey(b"", "store", "passphrase"), KEY, header)


def _scene(theme: Theme) -> tuple[FirstRun, Background]:
    background = Background()
    scene = FirstRun(background, theme, _made, lambda: True)
    background.setParent(scene)
    scene.destroyed.connect(lambda: background.close)
    return scene, background


def locking(theme: Theme) -> QWidget:
    return _scene(theme)[0]


def _type(scene: FirstRun) -> None:
    scene.lock.field.set_text("海辺の灯台 七つの朝と夜")
    scene.lock.button.click()
    while scene.step == 0:
        QCoreApplication.processEvents()


def key_shown(theme: Theme) -> QWidget:
    scene, _ = _scene(theme)
    _type(scene)
    return scene


def key_asked(theme: Theme) -> QWidget:
    scene, _ = _scene(theme)
    _type(scene)
    scene.key.button.click()
    return scene


def starting(theme: Theme) -> QWidget:
    scene, _ = _scene(theme)
    _type(scene)
    scene.key.button.click()
    scene.key.settled.emit(True)
    return scene


def unlock(theme: Theme) -> QWidget:
    background = Background()
    made = Unlock(background, theme, lambda *_: None)
    background.setParent(made)
    return made
