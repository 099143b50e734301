"""Where the folder of a store lies: on the network, among files that a service copies about, or
beside a copy that such a service made (R14).

The database is written in place, page by page: a service that copies it meanwhile, or a network
that answers for a disk, may leave half of a change. Finished files, as backups are, may lie there.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath

NETWORK = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs ceph 9p glusterfs lustre gfs2 ocfs2 davfs afpfs webdav "
    "fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.davfs2 fuse.s3fs fuse.glusterfs fuse.curlftpfs "
    "fuse.google-drive-ocamlfuse fuse.kio-fuse vboxsf fuse.vmhgfs-fuse prl_fs virtiofs".split()
)
_MOUNTS = Path("/proc/self/mountinfo")
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
"""Files or folders that a service leaves at the top of what it copies."""
_NAMES = (
    (re.compile(r"dropbox( \(.+\))?", re.I), "Dropbox"),
    (re.compile(r"onedrive( ?- ?.+)?", re.I), "OneDrive"),
    (re.compile(r"google ?drive|googledrive-.+|my drive", re.I), "Google Drive"),
    (re.compile(r"com~apple~clouddocs|icloud ?drive", re.I), "iCloud Drive"),
    (re.compile(r"nextcloud", re.I), "Nextcloud"),
    (re.compile(r"syncthing|sync", re.I), "Syncthing"),
)
_CONFLICT = re.compile(
    r"(store|vault|vault\.copy)\b.*("
    r"conflicted copy|conflict-|sync-conflict|競合コピー|\(\d+\)|-[A-Z0-9-]+(?=\.)| 2(?=\.)).*",
    re.IGNORECASE,
)
_OURS = re.compile(r"(store\.db|vault(\.copy)?\.json)(\.new)?(-wal|-shm|-journal)?")
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`network`: kind of the network file system, `service`: who copies the folder, `conflicts`:
    copies beside the store, which nobody opens. Empty where there is none.
    """

    network: str = ""
    service: str = ""
    conflicts: tuple[str, ...] = ()


def surroundings(folder: Path) -> Surroundings:
    """What is to be told of the place of a store."""
    return Surroundings(network(folder), service(folder), conflicts(folder))


def network(folder: Path) -> str:
    """The network file system that the folder lies on, or ""."""
    place = folder.resolve()
    kind = _kind_on_windows(place) if sys.platform == "win32" else _kind(place)
    return kind if kind in NETWORK else ""


def _kind(place: Path) -> str:
    """The kind of the mount with the longest path above; of two at one place the later counts."""
    found, length = "", -1
    for mount, kind in _mounts():
        if (place == mount or mount in place.parents) and len(mount.parts) >= length:
            found, length = kind, len(mount.parts)
    return found


def _mounts() -> list[tuple[Path, str]]:
    """Mount points and kinds, as Linux tells them (proc(5)); none where it does not."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    mounts = []
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) > 4:
            raw = _OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])
            mounts.append((Path(raw), kind))
    return mounts


def _kind_on_windows(place: PurePath) -> str:
    """A share by its name, or a drive that is one (GetDriveType: 4)."""
    import ctypes  # noqa: PLC0415 - on Windows alone

    if place.drive.startswith("\\\\"):
        return "smb3"
    drive_type = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]
    return "smb3" if drive_type(f"{place.drive}\\") == 4 else ""


def service(folder: Path) -> str:
    """The service in whose folder it lies, or ""."""
    place = folder.resolve()
    for above in (place, *place.parents):
        for mark, name in _MARKS.items():
            if (above / mark).exists():
                return name
        for pattern, name in _NAMES:
            if pattern.fullmatch(above.name):
                return name
    return ""


def conflicts(folder: Path) -> tuple[str, ...]:
    """Names beside the store that a service gave to another version of it."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    return tuple(name for name in names if _CONFLICT.fullmatch(name) and not _OURS.fullmatch(name))
