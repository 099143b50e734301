"""What is said when something goes wrong that a person can understand."""

from app.cli import people
from app.cli.output import file_name
from app.cli.session import (
    PassphraseFileError,
    PassphrasesDifferError,
    Session,
    TooManyFilesError,
)
from app.domain.errors import ExpectedError, NotFoundError
from app.interchange import errors as interchange
from app.store import errors as store
from app.store.writable import Why
from app.usecases import calendar_feed, exporting
from app.usecases import errors as usecases

Pair = tuple[str, str]

_BY_TYPE: dict[type[ExpectedError], Pair] = {
    NotFoundError: ("That is not here any more.", "それは、もうここにありません。"),
    # the command line's own
    people.NotTextError: (
        "An argument is not text in the encoding of this system.",
        "文字として読めない引数があります。",
    ),
    people.NoWordsError: (
        "The note has no words; nothing was written.",
        "メモが空です。何も書いていません。",
    ),
    people.NobodyFitsError: ("Nobody fits “{text}”.", "「{text}」に当てはまる人はいません。"),
    people.SeveralFitError: (
        "Several people fit “{text}”.",
        "「{text}」に当てはまる人が何人かいます。",
    ),
    PassphraseFileError: (
        (
            "The passphrase file {path} cannot be used: its first line must be the passphrase, "
            "in UTF-8. {reason}"
        ),
        "合言葉のファイル {path} が使えません。1行目にUTF-8で書いてください。{reason}",
    ),
    PassphrasesDifferError: (
        "The two passphrases differ, or are empty. Nothing was made.",
        "二つの合言葉が違うか、空です。何も作っていません。",
    ),
    TooManyFilesError: (
        "{files} files are too many at once for the open window.",
        "{files}個のファイルは、開いている画面に一度に渡せません。",
    ),
    # files
    interchange.NotACalendarError: (
        "{path} could not be read as a calendar (.ics). Nothing was taken from it.",
        "{path} はカレンダー（.ics）として読めませんでした。何も取り込んでいません。",
    ),
    exporting.FileExistsAlreadyError: (
        "{path} is there already. --force replaces it.",
        "{path} はすでにあります。置き換えるには --force を付けてください。",
    ),
    exporting.ExportFailedError: (
        "{path} could not be written: {reason}. What was there is untouched.",
        "{path} に書けませんでした: {reason}。前のものはそのままです。",
    ),
    exporting.ExportStoppedError: (
        "Exporting was stopped. Nothing was written.",
        "書き出しを中止しました。何も書いていません。",
    ),
    calendar_feed.NothingToWriteError: (
        "There is nothing to write. No file was made.",
        "書き出すものがありません。ファイルは作っていません。",
    ),
    exporting.ExportNotFaithfulError: (
        (
            "The file was read back and differs from the store in {count} places, so {path} was "
            "not written."
        ),
        "読み返すと保管庫と違うところが{count}か所あったので、{path} は書いていません。",
    ),
    interchange.FileNotReadableError: (
        "{path} cannot be read. {cause}",
        "{path} を読めません。{cause}",
    ),
    interchange.NotCardsError: (
        "{path} holds no cards.",
        "{path} に名刺はありません。",
    ),
    interchange.ReadingCancelledError: ("Reading was stopped.", "読むのを中止しました。"),
    usecases.ImportCancelledError: (
        "The import was stopped. Nothing was imported.",
        "取り込みを中止しました。何も取り込んでいません。",
    ),
    # the store
    store.StoreError: ("The store {path} cannot be used.", "保管庫 {path} が使えません。"),
    store.NoStoreError: (
        "There is no store in {path}. `init` makes one.",
        "{path} に保管庫はありません。init で作れます。",
    ),
    store.StoreExistsError: (
        "A store, or a part of one, is in {path} already. Nothing was made.",
        "{path} にはすでに保管庫か、その一部があります。何も作っていません。",
    ),
    store.DatabaseMissingError: (
        "The database of this store is gone: {path}. A backup can be restored.",
        "保管庫のデータ {path} がありません。写しから戻せます。",
    ),
    store.DatabaseEmptyError: (
        "The database of this store has no content: {path}. A backup can be restored.",
        "保管庫のデータ {path} が空です。写しから戻せます。",
    ),
    store.HeaderMissingError: (
        "The keys of this store are gone (vault.json): {path}. A backup holds a copy.",
        "保管庫の鍵（vault.json）がありません: {path}。写しの中にあります。",
    ),
    store.HeaderDamagedError: (
        "The keys of this store cannot be read (vault.json): {path}. A backup holds a copy.",
        "保管庫の鍵（vault.json）が読めません: {path}。写しの中にあります。",
    ),
    store.NotEncryptedError: (
        "{path} is not encrypted, so it is not Enishi's.",
        "{path} は暗号になっていないので、Enishiのものではありません。",
    ),
    store.KeyDoesNotFitError: (
        "The key does not fit {path}. It may be damaged, or of another store.",
        "鍵が {path} に合いません。こわれているか、別の保管庫のものです。",
    ),
    store.DatabaseDamagedError: (
        "{path} is damaged. Nothing was changed; a backup can be restored.",
        "{path} がこわれています。変更はしていません。写しから戻せます。",
    ),
    store.OtherStoreError: (
        "{path} belongs to another store than its keys.",
        "{path} は、この鍵の保管庫のものではありません。",
    ),
    store.NewerStoreError: (
        "This store was written by a newer Enishi ({needed}; this one knows {known}).",
        "新しいEnishiの保管庫です（{needed}。このEnishiは{known}まで）。",
    ),
    store.OlderStoreError: (
        (
            "This store was written by an older Enishi. Opening the window, or a command that "
            "writes, brings it up to date."
        ),
        "古いEnishiの保管庫です。画面を開くか、書き込むコマンドを使うと、新しくなります。",
    ),
    store.StoreInUseError: (
        "Enishi is open. Close it, or do this there.",
        "Enishiが開いています。閉じるか、画面で行ってください。",
    ),
    store.StoreReadOnlyError: (
        "{path} can only be read now. Nothing was changed.",
        "{path} は、いまは読むことしかできません。何も変更していません。",
    ),
    store.MovedAwayError: (
        (
            "The data of {path} was moved to {to} (by {by}), and is not found there from here. "
            "Open it on that computer, connect that disk, or bring a backup back with --force. "
            "Nothing was changed."
        ),
        (
            "{path} のデータは {to} に移されました（{by} で）が、ここからは見つかりません。"
            "そのパソコンで開く、そのディスクをつなぐ、または --force で写しを戻してください。"
            "何も変更していません。"
        ),
    ),
    store.PlaceUnfitError: (
        "The data cannot be moved to {path}. Everything is where it was.",
        "{path} には移せません。すべて元の場所にあります。",
    ),
    store.MoveFailedError: (
        "The copy did not prove sound, so the data was not moved. Everything is where it was.",
        "写したものを確かめられなかったので、移していません。すべて元の場所にあります。",
    ),
    store.NotOwnedError: (
        "{path} is no folder of yours.",
        "{path} は自分のフォルダーではありません。",
    ),
    store.NoPermissionError: (
        "{path} may not be read or written.",
        "{path} を読み書きする権限がありません。",
    ),
    store.StoreUnreadableError: (
        "{path} could not be read or written: {reason}",
        "{path} を読み書きできませんでした: {reason}",
    ),
    store.DiskFullError: (
        "The disk is full. Nothing was changed.",
        "ディスクがいっぱいです。変更はしていません。",
    ),
    store.EngineUnsafeError: (
        "The database engine lacks what the store relies on ({lack}).",
        "データベースに必要な機能がありません（{lack}）。",
    ),
    store.WrongPassphraseError: ("The passphrase is not right.", "合言葉が違います。"),
    store.NoPassphraseSlotError: (
        "This store has no passphrase.",
        "この保管庫に合言葉はありません。",
    ),
    store.WrongRecoveryKeyError: (
        "This is not the recovery key of this store.",
        "この保管庫の回復キーではありません。",
    ),
    store.RecoveryKeyTypoError: (
        "There is a slip in the recovery key.",
        "回復キーに書き間違いがあります。",
    ),
    store.NoKeyGivenError: (
        "Neither a passphrase nor a keyring: nobody could open such a store. Nothing was made.",
        "合言葉も鍵束もないと、誰にも開けられません。何も作っていません。",
    ),
    store.KeyringError: (
        (
            "The system's keyring does not open this store: {reason}. Give the passphrase with "
            "--passphrase-file."
        ),
        "システムの鍵束では開けません（{reason}）。--passphrase-file で合言葉を渡してください。",
    ),
    store.StaleError: (
        "It was changed in the meantime. Nothing was written.",
        "その間に変わっていました。何も書いていません。",
    ),
    store.NothingToUndoError: ("There is nothing to undo.", "元に戻すものはありません。"),
    store.NothingToRedoError: ("There is nothing to redo.", "やり直すものはありません。"),
    store.UndoBlockedError: (
        "Something newer builds on it, so it was not taken back.",
        "あとの変更がこれに続いているので、元に戻していません。",
    ),
    store.NoCredentialError: (
        "No password is kept for {name}. Please enter it once more.",
        "{name} のパスワードがありません。もう一度入力してください。",
    ),
    store.BackupFailedError: (
        "A copy of the store could not be made ({reason}). Nothing else was done.",
        "保管庫の写しが作れませんでした（{reason}）。ほかには何もしていません。",
    ),
    store.NotABackupError: (
        "{path} is not a backup of Enishi, or is damaged.",
        "{path} はEnishiの写しではないか、こわれています。",
    ),
    store.SecondPlaceError: (
        "The second place for backups, {path}, could not be used.",
        "写しの二つめの置き場所 {path} が使えませんでした。",
    ),
    store.NoBackupError: (
        "There is no backup yet; `enishi backup FILE` makes one.",
        "写しはまだありません。`enishi backup ファイル` で作れます。",
    ),
    store.BackupExistsError: (
        "{path} is there already. --force replaces it.",
        "{path} はすでにあります。置き換えるには --force を付けてください。",
    ),
}

_OF_KEYRING: dict[store.KeyringTrouble, Pair] = {
    store.KeyringTrouble.NONE: ("there is none that Enishi trusts", "信頼できる鍵束がない"),
    store.KeyringTrouble.NO_SLOT: ("it was not asked to keep a key", "鍵束には預けていない"),
    store.KeyringTrouble.NO_ANSWER: (
        "it holds no key for this store, or is locked",
        "この保管庫の鍵がないか、施錠中",
    ),
    store.KeyringTrouble.WRONG_VALUE: (
        "what it holds does not open this store",
        "預かっている鍵が合わない",
    ),
    store.KeyringTrouble.FAILED: ("it is locked, or it refused", "施錠中か、断られた"),
    store.KeyringTrouble.TOO_SLOW: ("it does not answer", "返事がない"),
    store.KeyringTrouble.NOT_KEPT: ("it did not keep the key", "鍵を預かれなかった"),
}
_NOT_TRUSTED: Pair = (
    "{present} is set as the keyring, and Enishi does not trust it",
    "鍵束に {present} が選ばれているが、信頼できない",
)
_NOT_HERE: Pair = (
    "{recorded} keeps the key, and is not here",
    "鍵は {recorded} にあるが、ここにはない",
)
_ANOTHER: Pair = (
    "{recorded} keeps the key; here {present} answers",
    "鍵は {recorded} にあるが、ここで答えるのは {present}",
)
_ELSEWHERE: Pair = (
    (
        "Another computer ({by}) has {path} open, or ended without closing it. Nothing was "
        "changed. If it is open nowhere, delete the file “lock” in it and try again."
    ),
    (
        "{path} は別のコンピューター（{by}）で開いているか、閉じずに終わったままです。"
        "何も変更していません。どこでも開いていなければ、中の「lock」を消してやり直してください。"
    ),
)
_TABLE_OF_NOBODY: Pair = (
    (
        "{path} is a table (CSV), but no column says who somebody is: a name, a company, an "
        "e-mail address, a number. Nothing was imported."
    ),
    (
        "{path} は表（CSV）ですが、名前、会社、メール、電話のどの列も見つかりません。"
        "何も取り込んでいません。"
    ),
)


_PICTURE_WITHOUT_CODE: Pair = (
    (
        "No QR code with a card was found in the picture {path}. A sharper or larger picture of "
        "the code alone may help. Nothing was imported."
    ),
    (
        "画像 {path} に名刺のQRコードが見つかりません。"
        "コードだけを大きく、はっきり写してみてください。何も取り込んでいません。"
    ),
)
_CALENDAR: Pair = (
    "{path} is a calendar: it belongs on the Gatherings page of the window. Nothing was imported.",
    "{path} はカレンダーです。画面の「集まり」で読み込めます。何も取り込んでいません。",
)
_MOVED_SOMEWHERE: Pair = (
    (
        "The file moved.json in {path} says that the data was moved, but not readably where to. "
        "A backup can be brought back with --force. Nothing was changed."
    ),
    (
        "{path} の moved.json によるとデータは移されていますが、移した先が読めません。"
        "--force で写しを戻せます。何も変更していません。"
    ),
)
_BY_CONTENT = {
    interchange.Content.CALENDAR: _CALENDAR,
    interchange.Content.CSV: _TABLE_OF_NOBODY,
    interchange.Content.PICTURE: _PICTURE_WITHOUT_CODE,
}
_CAUSES: dict[str, Pair] = {
    "no file": (
        "There is no ordinary file of that name.",
        "その名前のふつうのファイルはありません。",
    ),
    "truncated": ("It became shorter meanwhile.", "読んでいる間に短くなりました。"),
    "reading child": ("Reading it failed.", "読み取りに失敗しました。"),
}


def words_of(error: ExpectedError, language: str) -> str:
    """What to say of a failure, filled with its data."""
    pair = next((_BY_TYPE[kind] for kind in type(error).__mro__ if kind in _BY_TYPE), None)
    if pair is None:
        raise LookupError(type(error).__name__)
    if isinstance(error, interchange.NotCardsError):
        pair = _BY_CONTENT.get(error.content, pair)
    if isinstance(error, store.StoreReadOnlyError) and error.why == Why.ELSEWHERE:
        pair = _ELSEWHERE
    if isinstance(error, store.MovedAwayError) and not error.to:
        pair = _MOVED_SOMEWHERE
    if isinstance(error, store.KeyringError):
        reason = _of_keyring(error)[language == "ja"]
        pair = (pair[0].replace("{reason}", reason), pair[1].replace("{reason}", reason))
    values = {name: getattr(error, name) for name in dir(error) if not name.startswith("_")}
    if "path" in values:
        values["path"] = file_name(values["path"]).replace("\n", " ")
    if values.get("cause") in _CAUSES:
        values["cause"] = _CAUSES[values["cause"]][language == "ja"]
    return pair[language == "ja"].format(**values).strip()


def _of_keyring(error: store.KeyringError) -> Pair:
    """Why it does not help, and who was to help and who is there instead."""
    if error.trouble is store.KeyringTrouble.NONE and error.present:
        return _NOT_TRUSTED
    if error.trouble is store.KeyringTrouble.NONE and error.recorded:
        return _NOT_HERE
    if error.recorded and error.present and error.recorded != error.present:
        return _ANOTHER
    return _OF_KEYRING[error.trouble]


def say(session: Session, error: ExpectedError) -> None:
    """Say it; several people who fit are named."""
    if isinstance(error, people.SeveralFitError):
        people.list_several(session, error)
    else:
        session.out.say(words_of(error, session.words.language))


def has_words(kind: type[ExpectedError]) -> bool:
    """Whether a kind of failure has words of its own."""
    return kind in _BY_TYPE
