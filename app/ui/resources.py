"""The one door to built resources: icons, brand pictures, translations; the same when frozen."""

from pathlib import Path

BUILT = Path(__file__).resolve().parent.parent / "built"


class ResourcesMissingError(RuntimeError):
    """The resources were not built, or one of them is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Missing resource {path.name}. Run `python packaging/build_resources.py` "
            f"to fill {path.parent}."
        )
        self.path = path


def path(*parts: str) -> Path:
    """The path of a built resource that is certain to exist."""
    found = BUILT.joinpath(*parts)
    if not found.exists():
        raise ResourcesMissingError(found)
    return found


def icon(name: str) -> str:
    """The SVG source of an icon (`today`, `people`, …)."""
    return path("icons", f"{name}.svg").read_text("utf-8")


def brand(name: str) -> str:
    """The SVG source of a brand picture: logo, mark, app-icon, tray-light, tray-dark, …-due."""
    return path("brand", f"{name}.svg").read_text("utf-8")


def translation(name: str) -> Path:
    """The compiled catalogue `app_ja`, `app_en` or `qtbase_ja`."""
    return path("i18n", f"{name}.qm")
