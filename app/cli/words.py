"""The words of the command line, in English and Japanese."""

from collections.abc import Mapping

_WORDS: dict[str, tuple[str, str]] = {
    # help
    "help_main": (
        (
            "Turns the business cards you received into relationships you keep. "
            "Without a command the window opens."
        ),
        "受け取った名刺を、続いていく縁に。コマンドを付けなければ画面が開きます。",
    ),
    "help__store": ("folder of the store", "保管フォルダー"),
    "help__passphrase_file": (
        "file whose first line is the passphrase",
        "1行目に合言葉を書いたファイル",
    ),
    "help_hidden": ("start in the tray", "トレイに入れて始める"),
    "help_self_test": ("what a built package runs on itself", "できあがった製品の自己点検"),
    "help_open": ("hand files to the import page of the window", "ファイルを画面の取り込みへ渡す"),
    "help_reconnect": ("the reconnect window, as from the tray", "思い出す人の小窓を開く"),
    "help_import": ("import cards from vCard or CSV files", "vCardやCSVから名刺を取り込む"),
    "help_export": ("write everyone to a .vcf or .csv file", "全員を .vcf か .csv に書き出す"),
    "help_find": ("people by anything known of them", "わかっていることから人を探す"),
    "help_show": ("one person", "一人を見る"),
    "help_note": ("write a line on a person's timeline", "「これまで」に一行書く"),
    "help_due": ("who to reconnect with, and why", "思い出す人と、そのわけ"),
    "help_init": (
        "make a store; prints the recovery key once",
        "保管庫を作り、回復キーを一度だけ示す",
    ),
    "help_undo": ("take the last change back", "最後の変更を元に戻す"),
    "help_check": ("whether the store is sound", "保管庫が無事か調べる"),
    "help_backup": ("copy the store to a file, encrypted", "保管庫を暗号のまま1ファイルに写す"),
    "help_restore": ("bring a backup back", "写しから元に戻す"),
    "help_demo": ("fill a new store with invented people", "架空の人で新しい保管庫を満たす"),
    "help_preview": ("only say what would happen", "どうなるかを示すだけ"),
    "help_met": ("the day you met these people", "この人たちに会った日"),
    "help_charset": ("what the files are written in", "ファイルの文字コード"),
    "help_vcard": ("version of the cards", "vCardの版"),
    "help_limit": ("at most so many", "多くてもこの人数"),
    "help_from": ("who started it", "どちらからの声かけか"),
    "help_on": ("the day", "日付"),
    "help_no_keyring": ("do not use the system's keyring", "システムの鍵束を使わない"),
    "help_json": ("the result as JSON", "結果をJSONで"),
    "help_force": ("replace what is there", "すでにあるものを置き換える"),
    "usage_refused": ("This cannot be understood: {reason}", "この指定はわかりません: {reason}"),
    # people
    "nobody_found": ("Nobody was found.", "見つかりませんでした。"),
    "nobody_fits": ("Nobody fits “{text}”.", "「{text}」に当てはまる人はいません。"),
    "several_fit": (
        "Several people fit “{text}”. Name one by the id:",
        "「{text}」に当てはまる人が何人かいます。IDで選んでください:",
    ),
    "more_people": (
        "There are more; --limit shows them.",
        "ほかにもいます。--limit で増やせます。",
    ),
    "noted": ("Written: {person}, {day}.", "書きました: {person}、{day}。"),
    "no_name": ("(no name)", "（名前なし）"),
    # due
    "nobody_due": ("Nobody today.", "今日は、思い出す人はいません。"),
    "rests": ("A day off: the rest can wait.", "お休みの日です。ほかのことは、急ぎません。"),
    "waiting": ("{count} more; they can wait.", "あと{count}人は、急ぎません。"),
    "due_promise": ("promised by {day}", "{day}までの約束"),
    "due_follow_up": ("to be in touch on {day}", "次に連絡 {day}"),
    "due_first_follow_up": ("met lately: a first line", "出会ったばかり。最初のひとことを"),
    "due_waits_for_me": ("they wrote on {day}", "{day}に届いて、まだ返していません"),
    "due_birthday": ("birthday on {day}", "{day}が誕生日"),
    "due_unanswered": ("you wrote on {day}, and it is quiet", "{day}に送って、そのままです"),
    "due_rhythm": ("time again, from {day} on", "そろそろ（{day}から）"),
    # import
    "import_cards": (
        (
            "Cards: {cards} (new {new}, the same {same}, with additions {changed}, "
            "to look at {review}, unreadable {unreadable})"
        ),
        (
            "名刺 {cards}枚（新しい人 {new}、同じ人 {same}、書き足し {changed}、"
            "確認したい {review}、読めなかった {unreadable}）"
        ),
    ),
    "import_names": (
        "Names written as one: {split} told apart, {whole} kept whole.",
        "姓名がひと続きの名前: 姓と名がわかったもの {split}、分けずに残したもの {whole}。",
    ),
    "import_preview": ("Nothing was imported yet.", "まだ取り込んでいません。"),
    "import_nothing": ("Everything is here already.", "すべて、すでにあります。"),
    "import_review": (
        "{file}, card {card} (line {line}): needs a look: {reason}. It waits in the import page.",
        "{file} の{card}枚目（{line}行目）: 確認したい: {reason}。取り込みのページで待っています。",
    ),
    "import_unreadable": (
        "{file}, card {card} (line {line}): could not be read: {reason}. Its bytes are kept.",
        "{file} の{card}枚目（{line}行目）: 読めませんでした: {reason}。中身は残してあります。",
    ),
    "import_unreadable_preview": (
        "{file}, card {card} (line {line}): cannot be read: {reason}.",
        "{file} の{card}枚目（{line}行目）: 読めません: {reason}。",
    ),
    "import_kept": (
        "{file}, card {card}, line {line}: not understood, kept as it is.",
        "{file} の{card}枚目、{line}行目: 意味がわからないので、原文のまま残します。",
    ),
    "import_kept_more": ("… and {count} more such lines.", "…ほかに{count}行あります。"),
    "import_guessed": (
        (
            "{file} does not say how its characters are written; it was read as {charset}. "
            "If names look wrong, --charset says it."
        ),
        (
            "{file} には文字コードの指定がないので、{charset} として読みました。"
            "文字化けしていたら --charset で指定できます。"
        ),
    ),
    "second_place": (
        (
            "The second place for backups, {path}, took none just now. The import is safe; it is "
            "tried again at the next backup."
        ),
        (
            "写しの二つめの置き場所 {path} に、今は置けませんでした。取り込みは済んでいます。"
            "次の写しのときにもう一度試します。"
        ),
    ),
    "import_handed_over": (
        "Enishi is open: the cards wait in its import page. Nothing was imported yet.",
        "Enishiが開いています。名刺は取り込みのページで待っています。まだ取り込んでいません。",
    ),
    "review_same_name": ("someone of the same name is known", "同じ名前の人がいます"),
    "review_same_email": ("someone has the same e-mail address", "同じメールアドレスの人がいます"),
    "review_same_phone": ("someone has the same number", "同じ電話番号の人がいます"),
    "review_near_name": (
        "a similar name at the same company",
        "会社が同じで、名前が似ている人がいます",
    ),
    "review_near_name_domain": (
        "a similar name at the same mail domain",
        "メールのドメインが同じで、名前が似ている人がいます",
    ),
    "review_value_differs": (
        "it says something else than is known",
        "いまの登録と違う内容があります",
    ),
    "review_several_people": ("several people match", "当てはまる人が何人かいます"),
    "import_same": (
        "{file}, card {card} (line {line}): the same person: {reason}.",
        "{file} の{card}枚目（{line}行目）: 同じ人: {reason}。",
    ),
    "import_changed": (
        "{file}, card {card} (line {line}): the same person, with additions: {reason}.",
        "{file} の{card}枚目（{line}行目）: 同じ人に書き足し: {reason}。",
    ),
    "import_known_more": ("… and {count} more such cards.", "…ほかに{count}枚あります。"),
    "agreement_uid": ("UID", "UID"),
    "agreement_email": ("mail", "メール"),
    "agreement_phone": ("phone number", "電話番号"),
    "agreement_name": ("name", "名前"),
    "reason_group": (
        "a group: its name is a tag of its members",
        "グループの名刺：名前をメンバーの札にしました",
    ),
    "reason_same": ("same {what}", "{what}が同じです"),
    "reason_both": ("{why}; {what}", "{why}。{what}"),
    "reason_differs": ("the {what} differs", "{what}が違います"),
    "reason_differ": ("the {what} differ", "{what}が違います"),
    "and": (" and ", "と"),
    "comma": (", ", "、"),
    "field_name": ("name", "名前"),
    "field_reading": ("reading", "ふりがな"),
    "field_nickname": ("nickname", "呼び名"),
    "field_organization": ("company", "会社"),
    "field_department": ("department", "部署"),
    "field_title": ("title", "肩書"),
    "field_birthday": ("birthday", "誕生日"),
    "field_photo": ("photo", "写真"),
    "field_note": ("note", "メモ"),
    "unreadable_no_end": ("its end is missing", "終わりがありません"),
    "unreadable_too_large": ("it is too large", "大きすぎます"),
    "unreadable_too_many_lines": ("it has too many lines", "行が多すぎます"),
    "unreadable_too_deep": ("cards are nested too deep", "入れ子が深すぎます"),
    "unreadable_too_many_cards": ("the file has too many cards", "ファイルの名刺が多すぎます"),
    "unreadable_too_slow": ("reading it took too long", "読むのに時間がかかりすぎます"),
    "unreadable_bad_line": ("a line is damaged", "こわれた行があります"),
    "unreadable_empty": ("it holds nothing", "何も書かれていません"),
    # files
    "exported": ("{count} people written to {file}.", "{count}人を {file} に書き出しました。"),
    "export_ending": (
        "The name must end in .vcf or .csv.",
        "ファイル名は .vcf か .csv で終えてください。",
    ),
    "handed_over": ("Handed to the open window.", "開いている画面に渡しました。"),
    # keeping
    "recovery_key": (
        "This is the recovery key. Write it down; it is shown only now:",
        "回復キーです。今だけ表示します。書き留めてください:",
    ),
    "store_made": ("The store was made in {folder}.", "{folder} に保管庫を作りました。"),
    "keyring_not_used": (
        "The system's keyring could not be used; the passphrase opens the store.",
        "システムの鍵束は使えませんでした。合言葉で開きます。",
    ),
    "keyring_alone": (
        (
            "The system's keyring could not be used and no passphrase was given: nobody could open "
            "such a store. Nothing was made; give a passphrase with --passphrase-file."
        ),
        (
            "システムの鍵束が使えず、合言葉もないので、誰にも開けられません。何も作っていません。"
            "--passphrase-file で合言葉を渡してください。"
        ),
    ),
    "no_output": (
        "There is nowhere to print the recovery key; nothing was made.",
        "回復キーを表示する先がないので、何も作りませんでした。",
    ),
    "undone": ("Taken back: {what}.", "元に戻しました: {what}。"),
    "sound": ("The store is sound.", "保管庫は無事です。"),
    "damaged": ("The store is damaged or at risk.", "保管庫がこわれているか、危うい状態です。"),
    "problem_pages": ("Pages were changed from outside.", "外から書き換えられた所があります。"),
    "problem_structure": ("Tables and indexes do not agree.", "表と索引が合っていません。"),
    "problem_references": (
        "A record points at one that is not there.",
        "つながる先のない記録があります。",
    ),
    "problem_search_index": ("The search index has gaps.", "検索の索引が欠けています。"),
    "problem_reminders": (
        "What is kept of who comes up when does not fit the records.",
        "「いつ誰を思い出すか」の控えが、記録と合っていません。",
    ),
    "problem_other_store": (
        "Database and keys belong to different stores.",
        "データと鍵が別の保管庫のものです。",
    ),
    "advice_recovered": (
        "The last session ended without closing; all of it is here.",
        "前回は閉じずに終わりましたが、すべて残っています。",
    ),
    "advice_log_lost": (
        "The last session ended without closing and its log is gone: the last changes may be lost.",
        "前回は閉じずに終わり、その記録がありません。最後の変更が失われたかもしれません。",
    ),
    "advice_older_database": (
        "An older copy of the database was put in place.",
        "データが古いものに置き換えられています。",
    ),
    "advice_older_header": (
        "An older copy of the keys was put in place.",
        "鍵が古いものに置き換えられています。",
    ),
    "advice_network": (
        (
            "The store lies on a network drive, which may lose the last changes. The window moves "
            "it to this computer (Settings, Security) and lets its backups go on to where it was."
        ),
        (
            "保管庫がネットワーク上にあり、最後の変更が失われるおそれがあります。画面の「設定」→"
            "「鍵と記録」でこのパソコンに移し、写しだけを今の場所に置けます。"
        ),
    ),
    "advice_synced": (
        (
            "The store lies in a folder that is synchronised, which may copy half of a change. "
            "The window moves it elsewhere (Settings, Security) and lets its backups go on to "
            "where it was."
        ),
        (
            "保管庫が同期フォルダーの中にあり、書きかけが写されるおそれがあります。画面の「設定」→"
            "「鍵と記録」で別の場所に移し、写しだけを今の場所に置けます。"
        ),
    ),
    "advice_conflict_copy": (
        (
            "Another version of the store lies beside it, put there by a synchronised folder. It "
            "was not opened; look at it before you delete it."
        ),
        (
            "同期フォルダーが置いた、別の版の保管庫がとなりにあります。開いてはいません。"
            "消す前に確かめてください。"
        ),
    ),
    "advice_header_copy_damaged": (
        "One of the two copies of the keys is damaged or gone; the next change mends it.",
        "鍵の控えの一つがこわれているか、ありません。次の変更のときに直します。",
    ),
    "backed_up": ("A copy was written to {file}.", "{file} に写しを作りました。"),
    "restored": ("The store was restored.", "保管庫を元に戻しました。"),
    "restored_aside": (
        "What it replaced is kept in {folder}, and can be restored in the same way.",
        "置き換えた前のものは {folder} に残してあります。同じ手順で元に戻せます。",
    ),
    "restore_over": (
        "A store is in {folder} already. --force replaces it, and keeps it in its backups.",
        "{folder} にはすでに保管庫があります。--force で置き換え、前のものは backups に残します。",
    ),
    "demo_made": ("{count} invented people moved in.", "架空の{count}人が入りました。"),
    "passphrase_prompt": ("Passphrase: ", "合言葉: "),
    "passphrase_new": ("Choose a passphrase: ", "合言葉を決めてください: "),
    "passphrase_again": ("Once more: ", "もう一度: "),
    "unexpected": (
        (
            "Something unexpected happened ({where}). Nothing was changed by it. "
            "This is a fault in Enishi."
        ),
        "思いがけないことが起きました（{where}）。変更はしていません。Enishiの不具合です。",
    ),
    "stopped": ("Stopped.", "中止しました。"),
    "output_failed": ("The result could not be written.", "結果を書き出せませんでした。"),
    # labels of show
    "label_reading": ("Reading", "ふりがな"),
    "label_organization": ("Company", "会社"),
    "label_department": ("Department", "部署"),
    "label_title": ("Title", "肩書"),
    "label_email": ("E-mail", "メール"),
    "label_phone": ("Phone", "電話"),
    "label_address": ("Address", "住所"),
    "label_url": ("Link", "リンク"),
    "label_birthday": ("Birthday", "誕生日"),
    "label_position": ("Also", "ほかの所属"),
    "label_account": ("Account", "アカウント"),
    "label_date": ("Date", "日付"),
    "label_related": ("Close to them", "身近な人"),
    "label_more": ("On the card", "名刺から"),
    "label_note": ("Note", "メモ"),
    "label_tags": ("Tags", "札"),
    "label_met": ("Met", "出会い"),
    "label_tie": ("Tie", "縁"),
    "label_timeline": ("So far", "これまで"),
    "tie_replied": ("replied {replied} of {sent}", "返事 {sent}通のうち{replied}通"),
    "tie_reached_out": ("reached out {count}", "声かけ {count}回"),
    "tie_introduced": ("introduced or helped {count}", "紹介・手助け {count}回"),
    "tie_none": ("nothing from them yet", "まだ相手からはありません"),
    "initiative_them": ("them", "相手から"),
    "initiative_me": ("me", "自分から"),
    "initiative_both": ("both", "お互いに"),
    "initiative_unknown": ("", ""),
    "kind_met": ("met", "会った"),
    "kind_call": ("call", "電話"),
    "kind_mail": ("mail", "メール"),
    "kind_message": ("message", "メッセージ"),
    "kind_letter": ("letter", "便り"),
    "kind_cards": ("cards exchanged", "名刺を交わした"),
    "kind_introduction": ("introduction", "紹介"),
    "kind_gift": ("gift", "贈り物"),
    "kind_help": ("help", "手助け"),
    "kind_note": ("note", "メモ"),
    # what a change was
    "verb_import": ("the import", "取り込み"),
    "verb_add_contact": ("a person added", "人の追加"),
    "verb_edit_contact": ("a person edited", "人の編集"),
    "verb_tag": ("tags", "札"),
    "verb_delete_contact": ("a person put into the bin", "人の削除"),
    "verb_restore_contact": ("a person taken out of the bin", "人の復元"),
    "verb_merge_card": ("a card merged", "名刺のまとめ"),
    "verb_different_person": ("a card made a person of its own", "別の人としての登録"),
    "verb_merge_contact": ("two people made one", "同じ人のまとめ"),
    "verb_different_people": ("two people told apart", "別々の人としての記録"),
    "verb_discard_card": ("a card put aside", "名刺の見送り"),
    "verb_log": ("an entry", "やりとりの記録"),
    "verb_edit_interaction": ("an entry edited", "やりとりの編集"),
    "verb_delete_interaction": ("an entry removed", "やりとりの削除"),
    "verb_follow_up": ("a follow-up", "次に連絡"),
    "verb_reconnect": ("a reconnection", "連絡した記録"),
    "verb_later": ("“later”", "「あとで」"),
    "verb_skip": ("“not this time”", "「今回は見送る」"),
    "verb_promise": ("a promise", "約束"),
    "verb_keep_promise": ("a promise kept", "果たした約束"),
    "verb_drop_promise": ("a promise taken away", "約束の取り消し"),
    "verb_remark": ("a line about a person", "人についてのひとこと"),
    "verb_gathering": ("a gathering", "集まり"),
    "verb_gather": ("people of a gathering", "集まりで会った人"),
    "verb_delete_gathering": ("the deletion of a gathering", "集まりの削除"),
    "verb_import_gatherings": ("gatherings from a calendar", "カレンダーからの集まり"),
    "verb_thinner_rhythm": ("a rhythm less often", "間をあける目安"),
    "verb_keep_rhythm": ("a rhythm kept as it is", "目安をそのままにしたこと"),
    "verb_tag_rhythm": ("the rhythm of a tag", "札の目安"),
    "verb_mend_dates": ("dates of a clock that was ahead", "進んだ時計の日付を直したこと"),
    "verb_notes": ("notes on a card", "名刺のメモ"),
}


class Words:
    """Words of one language, by name."""

    def __init__(self, language: str) -> None:
        self.language = "ja" if language == "ja" else "en"

    def __call__(self, name: str, **values: object) -> str:
        return _WORDS[name][self.language == "ja"].format(**values)


def names() -> frozenset[str]:
    """All names of words."""
    return frozenset(_WORDS)


def language_of(environment: Mapping[str, str]) -> str:
    """Japanese where the locale of messages is Japanese, English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ja" if environment[name].casefold().startswith("ja") else "en"
    return "en"
