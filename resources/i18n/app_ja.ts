<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AboutPart</name>
    <message>
        <source>About</source>
        <translation>Enishiについて</translation>
    </message>
    <message>
        <source>Turns the business cards you received into relationships you keep.</source>
        <translation>いただいた名刺を、続いていくご縁に。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>Enishi is free software (MIT), built on the work of others:</source>
        <translation>Enishi は自由なソフトウェア（MIT）です。多くの人の仕事の上に成り立っています。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このパソコン</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Reconnected</source>
        <translation>連絡した</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>便りを書く</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>見送る</translation>
    </message>
    <message>
        <source>Who began?</source>
        <translation>どちらからの声かけでしたか</translation>
    </message>
    <message>
        <source>No mail address is known</source>
        <translation>メールアドレスがまだありません</translation>
    </message>
</context>
<context>
    <name>AheadList</name>
    <message>
        <source>Gatherings ahead</source>
        <translation>これからの集まり</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Clipboard</source>
        <translation>クリップボード</translation>
    </message>
</context>
<context>
    <name>AwayDialog</name>
    <message>
        <source>Days away</source>
        <translation>留守にする日</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>From</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>To</source>
        <translation>いつまで</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように</translation>
    </message>
    <message>
        <source>Not before the first day</source>
        <translation>最初の日より前にはできません</translation>
    </message>
</context>
<context>
    <name>BannerWords</name>
    <message>
        <source>Please look whether the newest is there. Backups hold what was before.</source>
        <translation>いちばん新しいものがあるか、ご覧ください。前のものは控えに入っています。</translation>
    </message>
    <message>
        <source>The newest changes may be missing</source>
        <translation>いちばん新しい変更が欠けているかもしれません</translation>
    </message>
    <message>
        <source>An older copy of the data file lies here</source>
        <translation>古い写しの記録が置かれています</translation>
    </message>
    <message>
        <source>An older copy of the keys lies here</source>
        <translation>古い写しの鍵が置かれています</translation>
    </message>
    <message>
        <source>Enishi was ended in the middle, and the file with its last changes is gone. {look}</source>
        <translation>途中で終わり、最後の変更を入れたファイルがなくなっています。{look}</translation>
    </message>
    <message>
        <source>Somebody or some program put it in place of a newer one. {look}</source>
        <translation>誰かか、ほかのプログラムが、新しいものと置き換えました。{look}</translation>
    </message>
    <message>
        <source>A passphrase or recovery key of before may count again. {look}</source>
        <translation>前の合言葉や回復の鍵が、また使えるようになっているかもしれません。{look}</translation>
    </message>
    <message>
        <source>Better keep it on a disk of this computer, and choose that folder as the second place for backups.</source>
        <translation type="vanished">保管庫はこのパソコンのディスクに置き、そのフォルダーは写しの「二つめの置き場所」にするのが安心です。</translation>
    </message>
    <message>
        <source>Better move it to a disk of this computer; that folder can stay the second place for backups.</source>
        <translation>このパソコンのディスクに移すのが安心です。そのフォルダーは、写しの「二つめの置き場所」として残せます。</translation>
    </message>
    <message>
        <source>A synchronised folder put {name} there. It was not opened; look at it before you delete it.</source>
        <translation>{name} は同期フォルダーが置いたもので、開いてはいません。消す前に確かめてください。</translation>
    </message>
    <message>
        <source>Another version of this data lies beside it</source>
        <translation>となりに、このデータの別の版があります</translation>
    </message>
    <message>
        <source>There the last changes may be lost. {better}</source>
        <translation>最後の変更が失われるおそれがあります。{better}</translation>
    </message>
    <message>
        <source>This data lies on a network drive</source>
        <translation>このデータはネットワーク上にあります</translation>
    </message>
    <message>
        <source>{service} may copy half of a change. {better}</source>
        <translation>{service} が書きかけを写してしまうおそれがあります。{better}</translation>
    </message>
    <message>
        <source>This data lies in a folder that is synchronised</source>
        <translation>このデータは同期フォルダーの中にあります</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Show where it lies</source>
        <translation>置き場所を見る</translation>
    </message>
    <message>
        <source>Move it…</source>
        <translation>移す…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度ためす</translation>
    </message>
    <message>
        <source>Look at the backups…</source>
        <translation>控えを見る…</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>わかりました</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Note for all of this evening</source>
        <translation>この集まりのみんなに共通のメモ</translation>
    </message>
    <message>
        <source>For all of this evening</source>
        <translation>この集まり全体のメモ</translation>
    </message>
    <message>
        <source>Name this gathering…</source>
        <translation>集まりに名前をつける…</translation>
    </message>
    <message>
        <source>Also there</source>
        <translation>同じ集まりにいた人</translation>
    </message>
</context>
<context>
    <name>BinPane</name>
    <message>
        <source>Take out of the bin</source>
        <translation>ごみ箱から戻す</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the timeline come back too.</source>
        <translation>
            <numerusform>これまでの%n件も一緒に戻ります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the bin. Let go in %n day(s).</source>
        <translation>
            <numerusform>ごみ箱にあります。あと%n日で手放します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringingBack</name>
    <message>
        <source>Your data is back</source>
        <translation>記録が戻りました</translation>
    </message>
    <message>
        <source>What opened the backup opens your data from now on.</source>
        <translation>これからは、この控えを開いた合言葉か回復の鍵で開きます。</translation>
    </message>
    <message>
        <source>What it replaced is kept whole in {path}. To take this back, bring that back in the same way: Settings, Security, Backups.</source>
        <translation>置き換える前の記録は、そのまま {path} に残してあります。やめたくなったら、同じ手順でそちらを戻せます（設定 → 鍵と記録 → 控え）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Key {key}</source>
        <translation>キー {key}</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>From the calendar</source>
        <translation>カレンダーから</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>加える</translation>
    </message>
    <message>
        <source>What is ticked becomes a gathering. Nothing is written before that.</source>
        <translation>印をつけたものが集まりになります。それまでは何も書きません。</translation>
    </message>
    <message numerus="yes">
        <source>%n is here already.</source>
        <translation>
            <numerusform>%n件はもうあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that are far off are not shown.</source>
        <translation>
            <numerusform>遠い日のもの%n件は、ここに出していません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n件は読めませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>called off</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>until now: {before}</source>
        <translation>これまで: {before}</translation>
    </message>
    <message>
        <source>you have one of this name that day: ticked, it is that one</source>
        <translation>同じ日に同じ名前の集まりがあります。印をつけると、それとひとつになります</translation>
    </message>
    <message numerus="yes">
        <source>Take %n</source>
        <translation>
            <numerusform>%n件を加える</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>The card</source>
        <translation>名刺</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>まとめる</translation>
    </message>
    <message>
        <source>Choose first who it is</source>
        <translation>先に、どの人かを選んでください</translation>
    </message>
    <message>
        <source>Different person</source>
        <translation>別の人にする</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>It waits already</source>
        <translation>あとで決めることになっています</translation>
    </message>
    <message>
        <source>Leave this card out (Space)</source>
        <translation>この名刺は取り込まない（Space）</translation>
    </message>
    <message>
        <source>This very card waits for your look already; it does not wait twice.</source>
        <translation>同じ名刺が、もう確認を待っています。二重にはなりません。</translation>
    </message>
    <message>
        <source>This very card is here already. Nothing changes.</source>
        <translation>同じ名刺がもうあります。変わりはありません。</translation>
    </message>
    <message>
        <source>The card says nothing new</source>
        <translation>変わりはありません</translation>
    </message>
    <message>
        <source>Same person after all</source>
        <translation>やはり同じ人</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>やはり取り込む</translation>
    </message>
    <message>
        <source>Leave this card out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Card %1 could not be read</source>
        <translation>%1枚目を読めませんでした</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1&#x3000;%2行目</translation>
    </message>
    <message>
        <source>Save the rejected cards…</source>
        <translation>読めなかった名刺を保存…</translation>
    </message>
    <message>
        <source>Line %1 was not understood</source>
        <translation>%1行目を読めませんでした</translation>
    </message>
    <message>
        <source>It stays in the card as it is, and comes back when you export.</source>
        <translation>名刺の中に原文のまま残り、書き出すときに戻ります。</translation>
    </message>
    <message>
        <source>Enter shows or hides this part of the list.</source>
        <translation>Enter で、このまとまりを開いたり閉じたりできます。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them it is certain who they are; only details differ.</source>
        <translation>
            <numerusform>このうち%n枚は、どなたか確かです。書かれていることだけが違います。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge these %n</source>
        <translation>
            <numerusform>この%n枚をまとめる</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>写す</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>写しました</translation>
    </message>
</context>
<context>
    <name>CharactersButton</name>
    <message>
        <source>Read as {charset}…</source>
        <translation>{charset} として読みました…</translation>
    </message>
    <message>
        <source>Characters…</source>
        <translation>文字コード…</translation>
    </message>
    <message>
        <source>The file does not say how its characters are written.</source>
        <translation>ファイルに文字コードの指定がありません。文字化けしていたら、選び直せます。</translation>
    </message>
</context>
<context>
    <name>CheckKeyDialog</name>
    <message>
        <source>Is your copy right?</source>
        <translation>書き留めた鍵は合っていますか</translation>
    </message>
    <message>
        <source>Type the recovery key as it stands on your paper.</source>
        <translation>紙に書いてあるとおりに、回復の鍵を入力してください。</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
    <message>
        <source>Your copy is right</source>
        <translation>書き留めた鍵は合っています</translation>
    </message>
    <message>
        <source>It opens your data. Keep it on paper, away from this computer.</source>
        <translation>この鍵でデータを開けます。紙のまま、このパソコンから離れた場所に保管してください。</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Backups</source>
        <translation>控え</translation>
    </message>
</context>
<context>
    <name>ChooseBackup</name>
    <message>
        <source>Choose a backup</source>
        <translation>控えを選ぶ</translation>
    </message>
    <message>
        <source>Backups (*.enishi)</source>
        <translation>控え (*.enishi)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>ChooseCalendars</name>
    <message>
        <source>Choose calendars</source>
        <translation>カレンダーを選ぶ</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.ifb *.icalendar)</source>
        <translation>カレンダー (*.ics *.ical *.ifb *.icalendar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>ChooseCards</name>
    <message>
        <source>Choose files with cards</source>
        <translation>名刺のファイルを選ぶ</translation>
    </message>
    <message>
        <source>Cards (*.vcf *.vcard *.csv *.tsv *.png *.jpg *.jpeg *.webp)</source>
        <translation>名刺 (*.vcf *.vcard *.csv *.tsv *.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>Put files here</source>
        <translation>ここにファイルを置く</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Earlier imports…</source>
        <translation>これまでの取り込み…</translation>
    </message>
    <message>
        <source>Contacts from a phone, Eight, Outlook, Google or LinkedIn, as a .vcf or .csv file, or a picture of a QR code.</source>
        <translation>電話帳、Eight、Outlook、Google、LinkedInなどから書き出した .vcf か .csv のファイル、またはQRコードの画像を使います。</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>見てみる</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Let it go…</source>
        <translation>やめる…</translation>
    </message>
    <message>
        <source>They stay here until you decide.</source>
        <translation>決めるまで、ここで待っています。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <translation>
            <numerusform>%1ほか%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: you answered %n card(s) of %2. Nothing has been imported yet.</source>
        <translation>
            <numerusform>%1：%2枚のうち%n枚に答えました。まだ何も取り込まれていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>An import is not finished</source>
        <translation>途中の取り込みがあります</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for your look</source>
        <translation>
            <numerusform>確認を待つ名刺が%n枚あります</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Name, company and how to reach them. Notes and pictures are not in it.</source>
        <translation>名前、会社、連絡先が入ります。メモと写真は入りません。</translation>
    </message>
    <message>
        <source>QR code of {name}</source>
        <translation>{name} のQRコード</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>keep beside the card</source>
        <translation>そのまま名刺に添える</translation>
    </message>
    <message>
        <source>name, whole</source>
        <translation>氏名（まとめて）</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>middle name</source>
        <translation>ミドルネーム</translation>
    </message>
    <message>
        <source>before the name</source>
        <translation>名前の前（敬称）</translation>
    </message>
    <message>
        <source>after the name</source>
        <translation>名前の後</translation>
    </message>
    <message>
        <source>nickname</source>
        <translation>ニックネーム</translation>
    </message>
    <message>
        <source>reading, whole</source>
        <translation>ふりがな（まとめて）</translation>
    </message>
    <message>
        <source>reading of the family name</source>
        <translation>姓のふりがな</translation>
    </message>
    <message>
        <source>reading of the given name</source>
        <translation>名のふりがな</translation>
    </message>
    <message>
        <source>company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>job title</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>address, whole</source>
        <translation>住所（まとめて）</translation>
    </message>
    <message>
        <source>street</source>
        <translation>番地・建物</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>prefecture or region</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>what a value is called</source>
        <translation>値の呼び名</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>day of the exchange</source>
        <translation>名刺交換日</translation>
    </message>
    <message>
        <source>where we met</source>
        <translation>出会い</translation>
    </message>
    <message>
        <source>introduced by</source>
        <translation>紹介してくれた人</translation>
    </message>
    <message>
        <source>somebody close</source>
        <translation>身近な人</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>service of the account</source>
        <translation>アカウントのサービス</translation>
    </message>
    <message>
        <source>another company</source>
        <translation>ほかの会社</translation>
    </message>
    <message>
        <source>department there</source>
        <translation>そこでの部署</translation>
    </message>
    <message>
        <source>title there</source>
        <translation>そこでの肩書</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of {file}</source>
        <translation>{file} の列</translation>
    </message>
    <message>
        <source>Kept for every table with this header. Nothing of a row is thrown away.</source>
        <translation>同じ見出しの表には次からも使います。どの値も捨てません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>この通りに読む</translation>
    </message>
    <message>
        <source>(no header)</source>
        <translation>（見出しなし）</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Cards</source>
        <translation>名刺の一覧</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>A quick note</source>
        <translation>ひとことメモ</translation>
    </message>
    <message>
        <source>→ from you</source>
        <translation>→ 自分から</translation>
    </message>
    <message>
        <source>← from them</source>
        <translation>← 相手から</translation>
    </message>
    <message>
        <source>A line about it</source>
        <translation>ひとこと</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Day: {day}</source>
        <translation>日付: {day}</translation>
    </message>
</context>
<context>
    <name>ContactEditor</name>
    <message>
        <source>Met on</source>
        <translation>会った日</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>label</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取りのぞく</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>番地・建物</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Another company</source>
        <translation>ほかの会社</translation>
    </message>
    <message>
        <source>1985-04-12, 1985-04 or 4/12</source>
        <translation>1985-04-12、1985-04、4/12 など</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Name of somebody close</source>
        <translation>身近な人の名前</translation>
    </message>
    <message>
        <source>Somebody close</source>
        <translation>身近な人</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>A name, a company or an address, at least</source>
        <translation>名前・会社・連絡先のどれか一つを入れてください</translation>
    </message>
    <message>
        <source>A day like 1985-04-12 or 4/12</source>
        <translation>1985-04-12 や 4/12 のように入れてください</translation>
    </message>
    <message>
        <source>This day is in no calendar. Write it like 4/12, 1985-04 or 1985-04-12</source>
        <translation>暦にない日です。4/12、1985-04、1985-04-12 のように入れてください</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように入れてください</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Reading of the family name</source>
        <translation>せい</translation>
    </message>
    <message>
        <source>Reading of the given name</source>
        <translation>めい</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示名</translation>
    </message>
    <message>
        <source>Family and given name</source>
        <translation>姓 名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>呼び名</translation>
    </message>
    <message>
        <source>Middle, title</source>
        <translation>そのほかの名</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>ミドルネーム</translation>
    </message>
    <message>
        <source>Before the name (Dr)</source>
        <translation>前につく語（Dr）</translation>
    </message>
    <message>
        <source>After the name (Jr)</source>
        <translation>後につく語（Jr）</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>仕事</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>肩書き</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>ほかの所属</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>1985-04-12 or 4/12</source>
        <translation>1985-04-12 または 4/12</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Close people</source>
        <translation>身近な人</translation>
    </message>
    <message>
        <source>How we met</source>
        <translation>出会い</translation>
    </message>
    <message>
        <source>Gathering or occasion</source>
        <translation>集まり・きっかけ</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>紹介してくれた人</translation>
    </message>
</context>
<context>
    <name>CrashBox</name>
    <message>
        <source>That was a mistake of the program</source>
        <translation>プログラムの誤りです</translation>
    </message>
    <message>
        <source>What you saved is safe. If it happens again, this report helps; it holds nothing of your people.</source>
        <translation>保存したものは無事です。また起きたときは、この報告が役に立ちます。人のことは何も入っていません。</translation>
    </message>
    <message>
        <source>What you typed last, in case it was not kept:</source>
        <translation type="vanished">最後に入力した文です。残っていないかもしれません：</translation>
    </message>
    <message>
        <source>Copy what I typed</source>
        <translation type="vanished">入力した文をコピー</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>報告をコピー</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>DailyNotice</name>
    <message>
        <source>Unlock Enishi to see who</source>
        <translation>開くには鍵を外してください</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>{who}: {fact}</source>
        <translation>{who}：{fact}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more today</source>
        <translation>
            <numerusform>ほかに%n人います</numerusform>
        </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>連絡した</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
</context>
<context>
    <name>DaysOffRows</name>
    <message>
        <source>Rest on weekends</source>
        <translation>土日は休む</translation>
    </message>
    <message>
        <source>What can wait, waits for Monday. Promises and days you set stay.</source>
        <translation>急がないことは月曜日に。約束と、ご自分で決めた日はそのままです。</translation>
    </message>
    <message>
        <source>Rest on public holidays</source>
        <translation>祝日は休む</translation>
    </message>
    <message>
        <source>Of which country</source>
        <translation>どの国の祝日か</translation>
    </message>
    <message>
        <source>Days away</source>
        <translation>留守にする日</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>加える…</translation>
    </message>
    <message>
        <source>Add days away</source>
        <translation>留守にする日を加える</translation>
    </message>
    <message>
        <source>Travels and holidays of your own. Nothing is lost meanwhile.</source>
        <translation>旅行や休暇のあいだも、何も失われません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>アメリカ合衆国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>イギリス</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>アイルランド</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>カナダ</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>オーストラリア</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>ニュージーランド</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>シンガポール</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>韓国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>ドイツ</translation>
    </message>
    <message>
        <source>France</source>
        <translation>フランス</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>取りけす</translation>
    </message>
    <message>
        <source>Take away: {days}</source>
        <translation>取りけす：{days}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}〜{last}</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>So far</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>You began to edit these details</source>
        <translation>書きかけの変更があります</translation>
    </message>
    <message>
        <source>You began a change</source>
        <translation>途中の変更があります</translation>
    </message>
    <message>
        <source>You began to write: {words}</source>
        <translation>書きかけがあります：{words}</translation>
    </message>
</context>
<context>
    <name>DoneList</name>
    <message>
        <source>Done today</source>
        <translation>今日できたこと</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message>
        <source>Look at the people</source>
        <translation>人を見る</translation>
    </message>
    <message>
        <source>Cards that need a look</source>
        <translation>確認したい名刺</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Import more</source>
        <translation>続けて取り込む</translation>
    </message>
    <message>
        <source>Save the rejected cards…</source>
        <translation>読めなかった名刺を保存…</translation>
    </message>
</context>
<context>
    <name>DrillDialog</name>
    <message>
        <source>The newest backup</source>
        <translation>いちばん新しい控え</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>ほかの控えを選ぶ…</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>試してみる</translation>
    </message>
    <message>
        <source>Does your backup work?</source>
        <translation>控えはちゃんと開けますか</translation>
    </message>
    <message>
        <source>It is opened beside your data with what you type here, and the copy is thrown away afterwards. Nothing is changed.</source>
        <translation>入力された合言葉や鍵で、データの隣に開いて確かめます。そのあと写しは捨てます。何も変わりません。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Made: {day}, {time}.</source>
        <translation>作った日: {day} {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) in it.</source>
        <translation>
            <numerusform>%n人の記録があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest change: {day}.</source>
        <translation>いちばん新しい変更: {day}</translation>
    </message>
    <message>
        <source>The copy is gone again; your data is as it was.</source>
        <translation>写しはもう捨てました。データは元のままです。</translation>
    </message>
    <message>
        <source>This backup works</source>
        <translation>この控えは使えます</translation>
    </message>
</context>
<context>
    <name>DuplicateWords</name>
    <message>
        <source>identifier on the card</source>
        <translation>名刺データの識別番号</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The same: {what}.</source>
        <translation>同じところ：{what}。</translation>
    </message>
    <message>
        <source>{same} The names differ.</source>
        <translation>{same}名前は違います。</translation>
    </message>
    <message>
        <source>{same} Nothing speaks against it.</source>
        <translation>{same}食い違うところはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>これまで %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>名刺 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries}  ·  {cards}</source>
        <translation>{entries}&#x3000;·&#x3000;{cards}</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} / {count}</translation>
    </message>
</context>
<context>
    <name>DuplicatesPane</name>
    <message>
        <source>Back to people</source>
        <translation>人の一覧へ戻る</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>同じ人かもしれない組</translation>
    </message>
    <message>
        <source>Looking through everybody…</source>
        <translation>すべての人を見くらべています…</translation>
    </message>
    <message>
        <source>That is all for now</source>
        <translation>いまは、ここまでです</translation>
    </message>
    <message>
        <source>Everybody is here once</source>
        <translation>みんな、ひとりずつです</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>まとめる</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>別々の人</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Nobody else looks like a duplicate.</source>
        <translation>重なっている人は見つかりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) wait for later.</source>
        <translation>
            <numerusform>あとにした組が %n 組あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Take this import back?</source>
        <translation>この取り込みを元に戻しますか</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
</context>
<context>
    <name>EarlierView</name>
    <message>
        <source>Earlier imports</source>
        <translation>これまでの取り込み</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>まだありません。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>さらに表示</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>元に戻す…</translation>
    </message>
    <message>
        <source>Save the rejected cards…</source>
        <translation>読めなかった名刺を保存…</translation>
    </message>
</context>
<context>
    <name>EarlierWords</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}&#x3000;{time}</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%nつのファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新しい人 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of people you knew</source>
        <translation>
            <numerusform>知っている人の名刺 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said nothing new</source>
        <translation>
            <numerusform>変わりなし %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>確認待ち %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>読めなかった名刺 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>{cards}: {parts}</source>
        <translation>{cards}：{parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>名刺 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays: it lies too far back, or somebody of it was deleted for good.</source>
        <translation>古いため、または完全に削除した人を含むため、元には戻せません。</translation>
    </message>
    <message>
        <source>Stays: something newer builds on it.</source>
        <translation>あとの変更が関わるため、元には戻せません。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) to write</source>
        <translation>
            <numerusform>連絡の予定 %nつ</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking it back lets go of {what}.</source>
        <translation>元に戻すと、{what}がなくなります。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) you knew will be as before.</source>
        <translation>
            <numerusform>前から知っている%n人は、取り込む前の内容に戻ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>And %n other change(s).</source>
        <translation>
            <numerusform>ほかにも%n件の変更が関わっています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays, because a newer import builds on it: {files} ({day}).</source>
        <translation>あとの取り込み（{files}、{day}）が関わるため、元には戻せません。</translation>
    </message>
    <message>
        <source>Stays, because something newer builds on it: “{what}” ({day}).</source>
        <translation>あとの変更「{what}」（{day}）が関わるため、元には戻せません。</translation>
    </message>
    <message>
        <source>Taking it back changes nobody.</source>
        <translation>元に戻しても、変わる人はいません。</translation>
    </message>
    <message>
        <source>{when}, {files}.</source>
        <translation>{when}&#x3000;{files}</translation>
    </message>
    <message>
        <source>Everything else stays as it is. Ctrl Shift Z brings it back, until something else is changed.</source>
        <translation>ほかはすべてそのまま残ります。次に何かを変えるまでは、Ctrl Shift Z でやり直せます。</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Who started it</source>
        <translation>声かけ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>A reply to your letter</source>
        <translation>こちらへの返事</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように入れてください</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>{name}を外す</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase everything?</source>
        <translation>すべて消しますか</translation>
    </message>
    <message>
        <source>Nothing brings it back: no undo, no bin, no backup.</source>
        <translation>元に戻すことはできません。ごみ箱にも控えにも残りません。</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>すべて消す</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s), with all that you wrote about them</source>
        <translation>
            <numerusform>%n人と、書いたことのすべて</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s):</source>
        <translation>
            <numerusform>控え%n個：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) in {path}</source>
        <translation>
            <numerusform>{path} にある控え%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is not there or is empty: what lies on it, you erase there.</source>
        <translation>{path} は今つながっていないか、空です。そこにあるものは、ご自分で消してください。</translation>
    </message>
    <message>
        <source>the keys, and the settings of this computer</source>
        <translation>鍵と、このパソコンでの設定</translation>
    </message>
    <message>
        <source>Files that you exported stay where you put them.</source>
        <translation>書き出したファイルは、そのまま残ります。</translation>
    </message>
</context>
<context>
    <name>ErasedBox</name>
    <message>
        <source>Everything is erased</source>
        <translation>すべて消しました</translation>
    </message>
    <message>
        <source>The program ends now. Started again, it begins from the beginning.</source>
        <translation>これで終わります。次に始めるときは、最初からになります。</translation>
    </message>
    <message>
        <source>The keyring did not answer: its item “Enishi” stays, and opens nothing.</source>
        <translation>鍵束が答えませんでした。鍵束の「Enishi」の項目は残りますが、もう何も開きません。</translation>
    </message>
    <message>
        <source>Not of Enishi, or not to be removed, and so still there:</source>
        <translation>Enishi のものではないか、消せなかったため、残っているもの：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>EveningModel</name>
    <message>
        <source>no notes yet</source>
        <translation>メモはまだです</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>書きかけ</translation>
    </message>
    <message>
        <source>done</source>
        <translation>書きました</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>vCard 3.0</source>
        <translation>vCard 3.0</translation>
    </message>
    <message>
        <source>vCard 4.0</source>
        <translation>vCard 4.0</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV（表）</translation>
    </message>
    <message>
        <source>In which form</source>
        <translation>書き出す形式</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>書き出す人</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>The file will not be encrypted</source>
        <translation>ファイルは暗号化されません</translation>
    </message>
    <message>
        <source>Whoever has it can read it. Delete it when it has served its purpose.</source>
        <translation>手にした人は誰でも読めます。用が済んだら消してください。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>保存先を選ぶ…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>For phones, Google, Outlook and most programs. With photos.</source>
        <translation>スマートフォン、Google、Outlookなど、たいていのソフトで読めます。写真も入ります。</translation>
    </message>
    <message>
        <source>For newer programs such as Thunderbird. With photos.</source>
        <translation>Thunderbirdなど、新しいソフト向けです。写真も入ります。</translation>
    </message>
    <message>
        <source>For spreadsheets: a row for each person, without photos.</source>
        <translation>表計算ソフト向けです。1人が1行になり、写真は入りません。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き出しています…</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{of}人のうち{done}人</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) written</source>
        <translation>
            <numerusform>%n人を書き出しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is not encrypted</source>
        <translation>このファイルは暗号化されていません</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>card</source>
        <comment>file name</comment>
        <translation>名刺</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>選んだ人（{count}）</translation>
    </message>
    <message>
        <source>In the list ({count})</source>
        <translation>一覧の人（{count}）</translation>
    </message>
    <message>
        <source>Everyone ({count})</source>
        <translation>全員（{count}）</translation>
    </message>
    <message>
        <source>people</source>
        <comment>file name</comment>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSVの表 (*.csv)</translation>
    </message>
    <message>
        <source>vCard (*.vcf)</source>
        <translation>vCard (*.vcf)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
</context>
<context>
    <name>FaceChips</name>
    <message>
        <source>What to know them by</source>
        <translation>顔を思い出す手がかり</translation>
    </message>
    <message>
        <source>short hair, an indigo apron…</source>
        <translation>短い髪、藍の前掛け…</translation>
    </message>
    <message>
        <source>Press to take it out</source>
        <translation>押すと外れます</translation>
    </message>
    <message>
        <source>Add what to know them by</source>
        <translation>手がかりを加える</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>{name}-san</source>
        <translation>{name}さん</translation>
    </message>
    <message>
        <source>introduced by {who}</source>
        <translation>{who}の紹介で</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>ほかの所属</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Close people</source>
        <translation>身近な人</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>呼び名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>名刺から</translation>
    </message>
    <message>
        <source>In touch within</source>
        <translation>次に会う目安</translation>
    </message>
    <message>
        <source>{span} (by tag)</source>
        <translation>{span}（札から）</translation>
    </message>
    <message>
        <source>To the gathering</source>
        <translation>集まりのページへ</translation>
    </message>
    <message>
        <source>To whoever introduced you</source>
        <translation>紹介してくれた人へ</translation>
    </message>
    <message>
        <source>How we met</source>
        <translation>出会い</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>a first line while it is fresh</source>
        <translation>記憶が新しいうちに最初のひとこと</translation>
    </message>
    <message>
        <source>Change the next contact</source>
        <translation>次に連絡を変える</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>次に連絡</translation>
    </message>
    <message>
        <source> (until {day})</source>
        <translation>（{day}まで）</translation>
    </message>
    <message>
        <source>Earlier details</source>
        <translation>以前の情報</translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message>
        <source>My promises</source>
        <translation>自分の約束</translation>
    </message>
    <message>
        <source>Next contacts</source>
        <translation>次の連絡</translation>
    </message>
    <message>
        <source>Birthdays</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Days in the calendar</source>
        <translation>カレンダーの予定</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>In which form</source>
        <translation>書き出す形式</translation>
    </message>
    <message>
        <source>With what was promised and noted</source>
        <translation>約束とメモの中身も書く</translation>
    </message>
    <message>
        <source>The file will not be encrypted</source>
        <translation>ファイルは暗号化されません</translation>
    </message>
    <message>
        <source>Whoever has it can read the names in it, and most phones send their calendar to their maker. Delete it when it has served its purpose.</source>
        <translation>手に入れた人は中の名前を読めます。多くのスマートフォンはカレンダーを製造元にも送ります。用が済んだら消してください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>保存先を選ぶ…</translation>
    </message>
    <message>
        <source>Calendar for your phone</source>
        <translation>スマートフォンで見るカレンダー</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind}（{count}）</translation>
    </message>
    <message>
        <source>For programs that tick off tasks; most phones show none. Birthdays stay days.</source>
        <translation>タスクを扱うアプリ向けです。多くのスマートフォンでは表示されません。誕生日は予定のままです。</translation>
    </message>
    <message>
        <source>All-day entries, which every phone shows. They make nobody busy.</source>
        <translation>どのスマートフォンでも見られる終日の予定です。「予定あり」にはなりません。</translation>
    </message>
    <message>
        <source>The words stand inside the entry. Its title has only the name and the kind.</source>
        <translation>中身は予定を開くと読めます。題は名前と種類だけです。</translation>
    </message>
    <message>
        <source>Only the name and the kind, such as “Birthday: Mio Hayasaka”.</source>
        <translation>「早坂 美緒さんの誕生日」のように、名前と種類だけを書きます。</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>カレンダー (*.ics)</translation>
    </message>
    <message>
        <source>Promise: {name}</source>
        <translation>{name}さんとの約束</translation>
    </message>
    <message>
        <source>Be in touch: {name}</source>
        <translation>{name}さんに連絡</translation>
    </message>
    <message>
        <source>Birthday: {name}</source>
        <translation>{name}さんの誕生日</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き出しています…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) written</source>
        <translation>
            <numerusform>%n件の予定を書き出しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the file to your phone and open it there. Written again later, it brings the days up to date and doubles none; what is done meanwhile you delete there.</source>
        <translation>ファイルをスマートフォンに送り、そこで開いてください。後でもう一度書き出して開くと、予定は新しくなり、重なりません。済んだものはそちらで消してください。</translation>
    </message>
    <message>
        <source>The file is not encrypted</source>
        <translation>このファイルは暗号化されていません</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>呼び名</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>肩書き</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>ほかの所属</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Close people</source>
        <translation>身近な人</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>札</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>出会い</translation>
    </message>
    <message>
        <source>work</source>
        <translation>勤務先</translation>
    </message>
    <message>
        <source>home</source>
        <translation>自宅</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>携帯</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>FAX</translation>
    </message>
    <message>
        <source>main number</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>other</source>
        <translation>そのほか</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>{kind} file</source>
        <translation>{kind} ファイル</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>場所:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>ファイルの種類:</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Bin</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Knows you</source>
        <translation>あなたを知っている</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>ご無沙汰</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>次に連絡あり</translation>
    </message>
    <message>
        <source>Who knows you</source>
        <translation>あなたを知っている人</translation>
    </message>
    <message>
        <source>More filters, export, and the bin</source>
        <translation>ほかの絞り込み、書き出し、ごみ箱</translation>
    </message>
    <message>
        <source>Promise open</source>
        <translation>約束あり</translation>
    </message>
    <message>
        <source>Next contact is set</source>
        <translation>次に連絡する日がある人</translation>
    </message>
    <message>
        <source>More tags</source>
        <translation>ほかの札</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>同じ人かもしれない組</translation>
    </message>
    <message>
        <source>Recall faces</source>
        <translation>顔を思い出す</translation>
    </message>
    <message>
        <source>Export people…</source>
        <translation>人を書き出す…</translation>
    </message>
    <message>
        <source>Bin ({count})</source>
        <translation>ごみ箱（{count}）</translation>
    </message>
    <message>
        <source>“{tag}”: be in touch within</source>
        <translation>「{tag}」の人の目安</translation>
    </message>
    <message>
        <source>Possible duplicates ({count})</source>
        <translation>同じ人かもしれない組（{count}）</translation>
    </message>
    <message>
        <source>No possible duplicates</source>
        <translation>同じ人らしい組はありません</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>このページの中を探す</translation>
    </message>
    <message>
        <source>Find in what happened</source>
        <translation>これまでの中を探す</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>ひとつ前へ</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} / {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find anyone or any command</source>
        <translation>人や操作を探す</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>A name, a company, a note, or a command</source>
        <translation>名前・会社・メモ・操作</translation>
    </message>
    <message>
        <source>Nobody and nothing by that name</source>
        <translation>その名前の人も操作も見つかりません</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Begin with the people who remember you</source>
        <translation>ご縁を、思い出すところから</translation>
    </message>
    <message>
        <source>What counts is not how many cards you have, but who knows you.</source>
        <translation>数えるのは名刺の枚数ではなく、あなたを知っている人。</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent anywhere.</source>
        <translation>記録はこのパソコンの中だけに置かれ、外へは送られません。</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Next contact with {person}</source>
        <translation>{person}に次に連絡</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>何のために</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>取りけす</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように入れてください</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Cards decided</source>
        <translation>確認を終えた名刺</translation>
    </message>
    <message>
        <source>Even after the import, Ctrl Z takes it back</source>
        <translation>取り込んだあとも Ctrl Z で元に戻せます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>All cards are left out</source>
        <translation>すべての名刺が外されています</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>取り込んでいます…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
</context>
<context>
    <name>FromGathering</name>
    <message>
        <source>Name of the gathering</source>
        <translation>集まりの名前</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Write notes on these cards</source>
        <translation>この名刺のメモを書く</translation>
    </message>
    <message numerus="yes">
        <source>Are these %n card(s) from a gathering?</source>
        <translation>
            <numerusform>この%n枚は、ひとつの集まりの名刺ですか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Then name it: its people stay together, in this order.</source>
        <translation>名前をつけると、その日の人たちがこの順のまま、まとまります。</translation>
    </message>
    <message>
        <source>A name, please</source>
        <translation>名前を入れてください</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように</translation>
    </message>
    <message>
        <source>Kept: they were met at {name}</source>
        <translation>残しました。出会いは「{name}」</translation>
    </message>
</context>
<context>
    <name>FurtherFacts</name>
    <message>
        <source>anniversary</source>
        <translation>記念日</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>秘書</translation>
    </message>
    <message>
        <source>birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>birthplace</source>
        <translation>出生地</translation>
    </message>
    <message>
        <source>brother</source>
        <translation>兄弟</translation>
    </message>
    <message>
        <source>child</source>
        <translation>お子さん</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>同僚</translation>
    </message>
    <message>
        <source>day of death</source>
        <translation>命日</translation>
    </message>
    <message>
        <source>expertise</source>
        <translation>専門</translation>
    </message>
    <message>
        <source>father</source>
        <translation>お父さん</translation>
    </message>
    <message>
        <source>friend</source>
        <translation>友人</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>hobby</source>
        <translation>趣味</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>関心</translation>
    </message>
    <message>
        <source>language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>maiden name</source>
        <translation>旧姓</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>上司</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>お母さん</translation>
    </message>
    <message>
        <source>office</source>
        <translation>部屋</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>パートナー</translation>
    </message>
    <message>
        <source>position on the map</source>
        <translation>地図の位置</translation>
    </message>
    <message>
        <source>place of death</source>
        <translation>亡くなった場所</translation>
    </message>
    <message>
        <source>profession</source>
        <translation>職業</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>代名詞</translation>
    </message>
    <message>
        <source>reading of the company</source>
        <translation>会社の読み</translation>
    </message>
    <message>
        <source>reading of the middle name</source>
        <translation>ミドルネームの読み</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>親戚</translation>
    </message>
    <message>
        <source>role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>sister</source>
        <translation>姉妹</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>配偶者</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>時間帯</translation>
    </message>
</context>
<context>
    <name>GatheringDelegate</name>
    <message>
        <source>called off</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>GatheringEditor</name>
    <message>
        <source>New gathering</source>
        <translation>新しい集まり</translation>
    </message>
    <message>
        <source>Edit the gathering</source>
        <translation>集まりを直す</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>集まりの名前</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>終わりの日</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>同じ日</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>始まり</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>シリーズ</translation>
    </message>
    <message>
        <source>The name that its gatherings share</source>
        <translation>くり返す集まりに共通の名前</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>関心</translation>
    </message>
    <message>
        <source>wood, food, …</source>
        <translation>木工、食、…</translation>
    </message>
    <message>
        <source>What you go for</source>
        <translation>何のために行くか</translation>
    </message>
    <message>
        <source>Whom you would like to meet, what you bring</source>
        <translation>会いたい人、持っていくもの</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>A gathering needs a name</source>
        <translation>集まりの名前を入れてください</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように</translation>
    </message>
    <message>
        <source>A time like 19:00</source>
        <translation>19:00 のように</translation>
    </message>
</context>
<context>
    <name>GatheringPane</name>
    <message>
        <source>Called off</source>
        <translation>中止になりました</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>人を加える</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Recall faces</source>
        <translation>顔を思い出す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Note on the gathering</source>
        <translation>集まりのメモ</translation>
    </message>
    <message>
        <source>What the evening was like; saved as you go on</source>
        <translation>どんな会だったか。書けば、そのまま残ります</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message numerus="yes">
        <source>Cards received there: %n</source>
        <translation>
            <numerusform>交わした名刺&#x3000;%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Who will be there</source>
        <translation>来る人</translation>
    </message>
    <message>
        <source>Met again, and others</source>
        <translation>また会った人・同じ場にいた人</translation>
    </message>
    <message>
        <source>Nobody is written down yet. Add who will be there.</source>
        <translation>まだ誰もいません。来る人を加えておけます。</translation>
    </message>
    <message>
        <source>Nobody is written down yet. Add whose cards you received there.</source>
        <translation>まだ誰もいません。名刺を交わした人を加えてください。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>もっと見る</translation>
    </message>
</context>
<context>
    <name>GatheringWords</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>So far {some} of {all} wrote back or reached out. Counted until {day}.</source>
        <translation>いまのところ{all}人のうち{some}人から返事や声かけ。{day}まで数えます。</translation>
    </message>
    <message>
        <source>{some} of {all} wrote back or reached out within {days} days.</source>
        <translation>{days}日のうちに、{all}人のうち{some}人から返事や声かけがありました。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) so far</source>
        <translation>
            <numerusform>これまで%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>{all} people met, {some} of them answered</source>
        <translation>{all}人と出会い、{some}人から返事や声かけ</translation>
    </message>
    <message>
        <source>{who} will be there</source>
        <translation>{who}が来ます</translation>
    </message>
</context>
<context>
    <name>GatheringsModel</name>
    <message>
        <source>Ahead</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>GatheringsPage</name>
    <message>
        <source>Gatherings</source>
        <translation>集まり</translation>
    </message>
    <message>
        <source>New gathering</source>
        <translation>新しい集まり</translation>
    </message>
    <message>
        <source>No gathering yet</source>
        <translation>集まりはまだありません</translation>
    </message>
    <message>
        <source>Write down where you go, or drop a calendar (.ics) here</source>
        <translation>行く予定を書くか、カレンダー（.ics）をここに置いてください</translation>
    </message>
</context>
<context>
    <name>GatheringsPane</name>
    <message>
        <source>Search gatherings</source>
        <translation>集まりを探す</translation>
    </message>
    <message>
        <source>Name, place, note</source>
        <translation>名前、場所、メモ</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>New gathering</source>
        <translation>新しい集まり</translation>
    </message>
    <message>
        <source>From a calendar…</source>
        <translation>カレンダーから…</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>名前をつける</translation>
    </message>
    <message numerus="yes">
        <source>%n people bear “{name}”, {day}. One gathering?</source>
        <translation>
            <numerusform>{day}「{name}」の人が%n人います。ひとつの集まりにしますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were met on {day}. At one gathering?</source>
        <translation>
            <numerusform>{day}に出会った人が%n人います。ひとつの集まりですか？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatheringsView</name>
    <message>
        <source>Gatherings</source>
        <translation>集まり</translation>
    </message>
</context>
<context>
    <name>GeneralPart</name>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>白い紙</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い紙</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙の色</translation>
    </message>
    <message>
        <source>White paper by day, dark by night.</source>
        <translation>昼は白い紙、夜は暗い紙に。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Letters, rows and buttons grow together.</source>
        <translation>文字も行もボタンも、いっしょに変わります。</translation>
    </message>
    <message>
        <source>Strong lines</source>
        <translation>濃い線</translation>
    </message>
    <message>
        <source>Darker frames and separators, easier to see.</source>
        <translation>枠や区切りの線を濃くして、見やすくします。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>ログインしたときに始める</translation>
    </message>
    <message>
        <source>Show only the icon then</source>
        <translation>そのときはアイコンだけにする</translation>
    </message>
    <message>
        <source>Reminders reach you, and the window stays out of the way.</source>
        <translation>知らせは届き、ウィンドウは開きません。</translation>
    </message>
    <message>
        <source>So that nobody is forgotten on a busy day.</source>
        <translation>忙しい日も、思い出しそびれることがありません。</translation>
    </message>
    <message>
        <source>Only where Enishi starts when you log in</source>
        <translation>ログインしたときに始める場合だけです</translation>
    </message>
    <message>
        <source>The system did not allow it: {reason}</source>
        <translation>システムが許しませんでした（{reason}）</translation>
    </message>
</context>
<context>
    <name>Grammar</name>
    <message>
        <source>yesterday, Fri, 10/14</source>
        <translation>昨日&#x3000;金曜&#x3000;10/14</translation>
    </message>
    <message>
        <source>the day, else today</source>
        <translation>その日（書かなければ今日）</translation>
    </message>
    <message>
        <source>Claire, Tanaka</source>
        <translation>田中&#x3000;佐藤さん</translation>
    </message>
    <message>
        <source>people, by any form of their name</source>
        <translation>人（姓、名、ふりがな、ローマ字）</translation>
    </message>
    <message>
        <source>lunch, called, mailed</source>
        <translation>昼食&#x3000;電話&#x3000;メール</translation>
    </message>
    <message>
        <source>what it was, else a note</source>
        <translation>したこと（書かなければメモ）</translation>
    </message>
    <message>
        <source>they began, you began</source>
        <translation>相手から、自分から</translation>
    </message>
    <message>
        <source>→ send the deck Fri</source>
        <translation>→資料を送る 金</translation>
    </message>
    <message>
        <source>a promise of yours (← theirs, ⇒ no day)</source>
        <translation>自分の約束と日（← は相手の約束、⇒ は日なし）</translation>
    </message>
    <message>
        <source>#fair</source>
        <translation>#展示会</translation>
    </message>
    <message>
        <source>where it was, or a tag</source>
        <translation>場所、または札</translation>
    </message>
</context>
<context>
    <name>ImportLayout</name>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>見比べる</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) of earlier imports</source>
        <translation>
            <numerusform>前に取り込んだ名刺 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n card(s)</source>
        <translation>
            <numerusform>%n枚を取り込む</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n card(s) for later</source>
        <translation>
            <numerusform>%n枚をあとで見る</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新しい人</translation>
    </message>
    <message>
        <source>same person</source>
        <translation>同じ人</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>確認したい</translation>
    </message>
    <message>
        <source>cards not read</source>
        <translation>読めなかった名刺</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>lines not read</source>
        <translation>読めなかった行</translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s)</source>
        <translation>
            <numerusform>新しい人 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) added to people you know</source>
        <translation>
            <numerusform>すでにある人に書き足した名刺 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) said nothing new</source>
        <translation>
            <numerusform>変わりのなかった名刺 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for your look</source>
        <translation>
            <numerusform>確認を待つ名刺 %n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) could not be read; kept as they were</source>
        <translation>
            <numerusform>読めなかった名刺 %n枚（原文のまま残してあります）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) left out</source>
        <translation>
            <numerusform>取り込まなかった名刺 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>The cards are in</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>Kept for later</source>
        <translation>あとで見ます</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n個のファイルを読めませんでした</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is here already</source>
        <translation>すべて、もうここにあります</translation>
    </message>
    <message>
        <source>%1 is not what it was</source>
        <translation>%1は前と違っています</translation>
    </message>
    <message>
        <source>Its cards are compared anew; your answers to them are let go.</source>
        <translation>このファイルの名刺は比べ直します。答えてあったことは、なくなります。</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>ファイルに書けませんでした</translation>
    </message>
    <message>
        <source>The rejected cards are saved as they were</source>
        <translation>読めなかった名刺を、原文のまま保存しました</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Stop this import?</source>
        <translation>取り込みをやめますか</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. Your answers to these cards are let go.</source>
        <translation>まだ何も取り込んでいません。ここまでの確認は残りません。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Needs a look</source>
        <translation>確認したい</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同じ人</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新しい人</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>読めなかった行</translation>
    </message>
    <message>
        <source>mail or phone agree</source>
        <translation>メールか電話が一致</translation>
    </message>
    <message>
        <source>kept as it was, nothing is thrown away</source>
        <translation>捨てません。原文のまま残し、あとで直せます</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて見る</translation>
    </message>
    <message>
        <source>no reading yet</source>
        <translation>読みがありません</translation>
    </message>
    <message>
        <source>name kept whole</source>
        <translation>姓名は分けていません</translation>
    </message>
    <message>
        <source>{parts}  ·  {lacking}</source>
        <translation>{parts}  ·  {lacking}</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>%1枚目</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1&#x3000;%2行目</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>原文のまま</translation>
    </message>
    <message>
        <source>New</source>
        <comment>chip</comment>
        <translation>新しい</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>まとめる</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>A group: its name is a tag of its members</source>
        <translation>グループの名刺：名前をメンバーの札にします</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>もうあります</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>変わりはありません</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n more phone number(s)</source>
        <translation>
            <numerusform>電話番号が%nつ増えます</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for your look already</source>
        <translation>もう確認を待っています</translation>
    </message>
    <message numerus="yes">
        <source>%n more mail address(es)</source>
        <translation>
            <numerusform>メールが%nつ増えます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more address(es)</source>
        <translation>
            <numerusform>住所が%nつ増えます</numerusform>
        </translation>
    </message>
    <message>
        <source>Some details are added</source>
        <translation>書き足すことがあります</translation>
    </message>
    <message>
        <source>no colon in it</source>
        <translation>区切りがない</translation>
    </message>
    <message>
        <source>unknown characters</source>
        <translation>文字コードが不明</translation>
    </message>
    <message>
        <source>not a whole date</source>
        <translation>日付が途中まで</translation>
    </message>
    <message>
        <source>not a picture to show</source>
        <translation>見せられない画像</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>意味が不明</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) read.</source>
        <translation>
            <numerusform>%n枚を読みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are kept as they were</source>
        <translation>
            <numerusform>%n行は原文のまま残しています</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n個のファイル</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Open their page</source>
        <translation>この人のページを開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open the page of {who}</source>
        <translation>{who}のページを開く</translation>
    </message>
</context>
<context>
    <name>KeyStep</name>
    <message>
        <source>Write down the recovery key</source>
        <translation>回復の鍵を控える</translation>
    </message>
    <message>
        <source>If you forget the passphrase, only this opens it. It is shown once.</source>
        <translation>合言葉を忘れたときに開けられる、ただ一つの鍵です。お見せするのは一度だけです。</translation>
    </message>
    <message>
        <source>The recovery key is yours now. It is kept nowhere else.</source>
        <translation>回復の鍵は、あなたの手もとだけにあります。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>写す</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Keep it on paper, away from this computer.</source>
        <translation>紙に書いて、パソコンとは別のところへ。</translation>
    </message>
    <message>
        <source>I have a copy</source>
        <translation>控えました</translation>
    </message>
    <message>
        <source>Copied. The clipboard forgets it in half a minute.</source>
        <translation>写しました。クリップボードからは30秒で消えます。</translation>
    </message>
    <message>
        <source>Recovery key of Enishi</source>
        <translation>Enishi の回復の鍵</translation>
    </message>
    <message>
        <source>It opens your data when the passphrase is forgotten.</source>
        <translation>合言葉を忘れたとき、この鍵で開けられます。</translation>
    </message>
    <message>
        <source>Keep it away from this computer. Nobody can make it again for you.</source>
        <translation>パソコンとは別のところに置いてください。作り直すことはだれにもできません。</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>回復の鍵を保存</translation>
    </message>
    <message>
        <source>enishi-recovery-key.txt</source>
        <translation>Enishi回復の鍵.txt</translation>
    </message>
    <message>
        <source>Saved. Move it away from this computer.</source>
        <translation>保存しました。パソコンの外へ移してください。</translation>
    </message>
    <message>
        <source>It could not be saved there. Please try another place.</source>
        <translation>そこには保存できませんでした。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>プリンターに送りました。</translation>
    </message>
    <message>
        <source>The printer did not take it. Please write it down by hand.</source>
        <translation>印刷できませんでした。手で書き写してください。</translation>
    </message>
    <message>
        <source>Two groups from your paper, to be sure that it can be read.</source>
        <translation>控えた紙から、二つの組だけ打ってみてください。</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>%1番目の組</translation>
    </message>
    <message>
        <source>I wrote it down; skip this</source>
        <translation>書き写したので、確かめずに進む</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>See it again</source>
        <translation>もう一度見る</translation>
    </message>
    <message>
        <source>Not the same as in the key. Look at your paper again.</source>
        <translation>鍵と違います。もう一度紙をご覧ください。</translation>
    </message>
</context>
<context>
    <name>KeyringDialog</name>
    <message>
        <source>Ask at every start?</source>
        <translation>起動のたびに尋ねますか</translation>
    </message>
    <message>
        <source>From now on this opens your data. Please type it once, to be sure of it.</source>
        <translation>これからは、この入力でデータを開きます。確かめるために、一度入力してください。</translation>
    </message>
    <message>
        <source>Ask from now on</source>
        <translation>これからは尋ねる</translation>
    </message>
    <message>
        <source>Open without asking?</source>
        <translation>尋ねずに開きますか</translation>
    </message>
    <message>
        <source>Open without asking</source>
        <translation>尋ねずに開く</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps a key of its own. Please show first that the data is yours.</source>
        <translation>このパソコンの鍵束に、鍵を一つ預けます。はじめに、あなたの記録であることを確かめさせてください。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>このページで</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>find anyone, any command</source>
        <translation>人や操作を探す</translation>
    </message>
    <message>
        <source>quick log: one line of what happened</source>
        <translation>ひとこと記録：あったことを一行で</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Gatherings</source>
        <translation>集まり</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>new person</source>
        <translation>新しい人</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>next part of the window</source>
        <translation>次の区画へ</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>鍵をかける</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>キーの一覧</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>open person</source>
        <translation>人を開く</translation>
    </message>
    <message>
        <source>reconnected</source>
        <translation>連絡した</translation>
    </message>
    <message>
        <source>write</source>
        <translation>便りを書く</translation>
    </message>
    <message>
        <source>later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>skip this time</source>
        <translation>今回は見送る</translation>
    </message>
    <message>
        <source>less often, or as before, where it is asked</source>
        <translation>きかれたとき、間をあける・このまま</translation>
    </message>
    <message>
        <source>write notes</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>次の欄</translation>
    </message>
    <message>
        <source>to a question, from the first to the fourth</source>
        <translation>1番目から4番目の問いへ</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>人を移る</translation>
    </message>
    <message>
        <source>finish, and on to the next</source>
        <translation>書き終えて次の人へ</translation>
    </message>
    <message>
        <source>write later</source>
        <translation>あとで書く</translation>
    </message>
    <message>
        <source>search</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>select several</source>
        <translation>続けて選ぶ</translation>
    </message>
    <message>
        <source>to the person, and back</source>
        <translation>その人へ、一覧へ</translation>
    </message>
    <message>
        <source>jump to a letter or kana</source>
        <translation>読みの文字へ跳ぶ</translation>
    </message>
    <message>
        <source>quick note</source>
        <translation>ひとことメモ</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>what would please them</source>
        <translation>喜ばれること</translation>
    </message>
    <message>
        <source>find in what happened</source>
        <translation>これまでの中を探す</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>書き直す</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>札を付ける</translation>
    </message>
    <message>
        <source>move to the bin</source>
        <translation>ごみ箱へ移す</translation>
    </message>
    <message>
        <source>duplicates: one, two, later</source>
        <translation>同じ人の組：まとめる、別々、あとで</translation>
    </message>
    <message>
        <source>in a note: from them, from you</source>
        <translation>メモで：相手から、自分から</translation>
    </message>
    <message>
        <source>in a note: the day</source>
        <translation>メモで：日付</translation>
    </message>
    <message>
        <source>to the gathering, and back</source>
        <translation>集まりへ、一覧へ</translation>
    </message>
    <message>
        <source>new gathering</source>
        <translation>新しい集まり</translation>
    </message>
    <message>
        <source>take from a calendar</source>
        <translation>カレンダーから加える</translation>
    </message>
    <message>
        <source>add people</source>
        <translation>人を加える</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>choose files</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>read what was copied</source>
        <translation>コピーしたものを読む</translation>
    </message>
    <message>
        <source>choose a card</source>
        <translation>名刺を選ぶ</translation>
    </message>
    <message>
        <source>choose a value</source>
        <translation>残す値を選ぶ</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>まとめる</translation>
    </message>
    <message>
        <source>different person</source>
        <translation>別の人にする</translation>
    </message>
    <message>
        <source>import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>choose a part</source>
        <translation>項目を選ぶ</translation>
    </message>
    <message>
        <source>to its settings</source>
        <translation>その設定へ</translation>
    </message>
</context>
<context>
    <name>KindChip</name>
    <message>
        <source>Kind: {kind}</source>
        <translation>種類: {kind}</translation>
    </message>
</context>
<context>
    <name>KnownFigure</name>
    <message>
        <source>People who know you</source>
        <translation>あなたを知っている人</translation>
    </message>
    <message>
        <source>replied, reached out or introduced you</source>
        <translation>返事・声かけ・紹介のどれかをくれた人</translation>
    </message>
</context>
<context>
    <name>LanguagePart</name>
    <message>
        <source>Language</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Changes at once. Names keep their own script.</source>
        <translation>すぐに変わります。名前はもとの文字のままです。</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>画面の言葉</translation>
    </message>
</context>
<context>
    <name>LaterMenu</name>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Next weekend</source>
        <translation>次の週末</translation>
    </message>
    <message>
        <source>This weekend</source>
        <translation>今週末</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>1か月後</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>日を選ぶ…</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>from them</source>
        <translation>相手から</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>自分から</translation>
    </message>
</context>
<context>
    <name>LetterIndex</name>
    <message>
        <source>Index by reading</source>
        <translation>ふりがなの索引</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Find people</source>
        <translation>人を探す</translation>
    </message>
    <message>
        <source>Find by name, company, note</source>
        <translation>名前・会社・メモから探す</translation>
    </message>
    <message>
        <source>People {count}</source>
        <translation>人&#x3000;{count}</translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation>メモ&#x3000;{count}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>あと%n日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>  ·  </source>
        <translation>&#x3000;・&#x3000;</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>メモ%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept for 30 days, then let go</source>
        <translation>30日のあいだ戻せます</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>五十音順</translation>
    </message>
    <message>
        <source>{known} of {total} people know you</source>
        <translation>{total}人のうち{known}人があなたを知っています</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Try a part of the name or the reading</source>
        <translation>名前やふりがなの一部でも探せます</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>ごみ箱は空です</translation>
    </message>
    <message>
        <source>Nobody has this tag</source>
        <translation>この札の人はいません</translation>
    </message>
    <message>
        <source>Nobody is quiet</source>
        <translation>ご無沙汰の人はいません</translation>
    </message>
    <message>
        <source>You were in touch with everyone</source>
        <translation>どなたとも、この3か月に連絡がありました</translation>
    </message>
    <message>
        <source>No next contact is set</source>
        <translation>次に連絡する日はまだありません</translation>
    </message>
    <message>
        <source>Set a day in the menu of a person</source>
        <translation>人のメニューから日を決められます</translation>
    </message>
    <message>
        <source>No promise is open</source>
        <translation>残っている約束はありません</translation>
    </message>
    <message>
        <source>What one of you owes the other appears here</source>
        <translation>どちらかが果たしていない約束のある人が、ここに並びます</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>まだいません</translation>
    </message>
    <message>
        <source>Who answers you or reaches out appears here</source>
        <translation>返事や声かけをくれた人がここに並びます</translation>
    </message>
</context>
<context>
    <name>LockStep</name>
    <message>
        <source>Set your language and a key</source>
        <translation>言葉と鍵を決める</translation>
    </message>
    <message>
        <source>Enishi keeps what people told you. So it is locked from the start.</source>
        <translation>人の話を預かる場所です。
はじめに鍵をかけておきます。</translation>
    </message>
    <message>
        <source>Locked. Only your passphrase opens it.</source>
        <translation>鍵をかけました。開けられるのは、あなたの合言葉です。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
    <message>
        <source>Open without asking on this computer</source>
        <translation>このパソコンでは尋ねずに開く</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>I have a backup…</source>
        <translation>控えがある…</translation>
    </message>
    <message>
        <source>Looking for the keyring of this computer…</source>
        <translation>このパソコンの鍵束を探しています…</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps a key of its own.</source>
        <translation>このパソコンの鍵束にも、鍵を一つ預けます。</translation>
    </message>
    <message>
        <source>There is no keyring here: the passphrase opens it each time.</source>
        <translation>ここには鍵束がありません。毎回、合言葉で開けます。</translation>
    </message>
    <message>
        <source>Locking…</source>
        <translation>鍵をかけています…</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move your data</source>
        <translation>データを移す</translation>
    </message>
    <message>
        <source>People, notes, backups and keys go to another folder. All of it is copied and checked there before anything is taken away here. Enishi finds it by itself afterwards.</source>
        <translation>人、メモ、控え、鍵を別のフォルダーに移します。すべて写して確かめてから、ここのものを片づけます。移したあとも Enishi が自分で見つけます。</translation>
    </message>
    <message>
        <source>Looking for a folder…</source>
        <translation>フォルダーを探しています…</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>ほかを選ぶ…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>移す先</translation>
    </message>
    <message>
        <source>Copy every backup to where it lies now</source>
        <translation>これからの控えは、今の場所にも写す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>移す</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>このパソコンのディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>A folder for your data</source>
        <translation>データを置くフォルダー</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Moving your data…</source>
        <translation>データを移しています…</translation>
    </message>
    <message>
        <source>It is checked in {path} before anything is taken away here.</source>
        <translation>{path} で確かめてから、ここのものを片づけます。</translation>
    </message>
</context>
<context>
    <name>NamingDialog</name>
    <message>
        <source>Where are these cards from?</source>
        <translation>どこでいただいた名刺ですか</translation>
    </message>
    <message>
        <source>With a name its people stay together, and a note may be for all of them.</source>
        <translation>名前をつけると、その日の人たちがひとまとまりになり、みんなに共通のメモも書けます。</translation>
    </message>
    <message>
        <source>Name of the gathering</source>
        <translation>集まりの名前</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>A name, please</source>
        <translation>名前を入れてください</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>Make a new recovery key?</source>
        <translation>回復の鍵を作り直しますか</translation>
    </message>
    <message>
        <source>The one you have opens your data until you have written the new one down, and no longer after that.</source>
        <translation>新しい鍵を控えるまでは今の鍵で開けます。控えたあとは、今の鍵では開けなくなります。</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>作る</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確かめています…</translation>
    </message>
    <message>
        <source>The new recovery key counts</source>
        <translation>新しい回復の鍵に替わりました</translation>
    </message>
    <message>
        <source>The one before opens nothing any more, except backups made before: keep it as long as you keep those.</source>
        <translation>前の鍵で開けるのは、これまでにとった控えだけです。その控えを残しているあいだは、前の鍵も保管してください。</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>12 characters or more</source>
        <translation>12文字以上</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見せる</translation>
    </message>
    <message>
        <source>Please use 12 characters or more.</source>
        <translation>12文字以上にしてください。</translation>
    </message>
    <message>
        <source>A few words you will remember are best.</source>
        <translation>覚えやすい言葉をいくつか。</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>あと%n文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Easy to guess. Other words would be safer.</source>
        <translation>推しはかられやすい言葉です。別の言葉だと安心です。</translation>
    </message>
    <message>
        <source>Good. A little longer is better still.</source>
        <translation>よい合言葉です。もう少し長いと、なお安心です。</translation>
    </message>
    <message>
        <source>A good passphrase.</source>
        <translation>よい合言葉です。</translation>
    </message>
</context>
<context>
    <name>NotesFooter</name>
    <message>
        <source>next field</source>
        <translation>次の欄</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>人を移る</translation>
    </message>
    <message>
        <source>write later</source>
        <translation>あとで書く</translation>
    </message>
    <message>
        <source>Saved as you write</source>
        <translation>書くたびに保存しています</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>次の人へ</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>書き終える</translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message numerus="yes">
        <source> / %n card(s)</source>
        <translation>
            <numerusform> / %n 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Notes after a meeting</source>
        <translation>交流会のメモ</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように</translation>
    </message>
</context>
<context>
    <name>NotesWords</name>
    <message>
        <source>Cards of {day}</source>
        <translation>{day}の名刺</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) without notes</source>
        <translation>
            <numerusform>メモのない名刺 %n枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Today’s cards</source>
        <translation>今日の名刺</translation>
    </message>
    <message>
        <source>Yesterday’s cards</source>
        <translation>昨日の名刺</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names}ほか%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Tel. {number}</source>
        <translation>電話 {number}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>決めない</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1か月</translation>
    </message>
    <message>
        <source>Half a year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1年</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%nか月</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>this person</source>
        <translation>この人</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込みました</translation>
    </message>
    <message>
        <source>Added {who}</source>
        <translation>{who}を書き足しました</translation>
    </message>
    <message>
        <source>Saved {who}</source>
        <translation>{who}を書き直しました</translation>
    </message>
    <message>
        <source>Changed the tags of {who}</source>
        <translation>{who}の札を変えました</translation>
    </message>
    <message>
        <source>{who} is in the bin for 30 days</source>
        <translation>{who}を30日間、ごみ箱に入れました</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in the bin for 30 days</source>
        <translation>
            <numerusform>%n人を30日間、ごみ箱に入れました</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} is back</source>
        <translation>{who}を戻しました</translation>
    </message>
    <message>
        <source>Merged into {who}</source>
        <translation>{who}にまとめました</translation>
    </message>
    <message>
        <source>Kept as a different person</source>
        <translation>別の人として残しました</translation>
    </message>
    <message>
        <source>Two became one: {who}</source>
        <translation>ひとりにまとめました：{who}</translation>
    </message>
    <message>
        <source>Remembered as two different people</source>
        <translation>別々の人として覚えました</translation>
    </message>
    <message>
        <source>Left the card out</source>
        <translation>このカードは使わないことにしました</translation>
    </message>
    <message>
        <source>Written down for {who}</source>
        <translation>{who}のこれまでに残しました</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>書きとめました</translation>
    </message>
    <message>
        <source>Saved the entry</source>
        <translation>書き直しました</translation>
    </message>
    <message>
        <source>Deleted the entry</source>
        <translation>消しました</translation>
    </message>
    <message>
        <source>Next contact with {who} is set</source>
        <translation>{who}に次に連絡する日を決めました</translation>
    </message>
    <message>
        <source>Reconnected with {who}</source>
        <translation>{who}に連絡した、と残しました</translation>
    </message>
    <message>
        <source>{who} can wait</source>
        <translation>{who}は、あとで思い出します</translation>
    </message>
    <message>
        <source>{who} rests this time</source>
        <translation>{who}は、今回は見送りました</translation>
    </message>
    <message>
        <source>Promise noted, with {who}</source>
        <translation>{who}との約束を書きました</translation>
    </message>
    <message>
        <source>Promise kept, with {who}</source>
        <translation>{who}との約束を果たしました</translation>
    </message>
    <message>
        <source>Took the promise away</source>
        <translation>約束を取り消しました</translation>
    </message>
    <message>
        <source>Noted about {who}</source>
        <translation>{who}のことを書きとめました</translation>
    </message>
    <message>
        <source>Saved the gathering</source>
        <translation>集まりを保存しました</translation>
    </message>
    <message>
        <source>Written down who was at the gathering</source>
        <translation>集まりの人を書き留めました</translation>
    </message>
    <message>
        <source>Deleted the gathering; its people stay</source>
        <translation>集まりを削除しました。人は残っています</translation>
    </message>
    <message>
        <source>Took gatherings from the calendar</source>
        <translation>カレンダーから集まりを加えました</translation>
    </message>
    <message>
        <source>Notes on {who} are kept</source>
        <translation>{who}のメモを残しました</translation>
    </message>
    <message>
        <source>Dated today</source>
        <translation>今日の日付にしました</translation>
    </message>
    <message>
        <source>Less often with {who} from now on</source>
        <translation>{who}とは、間をあけることにしました</translation>
    </message>
    <message>
        <source>As often as before with {who}</source>
        <translation>{who}との目安はそのままにしました</translation>
    </message>
    <message>
        <source>How often to be in touch by tag is set</source>
        <translation>札の目安を決めました</translation>
    </message>
    <message>
        <source>The import is taken back</source>
        <translation>取り込みを元に戻しました</translation>
    </message>
    <message>
        <source>{who} is not there any more</source>
        <translation>{who}の追加を元に戻しました</translation>
    </message>
    <message>
        <source>{who} is as before</source>
        <translation>{who}を元の内容に戻しました</translation>
    </message>
    <message>
        <source>The tags of {who} are as before</source>
        <translation>{who}の札を元に戻しました</translation>
    </message>
    <message>
        <source>{who} is back from the bin</source>
        <translation>{who}をごみ箱から戻しました</translation>
    </message>
    <message numerus="yes">
        <source>%n people are back from the bin</source>
        <translation>
            <numerusform>%n人をごみ箱から戻しました</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} is in the bin again</source>
        <translation>{who}をもう一度ごみ箱に入れました</translation>
    </message>
    <message>
        <source>The card waits again, apart from {who}</source>
        <translation>名刺を{who}から離し、確認待ちに戻しました</translation>
    </message>
    <message>
        <source>The card waits again</source>
        <translation>名刺を確認待ちに戻しました</translation>
    </message>
    <message>
        <source>They are two people again</source>
        <translation>元の二人に戻しました</translation>
    </message>
    <message>
        <source>They may be one person again</source>
        <translation>「別々の人」を取り消しました</translation>
    </message>
    <message>
        <source>The entry for {who} is taken back</source>
        <translation>{who}のこれまでを元に戻しました</translation>
    </message>
    <message>
        <source>The entry is as before</source>
        <translation>やりとりを元の内容に戻しました</translation>
    </message>
    <message>
        <source>The entry is back</source>
        <translation>やりとりを戻しました</translation>
    </message>
    <message>
        <source>Next contact with {who} is as before</source>
        <translation>{who}への次の連絡を元に戻しました</translation>
    </message>
    <message>
        <source>Taken back: in touch with {who}</source>
        <translation>{who}に連絡した記録を元に戻しました</translation>
    </message>
    <message>
        <source>{who} is up again</source>
        <translation>{who}を今日の分に戻しました</translation>
    </message>
    <message>
        <source>The promise with {who} is taken back</source>
        <translation>{who}との約束の記録を元に戻しました</translation>
    </message>
    <message>
        <source>The promise with {who} is open again</source>
        <translation>{who}との約束を、まだの状態に戻しました</translation>
    </message>
    <message>
        <source>The promise is back</source>
        <translation>約束を戻しました</translation>
    </message>
    <message>
        <source>What is noted about {who} is as before</source>
        <translation>{who}について書きとめたことを元に戻しました</translation>
    </message>
    <message>
        <source>The gathering is as before</source>
        <translation>集まりを元に戻しました</translation>
    </message>
    <message>
        <source>Who was at the gathering is as before</source>
        <translation>集まりにいた人を元に戻しました</translation>
    </message>
    <message>
        <source>The gathering is back</source>
        <translation>集まりが戻りました</translation>
    </message>
    <message>
        <source>The gatherings of the calendar are taken back</source>
        <translation>カレンダーの取り込みを元に戻しました</translation>
    </message>
    <message>
        <source>The notes on {who} are taken back</source>
        <translation>{who}のメモを元に戻しました</translation>
    </message>
    <message>
        <source>The dates are as before</source>
        <translation>日付を元に戻しました</translation>
    </message>
    <message>
        <source>As often with {who} as before</source>
        <translation>{who}との目安を元に戻しました</translation>
    </message>
    <message>
        <source>How often with {who} is open again</source>
        <translation>{who}との目安を、また考えられます</translation>
    </message>
    <message>
        <source>How often to be in touch by tag is as before</source>
        <translation>札の目安を元に戻しました</translation>
    </message>
    <message>
        <source>Nothing was changed or deleted.</source>
        <translation>何も変えず、何も消していません。</translation>
    </message>
    <message>
        <source>If you have a backup, it can be restored on the command line.</source>
        <translation type="vanished">控えがあれば、コマンドラインから戻せます。</translation>
    </message>
    <message>
        <source>A backup can be brought back; nothing that is here is lost by it.</source>
        <translation>控えを戻せます。そのとき、ここにあるものも失われません。</translation>
    </message>
    <message>
        <source>There is no Enishi data here yet</source>
        <translation>ここには、まだ Enishi の記録がありません</translation>
    </message>
    <message>
        <source>Looked in {path}. {untouched}</source>
        <translation>{path} を見ました。{untouched}</translation>
    </message>
    <message>
        <source>There is Enishi data here already</source>
        <translation>ここには、もう Enishi の記録があります</translation>
    </message>
    <message>
        <source>Found in {path}. {untouched}</source>
        <translation>{path} にあります。{untouched}</translation>
    </message>
    <message>
        <source>The data file is missing</source>
        <translation>記録のファイルが見あたりません</translation>
    </message>
    <message>
        <source>The data file is empty</source>
        <translation>記録のファイルが空になっています</translation>
    </message>
    <message>
        <source>The file with the keys is missing</source>
        <translation>鍵のファイルが見あたりません</translation>
    </message>
    <message>
        <source>The file with the keys is damaged</source>
        <translation>鍵のファイルが壊れています</translation>
    </message>
    <message>
        <source>The data file is not an encrypted one of Enishi</source>
        <translation>記録のファイルが、Enishi の暗号化されたものではありません</translation>
    </message>
    <message>
        <source>The key does not fit the data file</source>
        <translation>鍵が記録のファイルに合いません</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>記録のファイルが壊れています</translation>
    </message>
    <message>
        <source>Keys and data belong to different stores</source>
        <translation>鍵と記録が、別々のものです</translation>
    </message>
    <message>
        <source>This data was written by a newer Enishi</source>
        <translation>新しい Enishi で書かれた記録です</translation>
    </message>
    <message>
        <source>It needs version {needed}; this one knows {known}. {untouched} Please install the newer Enishi.</source>
        <translation>版 {needed} が要りますが、これは {known} までです。{untouched}新しい Enishi を入れてください。</translation>
    </message>
    <message>
        <source>Enishi is open already</source>
        <translation>Enishi はもう開いています</translation>
    </message>
    <message>
        <source>Another window or command is using this data. Close it, then try again.</source>
        <translation>別の窓かコマンドがこの記録を使っています。閉じてから、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>This data can only be read now</source>
        <translation>いまは読むことだけできます</translation>
    </message>
    <message>
        <source>This data was moved</source>
        <translation>このデータは移されています</translation>
    </message>
    <message>
        <source>The data was not moved</source>
        <translation>データは移していません</translation>
    </message>
    <message>
        <source>The copy in the new place did not prove sound and was thrown away. Everything is where it was.</source>
        <translation>移した先の写しを確かめられなかったので、捨てました。すべて元の場所にあります。</translation>
    </message>
    <message>
        <source>This folder belongs to another user</source>
        <translation>このフォルダーは別の利用者のものです</translation>
    </message>
    <message>
        <source>{path} was left as it is. Choose a folder of your own.</source>
        <translation>{path} はそのままにしました。ご自分のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The system does not let Enishi read or write here</source>
        <translation>ここを読み書きする権限がありません</translation>
    </message>
    <message>
        <source>{path} was left as it is. Check who may use this folder.</source>
        <translation>{path} はそのままにしました。フォルダーの権限を確かめてください。</translation>
    </message>
    <message>
        <source>The system could not read or write the data</source>
        <translation>記録を読み書きできませんでした</translation>
    </message>
    <message>
        <source>It said: {reason}. {untouched}</source>
        <translation>システムの答え：{reason}。{untouched}</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>Nothing was changed. Make some room, then try again.</source>
        <translation>何も変えていません。空きを作ってから、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>The backup could not be made</source>
        <translation>控えを作れませんでした</translation>
    </message>
    <message>
        <source>So nothing was changed. Check the room on the disk, then try again.</source>
        <translation>そのため、何も変えていません。ディスクの空きを確かめて、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>This file is not a backup of Enishi</source>
        <translation>このファイルは Enishi の控えではありません</translation>
    </message>
    <message>
        <source>It may be damaged. {untouched}</source>
        <translation>壊れているのかもしれません。{untouched}</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>控えはまだありません</translation>
    </message>
    <message>
        <source>One is made before every import. You can also choose a file.</source>
        <translation>取り込みの前に必ず作ります。ファイルを選ぶこともできます。</translation>
    </message>
    <message>
        <source>There is a file with this name already</source>
        <translation>同じ名前のファイルがあります</translation>
    </message>
    <message>
        <source>{path} was left as it is. Choose another name.</source>
        <translation>{path} はそのままにしました。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The data cannot be used now</source>
        <translation>いまは記録を使えません</translation>
    </message>
    <message>
        <source>The database engine is not safe to use</source>
        <translation>データベースの部品が安全ではありません</translation>
    </message>
    <message>
        <source>It lacks: {lack}. {untouched} Please reinstall Enishi.</source>
        <translation>足りないもの：{lack}。{untouched}Enishi を入れ直してください。</translation>
    </message>
    <message>
        <source>{untouched} Everything is still in {path}. {backup}</source>
        <translation>{untouched}すべて {path} にそのままあります。{backup}</translation>
    </message>
    <message>
        <source>The file “moved.json” in {path} says so, but not readably where to. Nothing was changed. A backup can be brought back; nothing that is here is lost by it.</source>
        <translation>{path} の「moved.json」にそう書かれていますが、移した先が読めません。何も変えていません。控えを戻しても、ここにあるものは失われません。</translation>
    </message>
    <message>
        <source>It went to {to}, says the computer {by}, and is not found there from here. Connect that disk and try again, or open it on that computer. Nothing was changed.</source>
        <translation>パソコン {by} によると {to} に移されましたが、ここからは見つかりません。そのディスクをつないでもう一度試すか、そのパソコンで開いてください。何も変えていません。</translation>
    </message>
    <message>
        <source>It lies there already, or one would lie in the other.</source>
        <translation>すでにそこにあるか、一方がもう一方の中になってしまいます。</translation>
    </message>
    <message>
        <source>{path} is not empty.</source>
        <translation>{path} は空ではありません。</translation>
    </message>
    <message>
        <source>{path} is on a network drive, where the last changes may be lost.</source>
        <translation>{path} はネットワーク上にあり、最後の変更が失われるおそれがあります。</translation>
    </message>
    <message>
        <source>{path} is synchronised, and half of a change may be copied.</source>
        <translation>{path} は同期されていて、書きかけが写されるおそれがあります。</translation>
    </message>
    <message>
        <source>Nothing was moved. Please choose another folder.</source>
        <translation>何も移していません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The data cannot be moved there</source>
        <translation>そこには移せません</translation>
    </message>
    <message>
        <source>{reason} {other}</source>
        <translation>{reason}{other}</translation>
    </message>
    <message>
        <source>The disk with {path} is read-only.</source>
        <translation>{path} のあるディスクは読み取り専用です。</translation>
    </message>
    <message>
        <source>The folder {path} may not be written.</source>
        <translation>{path} のフォルダーには書き込めません。</translation>
    </message>
    <message>
        <source>A file in {path} may not be written.</source>
        <translation>{path} の中に、書き込めないファイルがあります。</translation>
    </message>
    <message>
        <source>Another Enishi is writing in {path}.</source>
        <translation>別の Enishi が {path} に書き込んでいます。</translation>
    </message>
    <message>
        <source>Another computer ({by}) has it open, or ended without closing it. If it is open nowhere, delete the file “lock” in {path} and try again.</source>
        <translation>別のコンピューター（{by}）で開いているか、閉じずに終わったままです。どこでも開いていなければ、{path} にあるファイル「lock」を消して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>What you type stays on the screen, and is kept once it can be written.</source>
        <translation>入力したものは画面に残り、書き込めるようになったら保存します。</translation>
    </message>
    <message>
        <source>{reason} {typed}</source>
        <translation>{reason}{typed}</translation>
    </message>
    <message>
        <source>That passphrase does not fit</source>
        <translation>その合言葉では開きません</translation>
    </message>
    <message>
        <source>Try again, or use the recovery key. Nothing is lost by trying.</source>
        <translation>もう一度試すか、回復の鍵をお使いください。試しても何も失われません。</translation>
    </message>
    <message>
        <source>This data has no passphrase</source>
        <translation>この記録には合言葉がありません</translation>
    </message>
    <message>
        <source>Use the recovery key.</source>
        <translation>回復の鍵をお使いください。</translation>
    </message>
    <message>
        <source>That recovery key belongs to other data</source>
        <translation>その回復の鍵は、別の記録のものです</translation>
    </message>
    <message>
        <source>It is well written, but not the one of this data.</source>
        <translation>正しく書かれていますが、この記録の鍵ではありません。</translation>
    </message>
    <message>
        <source>There is a slip in the recovery key</source>
        <translation>回復の鍵に書き違いがあります</translation>
    </message>
    <message>
        <source>Look at group {groups} once more.</source>
        <translation>{groups}番目の組を、もう一度見てください。</translation>
    </message>
    <message numerus="yes">
        <source>It has 28 characters in 7 groups; %n were typed.</source>
        <translation>
            <numerusform>28文字（7組）ですが、%n文字になっています。</numerusform>
        </translation>
    </message>
    <message>
        <source>A passphrase is needed</source>
        <translation>合言葉が要ります</translation>
    </message>
    <message>
        <source>Without one nobody could open the data again. Nothing was made.</source>
        <translation>ないと、誰も二度と開けません。何も作っていません。</translation>
    </message>
    <message>
        <source>The keyring of this computer is of no help now</source>
        <translation>このパソコンの鍵束は、いま使えません</translation>
    </message>
    <message>
        <source>{reason} Your passphrase and your recovery key open everything.</source>
        <translation>{reason}合言葉と回復キーでは、これまでどおり開けます。</translation>
    </message>
    <message>
        <source>{present} is set as the keyring, and Enishi does not trust it.</source>
        <translation>鍵束に選ばれている「{present}」は、信頼できるものとして知られていません。</translation>
    </message>
    <message>
        <source>{recorded} keeps the key, and is not here.</source>
        <translation>鍵は {recorded} にありますが、ここにはそれがありません。</translation>
    </message>
    <message>
        <source>{recorded} keeps the key; here {present} answers.</source>
        <translation>鍵は {recorded} にありますが、ここで答えるのは {present} です。</translation>
    </message>
    <message>
        <source>There is none that Enishi trusts.</source>
        <translation>信頼できる鍵束がありません。</translation>
    </message>
    <message>
        <source>It was not asked to keep a key.</source>
        <translation>鍵は預けていません。</translation>
    </message>
    <message>
        <source>It holds no key for this data, or is locked.</source>
        <translation>この記録の鍵がないか、錠がかかっています。</translation>
    </message>
    <message>
        <source>What it holds does not open this data.</source>
        <translation>預けてある鍵が、この記録のものと合いません。</translation>
    </message>
    <message>
        <source>It is locked, or it refused.</source>
        <translation>錠がかかっているか、断られました。</translation>
    </message>
    <message>
        <source>It does not answer; it may be asking for its own password.</source>
        <translation>返事がありません。鍵束のパスワードを尋ねる窓が出ているかもしれません。</translation>
    </message>
    <message>
        <source>It did not keep the key. Nothing was changed.</source>
        <translation>鍵を預かってもらえませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>Your passphrase and your recovery key still open everything.</source>
        <translation type="vanished">合言葉か回復の鍵で、これまでどおり開きます。</translation>
    </message>
    <message>
        <source>This file could not be read</source>
        <translation>ファイルを読めませんでした</translation>
    </message>
    <message>
        <source>It is not there, or the system does not let Enishi read it.</source>
        <translation>ファイルがないか、システムが読ませてくれません。</translation>
    </message>
    <message>
        <source>Nothing that could be a card</source>
        <translation>名刺になるものがありません</translation>
    </message>
    <message>
        <source>Copy a card, cells of a table or a picture of a QR code, then try again.</source>
        <translation>名刺のデータ、表のセル、QRコードの画像のどれかをコピーしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This is too much at once</source>
        <translation>一度に読むには多すぎます</translation>
    </message>
    <message>
        <source>Save it as a file, and choose that.</source>
        <translation>ファイルに保存して、それを選んでください。</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>読むのをやめました</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>何も取り込んでいません。</translation>
    </message>
    <message>
        <source>The import was stopped</source>
        <translation>取り込みを中止しました</translation>
    </message>
    <message>
        <source>Nobody was found in this table (CSV)</source>
        <translation>この表（CSV）に人が見つかりません</translation>
    </message>
    <message>
        <source>No column says who somebody is: name, company, mail or phone.</source>
        <translation>名前、会社、メール、電話のどの列もありません。</translation>
    </message>
    <message>
        <source>No QR code with a card in this picture</source>
        <translation>この画像に名刺のQRコードが見つかりません</translation>
    </message>
    <message>
        <source>A sharper or larger picture of the code alone may help.</source>
        <translation>コードだけを大きく、はっきり写してみてください。</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>空のファイルです</translation>
    </message>
    <message>
        <source>There are no cards in it.</source>
        <translation>名刺は入っていません。</translation>
    </message>
    <message>
        <source>This is a calendar, not a card file</source>
        <translation>これは名刺ではなく、カレンダーです</translation>
    </message>
    <message>
        <source>Drop it on the Gatherings page. The file was left as it is.</source>
        <translation>「集まり」の画面に置いてください。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>This is not a card file</source>
        <translation>名刺のファイルではありません</translation>
    </message>
    <message>
        <source>Enishi reads vCard (.vcf) and CSV. The file was left as it is.</source>
        <translation>Enishi が読むのは vCard（.vcf）と CSV です。ファイルはそのままにしてあります。</translation>
    </message>
    <message>
        <source>Nothing was taken from it, and the file was left as it is.</source>
        <translation>何も加えていません。ファイルもそのままです。</translation>
    </message>
    <message>
        <source>This is not a calendar file</source>
        <translation>カレンダーではないようです</translation>
    </message>
    <message>
        <source>Enishi reads calendars as .ics. The file was left as it is.</source>
        <translation>読めるのは .ics のカレンダーです。ファイルはそのままです。</translation>
    </message>
    <message>
        <source>There is no event in this calendar</source>
        <translation>このカレンダーには予定がありません</translation>
    </message>
    <message>
        <source>This calendar is too large</source>
        <translation>カレンダーが大きすぎます</translation>
    </message>
    <message>
        <source>Export a shorter time, or the one event alone. {kept}</source>
        <translation>期間を短くするか、その予定だけを書き出してください。{kept}</translation>
    </message>
    <message>
        <source>This calendar could not be read</source>
        <translation>このカレンダーは読めませんでした</translation>
    </message>
    <message>
        <source>It is not there. Plug it in, or choose another folder.</source>
        <translation>見つかりません。つなぐか、ほかのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no room in it. Choose another folder.</source>
        <translation>空きがありません。ほかのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>It may not be written. Choose another folder.</source>
        <translation>書き込めません。ほかのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>That is where your data lies. Choose another folder.</source>
        <translation>データと同じ場所です。ほかのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Writing there did not work. Choose another folder.</source>
        <translation>書き込めませんでした。ほかのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{path} cannot be taken</source>
        <translation>{path} は使えません</translation>
    </message>
    <message>
        <source>That did not work: a mistake of the program</source>
        <translation>プログラムの不具合で、できませんでした</translation>
    </message>
    <message>
        <source>What was saved before is safe. Please try again.</source>
        <translation>これまでに保存したものは無事です。もう一度お試しください。</translation>
    </message>
    <message>
        <source>This entry is no longer there</source>
        <translation>もうありません</translation>
    </message>
    <message>
        <source>It was deleted or taken back meanwhile. Nothing else changed.</source>
        <translation>その間に消されたか、元に戻されました。ほかは変わっていません。</translation>
    </message>
    <message>
        <source>This was changed meanwhile</source>
        <translation>その間に書き換わっていました</translation>
    </message>
    <message>
        <source>Nothing was written. Look at it again, then repeat your change.</source>
        <translation>何も書いていません。見直してから、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>No password is kept for {name}</source>
        <translation>{name} のパスワードがありません</translation>
    </message>
    <message>
        <source>Please enter it once more. Your people are all here.</source>
        <translation>もう一度入力してください。みなさんの記録はすべてここにあります。</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>元に戻すものはありません</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>やり直すものはありません</translation>
    </message>
    <message>
        <source>Something newer builds on this</source>
        <translation>あとのことが、これをもとにしています</translation>
    </message>
    <message>
        <source>Take the newer change back first. Nothing was changed.</source>
        <translation>先に、あとのことを元に戻してください。何も変えていません。</translation>
    </message>
    <message>
        <source>There is no mail address yet</source>
        <translation>メールアドレスがまだありません</translation>
    </message>
    <message>
        <source>Add one on their page, or write another way.</source>
        <translation>人のページで足すか、別の手立てで連絡してください。</translation>
    </message>
    <message>
        <source>No program took the link</source>
        <translation>リンクを開くソフトがありません</translation>
    </message>
    <message>
        <source>This computer has none set for it. You can copy it instead.</source>
        <translation>写しとって使うことはできます。</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation>そのままにしました。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>ファイルに書けませんでした</translation>
    </message>
    <message>
        <source>What was there before is unchanged. Check the folder and the disk.</source>
        <translation>前からあったものは、そのままです。フォルダーと空きを確かめてください。</translation>
    </message>
    <message>
        <source>Exporting was stopped</source>
        <translation>書き出しを中止しました</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>何も書いていません。</translation>
    </message>
    <message>
        <source>There is nothing to write</source>
        <translation>書き出すものがありません</translation>
    </message>
    <message>
        <source>No day of this kind lies ahead. No file was made.</source>
        <translation>この種類の予定はまだありません。ファイルは作っていません。</translation>
    </message>
    <message>
        <source>The file did not prove right</source>
        <translation>ファイルが正しく読み戻せませんでした</translation>
    </message>
    <message>
        <source>It was not kept: another program would have read other values from it.</source>
        <translation>ほかのソフトが違う内容を読むおそれがあるため、残しませんでした。</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>合言葉を変える</translation>
    </message>
    <message>
        <source>First what opens your data now, then what shall open it from now on.</source>
        <translation>はじめに今の合言葉、つぎに新しい合言葉を入力してください。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Locking…</source>
        <translation>鍵をかけています…</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新しい合言葉</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変えました</translation>
    </message>
    <message>
        <source>Your new passphrase opens your data from now on; the recovery key stays as it is. Backups made before still open with the passphrase of their time.</source>
        <translation>これからは新しい合言葉で開きます。回復の鍵はそのままです。これまでにとった控えは、とったときの合言葉で開きます。</translation>
    </message>
</context>
<context>
    <name>PasteBar</name>
    <message>
        <source>Paste a signature</source>
        <translation>署名を貼り付ける</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Nothing is copied</source>
        <translation>コピーされた文字がありません</translation>
    </message>
    <message>
        <source>That is too long to be one person</source>
        <translation>一人分としては長すぎます</translation>
    </message>
    <message>
        <source>The signature of a mail, or the text of a card</source>
        <translation>メールの署名や、名刺の文字から</translation>
    </message>
    <message>
        <source>Filled in. Look it over, then keep it.</source>
        <translation>書き込みました。確かめてから保存してください。</translation>
    </message>
    <message>
        <source>Filled in. What was not understood stands in the note.</source>
        <translation>書き込みました。読み取れなかったところはメモにあります。</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source># no reading yet</source>
        <translation>#&#x3000;ふりがながまだの人</translation>
    </message>
    <message>
        <source>{name} ({reading})</source>
        <translation>{name}（{reading}）</translation>
    </message>
    <message>
        <source>last contact {ago}</source>
        <translation>最後の連絡 {ago}</translation>
    </message>
    <message>
        <source>Tie: {knots}</source>
        <translation>縁: {knots}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Who was there?</source>
        <translation>誰がいましたか？</translation>
    </message>
    <message>
        <source>Who will be there?</source>
        <translation>誰が来ますか？</translation>
    </message>
    <message>
        <source>Card received there</source>
        <translation>名刺を交わした</translation>
    </message>
    <message>
        <source>Was there too</source>
        <translation>同じ場にいた</translation>
    </message>
    <message>
        <source>How they belong to it</source>
        <translation>どう居合わせたか</translation>
    </message>
    <message>
        <source>A name, a company</source>
        <translation>名前、会社</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかった人</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Nobody by that name</source>
        <translation>その名前の人はいません</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>What would please them</source>
        <translation>喜ばれること</translation>
    </message>
    <message>
        <source>Their last words {day}</source>
        <translation>最後の言葉&#x3000;{day}</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>前のやりとり</translation>
    </message>
</context>
<context>
    <name>PersonHeader</name>
    <message>
        <source>Add a reading</source>
        <translation>ふりがなを加える</translation>
    </message>
    <message>
        <source>Reconnected</source>
        <translation>連絡した</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>便りを書く</translation>
    </message>
    <message>
        <source>More for this person</source>
        <translation>この人のメニュー</translation>
    </message>
    <message>
        <source>No mail address is known</source>
        <translation>メールアドレスがわかりません</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>{name} was not there</source>
        <translation>{name}さんは、いませんでした</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Edit details</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>札を付ける</translation>
    </message>
    <message>
        <source>Next contact…</source>
        <translation>次に連絡…</translation>
    </message>
    <message>
        <source>A promise</source>
        <translation>約束を書く</translation>
    </message>
    <message>
        <source>What would please them</source>
        <translation>喜ばれることを書く</translation>
    </message>
    <message>
        <source>What they offer</source>
        <translation>できることを書く</translation>
    </message>
    <message>
        <source>How to know them again</source>
        <translation>顔の手がかりを書く</translation>
    </message>
    <message>
        <source>Show as a QR code…</source>
        <translation>QRコードを見せる…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ごみ箱へ</translation>
    </message>
    <message>
        <source>Be in touch again within</source>
        <translation>次に会う目安</translation>
    </message>
    <message>
        <source>As for their tag: {span}</source>
        <translation>札のとおり：{span}</translation>
    </message>
    <message>
        <source>As until now, about: {span}</source>
        <translation>これまでのとおり：{span}くらい</translation>
    </message>
</context>
<context>
    <name>Portrait</name>
    <message>
        <source>Picture</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>写真なし</translation>
    </message>
</context>
<context>
    <name>PromiseEditor</name>
    <message>
        <source>I promised</source>
        <translation>自分の約束</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>先方の約束</translation>
    </message>
    <message>
        <source>Who promised</source>
        <translation>どちらの約束か</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>約束したこと</translation>
    </message>
    <message>
        <source>By</source>
        <translation>いつまで</translation>
    </message>
    <message>
        <source>A word or two is enough</source>
        <translation>ひとことで十分です</translation>
    </message>
    <message>
        <source>A day like 2026-10-15 or 10/15</source>
        <translation>2026-10-15 や 10/15 のように入れてください</translation>
    </message>
</context>
<context>
    <name>PromisePrompt</name>
    <message>
        <source>Promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>What you promised</source>
        <translation>約束したこと</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>いつまでに</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>いつまでに</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>Friday next week</source>
        <translation>来週の金曜</translation>
    </message>
    <message>
        <source>End of the month</source>
        <translation>月末</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>約束なし</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>What you talked about</source>
        <translation>話したこと</translation>
    </message>
    <message>
        <source>A word or two is enough</source>
        <translation>ひとことで十分です</translation>
    </message>
    <message>
        <source>What would please them</source>
        <translation>喜ばれること</translation>
    </message>
    <message>
        <source>Think from their side</source>
        <translation>相手の側から考える</translation>
    </message>
    <message>
        <source>Be in touch again within</source>
        <translation>次に会う目安</translation>
    </message>
    <message>
        <source>Thin, but long</source>
        <translation>細くても、長く</translation>
    </message>
    <message>
        <source>How often to be in touch</source>
        <translation>次に会う目安</translation>
    </message>
    <message>
        <source>Of others</source>
        <translation>ほかの人では</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Just met</source>
        <translation>会ったばかり</translation>
    </message>
    <message>
        <source>An address book</source>
        <translation>電話帳</translation>
    </message>
    <message>
        <source>Where these cards come from</source>
        <translation>この名刺について</translation>
    </message>
    <message>
        <source>The day we met</source>
        <translation>会った日</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>People to reconnect with today</source>
        <translation>今日、思い出す人</translation>
    </message>
</context>
<context>
    <name>QuickLog</name>
    <message>
        <source>Quick log: one line of what happened</source>
        <translation>ひとこと記録：あったことを一行で</translation>
    </message>
    <message>
        <source>Who, what, when: yesterday Claire lunch</source>
        <translation>いつ、だれと、何を：昨日 田中 と昼食</translation>
    </message>
    <message>
        <source>close, keep the line</source>
        <translation>閉じる（書きかけは残ります）</translation>
    </message>
    <message>
        <source>write it down</source>
        <translation>書きとめる</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>この人にする</translation>
    </message>
</context>
<context>
    <name>QuickLogWords</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Note: {words}</source>
        <translation>メモ：{words}</translation>
    </message>
    <message>
        <source>Who was it? A name that you know is missing.</source>
        <translation>どなたのことでしょう。知っている人の名前を添えてください。</translation>
    </message>
    <message>
        <source>That is still to come, so it is a note. An arrow → makes it a promise.</source>
        <translation>これからのことなので、メモにします。→ を付けると約束になります。</translation>
    </message>
    <message>
        <source>What happened? A word or two will do.</source>
        <translation>何がありましたか。ひとことで十分です。</translation>
    </message>
    <message>
        <source>Which {name}?</source>
        <translation>どの{name}さんですか</translation>
    </message>
    <message numerus="yes">
        <source>%n more: a given name or a reading tells them apart</source>
        <translation>
            <numerusform>ほかに %n 人。名やふりがなを添えると見つかります</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}?</source>
        <translation>{name}？</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>{name}を外す</translation>
    </message>
    <message>
        <source>Tag: {word}</source>
        <translation>札：{word}</translation>
    </message>
    <message>
        <source>Place: {word} – a tag?</source>
        <translation>場所：{word}&#x3000;札にする？</translation>
    </message>
    <message>
        <source>{word}: give it to them as a tag</source>
        <translation>{word}を札として付ける</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>日なし</translation>
    </message>
    <message>
        <source>You promised: {words} · {day}</source>
        <translation>自分の約束：{words}&#x3000;{day}</translation>
    </message>
    <message>
        <source>They promised: {words} · {day}</source>
        <translation>相手の約束：{words}&#x3000;{day}</translation>
    </message>
</context>
<context>
    <name>ReachLine</name>
    <message>
        <source>Copy {value}</source>
        <translation>{value} を写す</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>写す</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Reading</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読んでいます…</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 を読んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) read</source>
        <translation>
            <numerusform>%n枚を読みました</numerusform>
        </translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>%2個のうち%1個目</translation>
    </message>
    <message>
        <source>Comparing with the people you know…</source>
        <translation>すでにある人と見比べています…</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Same %1</source>
        <translation>%1が同じです</translation>
    </message>
    <message numerus="yes">
        <source>Could be one of %n people</source>
        <translation>
            <numerusform>当てはまる人が%n人います</numerusform>
        </translation>
    </message>
    <message>
        <source>This is someone you know: %1. The card says something else.</source>
        <translation>すでにある人です。%1。名刺には違うことが書かれています。</translation>
    </message>
    <message>
        <source>The name is similar, and the mail domain is the same. Is it the same person?</source>
        <translation>名前が似ていて、メールのドメインが同じです。同じ人ですか。</translation>
    </message>
    <message>
        <source>The name is the same, but nothing else is. Do you know this person?</source>
        <translation>名前だけが同じです。すでにご存じの人ですか。</translation>
    </message>
    <message>
        <source>The mail address is the same, the name is not. Is it the same person?</source>
        <translation>メールが同じで、名前が違います。同じ人ですか。</translation>
    </message>
    <message>
        <source>The phone number is the same, the name is not. Is it the same person?</source>
        <translation>電話番号が同じで、名前が違います。同じ人ですか。</translation>
    </message>
    <message>
        <source>The name is similar, and the company is the same. Is it the same person?</source>
        <translation>名前が似ていて、会社が同じです。同じ人ですか。</translation>
    </message>
    <message>
        <source>This is someone you know. The card says something else.</source>
        <translation>すでにある人です。名刺には違うことが書かれています。</translation>
    </message>
    <message>
        <source>More than one person fits. Who is it?</source>
        <translation>当てはまる人が何人かいます。どなたですか。</translation>
    </message>
    <message>
        <source>Someone you know: %1. %2.</source>
        <translation>すでにある人です。%1。%2。</translation>
    </message>
    <message>
        <source>A similar name at the same mail domain</source>
        <translation>メールのドメインが同じで、名前が似ています</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <translation>%1が違います</translation>
    </message>
    <message>
        <source>%1 and more differ</source>
        <translation>%1などが違います</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1が違います</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source> and </source>
        <translation>と</translation>
    </message>
</context>
<context>
    <name>RecallDialog</name>
    <message>
        <source>Show the name</source>
        <translation>名前を見る</translation>
    </message>
    <message>
        <source>I recalled</source>
        <translation>思い出した</translation>
    </message>
    <message>
        <source>I cannot recall</source>
        <translation>思い出せない</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>A minute with faces</source>
        <translation>顔を思い出す一分</translation>
    </message>
    <message>
        <source>No faces yet</source>
        <translation>まだ顔がありません</translation>
    </message>
    <message>
        <source>A picture on a card, or a line on how to know somebody again, is enough.</source>
        <translation>名刺の写真か、見分ける手がかりのひとことがあれば始められます。</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} / {count}</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>どなたでしたか</translation>
    </message>
    <message>
        <source>The face was hard to recall: a line brings it back</source>
        <translation>顔が思い出しにくい。ひとこと交わすと戻ってきます</translation>
    </message>
    <message>
        <source>{who} will come up from tomorrow on.</source>
        <translation>明日から{who}を「今日」にそっと出します。</translation>
    </message>
    <message>
        <source>That is enough for now.</source>
        <translation>今日はこれで十分です。</translation>
    </message>
    <message>
        <source>That was all of them</source>
        <translation>おしまいです</translation>
    </message>
</context>
<context>
    <name>ReconnectPrompt</name>
    <message>
        <source>A line about it, if you like</source>
        <translation>ひとこと残す（なくても大丈夫です）</translation>
    </message>
    <message>
        <source>A line about it</source>
        <translation>ひとこと</translation>
    </message>
    <message>
        <source>From you</source>
        <translation>自分から</translation>
    </message>
    <message>
        <source>From them</source>
        <translation>相手から</translation>
    </message>
    <message>
        <source>Reconnected with {who}</source>
        <translation>{who}に連絡した</translation>
    </message>
    <message>
        <source>{who} wrote or called first</source>
        <translation>{who}から声をかけてくれた</translation>
    </message>
    <message>
        <source>You wrote or called first</source>
        <translation>自分から声をかけた</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Bring it back…</source>
        <translation>これを戻す…</translation>
    </message>
    <message>
        <source>Choose another backup…</source>
        <translation>ほかの控えを選ぶ…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度ためす</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>控えを探しています…</translation>
    </message>
    <message>
        <source>No backup that is whole lies here</source>
        <translation>ここには、欠けのない控えがありません</translation>
    </message>
    <message>
        <source>One may lie on a stick, in a second place, or on another computer.</source>
        <translation>USBメモリや、控えの二つめの置き場所、ほかのコンピューターにあるかもしれません。</translation>
    </message>
    <message>
        <source>The newest backup: {when}</source>
        <translation>いちばん新しい控え：{when}</translation>
    </message>
    <message>
        <source>Proven when it was made, and just read whole again.</source>
        <translation>作ったときに確かめてあり、いま最後まで読み直しました。</translation>
    </message>
    <message>
        <source>{what}. {read}</source>
        <translation>{what}。{read}</translation>
    </message>
</context>
<context>
    <name>Relocating</name>
    <message>
        <source>Your data was moved</source>
        <translation>データを移しました</translation>
    </message>
    <message>
        <source>It lies in {path} now.</source>
        <translation>これからは {path} にあります。</translation>
    </message>
    <message>
        <source>In {path} a small file stays, “moved.json”, by which Enishi finds it. Please leave it there. Whatever else is left in that folder was not part of the data.</source>
        <translation>{path} には、Enishi が見つけるための小さなファイル「moved.json」が残ります。そのままにしておいてください。ほかに残っているものは、データの一部ではありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>RemarkLine</name>
    <message>
        <source>Press to mend it</source>
        <translation>押すと書き直せます</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>No longer so</source>
        <translation>今はちがう</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>RemarkRows</name>
    <message>
        <source>Would please</source>
        <translation>喜ばれること</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>できること</translation>
    </message>
    <message>
        <source>To know again</source>
        <translation>顔の手がかり</translation>
    </message>
    <message>
        <source>think from their side</source>
        <translation>相手の側から考える</translation>
    </message>
    <message>
        <source>what they know or can do</source>
        <translation>詳しいこと、できること</translation>
    </message>
    <message>
        <source>short hair, an indigo apron…</source>
        <translation>短い髪、藍の前掛け…</translation>
    </message>
    <message>
        <source>{kind}: {words} (until {day})</source>
        <translation>{kind}：{words}（{day}まで）</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前のこと</translation>
    </message>
</context>
<context>
    <name>RemindersPart</name>
    <message>
        <source>Reminders</source>
        <translation>思い出す</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>一日に</translation>
    </message>
    <message>
        <source>People a day</source>
        <translation>一日の人数</translation>
    </message>
    <message>
        <source>At most so many on a day. The rest can wait.</source>
        <translation>一日に多くてもこの人数まで。ほかの人は待っていてくれます。</translation>
    </message>
    <message>
        <source>Born on 29 February</source>
        <translation>2月29日生まれの人</translation>
    </message>
    <message>
        <source>on 28 February</source>
        <translation>2月28日</translation>
    </message>
    <message>
        <source>on 1 March</source>
        <translation>3月1日</translation>
    </message>
    <message>
        <source>When their birthday is kept in the other years.</source>
        <translation>うるう年でない年に、誕生日とする日です。</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>お休みの日</translation>
    </message>
    <message>
        <source>How often, by tag</source>
        <translation>札ごとの目安</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>知らせ</translation>
    </message>
    <message>
        <source>Once a day, at</source>
        <translation>一日に一度の時刻</translation>
    </message>
    <message>
        <source>never</source>
        <translation>知らせない</translation>
    </message>
    <message>
        <source>One notification for all of today’s people.</source>
        <translation>今日の人を、一度にまとめてお知らせします。</translation>
    </message>
    <message>
        <source>Hide names in notifications</source>
        <translation>知らせに名前を出さない</translation>
    </message>
    <message>
        <source>Shows only how many people are waiting.</source>
        <translation>何人いるかだけをお知らせします。</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>今日は静かに</translation>
    </message>
    <message>
        <source>No notification until tomorrow. The people stay on the Today page.</source>
        <translation>明日までお知らせしません。今日の人は「今日」に並んでいます。</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>スマートフォンで</translation>
    </message>
    <message>
        <source>Write a calendar…</source>
        <translation>カレンダーを書き出す…</translation>
    </message>
    <message>
        <source>Your promises, next contacts and birthdays as a calendar file (.ics).</source>
        <translation>自分の約束、次の連絡、誕生日をカレンダーのファイル (.ics) にします。</translation>
    </message>
    <message>
        <source>Calendar for your phone</source>
        <translation>スマートフォンで見るカレンダー</translation>
    </message>
</context>
<context>
    <name>RestorableWords</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>in the second place</source>
        <translation>二つめの置き場所</translation>
    </message>
    <message>
        <source>your data as it was then, put aside</source>
        <translation>戻す前の記録を取っておいたもの</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>proven when made</source>
        <translation>作ったときに確認ずみ</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Bring a backup back</source>
        <translation>控えを戻す</translation>
    </message>
    <message>
        <source>Choose one and type what opens it: the passphrase or the recovery key of its time. It is opened beside your data first; nothing is replaced yet.</source>
        <translation>どれを戻すかを選び、その控えを作ったころの合言葉か回復の鍵を入れてください。まず横で開いて中を確かめます。まだ何も置き換えません。</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>中を確かめる</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>控えを探しています…</translation>
    </message>
    <message>
        <source>A file from elsewhere…</source>
        <translation>ほかの場所のファイル…</translation>
    </message>
    <message>
        <source>Let the keyring open it</source>
        <translation>鍵束で開く</translation>
    </message>
    <message>
        <source>No backup lies here. Choose a file from elsewhere.</source>
        <translation>ここに控えはありません。ほかの場所のファイルを選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>{when}: %n person(s).</source>
        <translation>
            <numerusform>{when}の控え。%n人入っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest change: {day}.</source>
        <translation>いちばん新しい変更: {day}</translation>
    </message>
    <message>
        <source>What is here now is kept whole, beside the backups in {path}, and can be brought back in the same way.</source>
        <translation>いまの記録は {path} にそのまま残し、同じ手順で戻せます。</translation>
    </message>
    <message>
        <source>What opened it now opens your data from then on.</source>
        <translation>戻したあとは、いまこれを開いた合言葉か回復の鍵で開きます。</translation>
    </message>
    <message>
        <source>It opens. Bring it back?</source>
        <translation>開きました。これを戻しますか</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>これを戻す</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Bringing the backup back…</source>
        <translation>控えを戻しています…</translation>
    </message>
    <message>
        <source>It is opened and checked once more before anything is replaced.</source>
        <translation>置き換える前に、もう一度開いて確かめます。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="vanished">やめる</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Reconnected</source>
        <translation>連絡した</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>便りを書く</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Skip this time</source>
        <translation>今回は見送る</translation>
    </message>
    <message>
        <source>No mail address is known</source>
        <translation>メールアドレスがまだありません</translation>
    </message>
    <message>
        <source>{who}: {what}</source>
        <translation>{who}：{what}</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the rejected cards</source>
        <translation>読めなかった名刺を保存</translation>
    </message>
    <message>
        <source>{title} ({number} of {count})</source>
        <translation>{title}（{number}／{count}）</translation>
    </message>
    <message>
        <source>rejected.csv</source>
        <translation>読めなかった名刺.csv</translation>
    </message>
    <message>
        <source>rejected.vcf</source>
        <translation>読めなかった名刺.vcf</translation>
    </message>
</context>
<context>
    <name>SecondRow</name>
    <message>
        <source>A second place for backups</source>
        <translation>控えの二つめの置き場所</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>A stick, or a folder that is synchronised. Every backup is copied there, encrypted as it is here.</source>
        <translation>USBメモリや、同期されるフォルダーです。控えができるたびに、暗号化されたまま、そこにも置きます。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変える…</translation>
    </message>
    <message>
        <source>Last copy: {day}.</source>
        <translation>最後に置いた日: {day}。</translation>
    </message>
    <message>
        <source>The first copy comes with the next backup.</source>
        <translation>次の控えから置きます。</translation>
    </message>
    <message>
        <source>It is tried again at the next backup.</source>
        <translation>次の控えのときにもう一度試します。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>置いています…</translation>
    </message>
    <message>
        <source>Copies go to {path}.</source>
        <translation>控えを {path} にも置きます。</translation>
    </message>
    <message>
        <source>{path} is not there just now.</source>
        <translation>{path} は今つながっていません。</translation>
    </message>
    <message>
        <source>There was no room in {path}.</source>
        <translation>{path} に空きがありませんでした。</translation>
    </message>
    <message>
        <source>{path} could not be written.</source>
        <translation>{path} に書けませんでした。</translation>
    </message>
    <message>
        <source>Copying to {path} did not work.</source>
        <translation>{path} に置けませんでした。</translation>
    </message>
</context>
<context>
    <name>SecurityPart</name>
    <message>
        <source>Security</source>
        <translation>鍵と記録</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>いま鍵をかける</translation>
    </message>
    <message>
        <source>Everything is encrypted. Only the passphrase or the recovery key opens it.</source>
        <translation>すべて暗号にしてあります。開けられるのは合言葉か回復の鍵だけです。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Lock with a passphrase</source>
        <translation>合言葉で鍵をかける</translation>
    </message>
    <message>
        <source>Open without asking on this computer</source>
        <translation>このパソコンでは尋ねずに開く</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps a key of its own.</source>
        <translation>このパソコンの鍵束にも、鍵を一つ預けます。</translation>
    </message>
    <message>
        <source>If you forget the passphrase</source>
        <translation>合言葉を忘れたときは</translation>
    </message>
    <message>
        <source>Check my copy…</source>
        <translation>書き留めた鍵を確かめる…</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation>作り直す…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>回復の鍵</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>あなたの記録</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Only in {folder}. Nothing is sent anywhere, no account is needed.</source>
        <translation>{folder} の中だけにあります。外へは送られず、登録もいりません。</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移す…</translation>
    </message>
    <message>
        <source>Where it lives</source>
        <translation>置き場所</translation>
    </message>
    <message>
        <source>Show me that it works</source>
        <translation>開けるか確かめる</translation>
    </message>
    <message>
        <source>Bring one back…</source>
        <translation>控えを戻す…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>控え</translation>
    </message>
    <message>
        <source>Open the bin</source>
        <translation>ごみ箱を開く</translation>
    </message>
    <message>
        <source>Deleted people</source>
        <translation>削除した人</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>すべて消す…</translation>
    </message>
    <message>
        <source>People, notes, backups and keys, for good. What would go is shown first.</source>
        <translation>人、メモ、控え、鍵を完全に消します。何が消えるかを先にお見せします。</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>すべて消す</translation>
    </message>
    <message>
        <source>Lock when not in use</source>
        <translation>使わないときに鍵をかける</translation>
    </message>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>%n分後</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>かけない</translation>
    </message>
    <message>
        <source>A time asleep counts: after a night the computer wakes up locked.</source>
        <translation>眠っていた時間も数えます。一晩おいたパソコンは、鍵のかかった画面で始まります。</translation>
    </message>
    <message>
        <source>Lock with the screen</source>
        <translation>画面のロックと一緒に鍵をかける</translation>
    </message>
    <message>
        <source>Also when the computer sleeps or another user takes over. Then the passphrase is asked for, and reminders come without names.</source>
        <translation>スリープやユーザーの切り替えのときもかけます。次に開くには合言葉が要り、お知らせに名前は出ません。</translation>
    </message>
    <message>
        <source>The only other way in. It was shown once and is kept nowhere.</source>
        <translation>もう一つの、ただ一つの開けかたです。一度だけお見せし、どこにも残していません。</translation>
    </message>
    <message>
        <source>Keep it on paper, away from this computer.</source>
        <translation>紙に書いて、パソコンとは別のところへ。</translation>
    </message>
    <message>
        <source>Written down on %1</source>
        <translation>%1に控えました</translation>
    </message>
    <message>
        <source>It was shown once and is kept nowhere, so it cannot be shown again. If you do not have it on paper, the passphrase is the only way in: write that down.</source>
        <translation>一度だけお見せしました。どこにも残していないので、もうお見せできません。紙に控えていなければ、開けられるのは合言葉だけです。合言葉を紙に書いておいてください。</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>確かめていません</translation>
    </message>
    <message>
        <source>In {folder}, which is a network drive or is synchronised: the last changes may be lost there. Better move it to this computer; backups can go on coming here.</source>
        <translation>{folder} にあります。ネットワーク上か、同期されているフォルダーなので、最後の変更が失われるおそれがあります。このパソコンに移すのが安心です。控えはここに置き続けられます。</translation>
    </message>
    <message>
        <source>In {folder}, which is a network drive or is synchronised: the last changes may be lost there. Better keep it on this computer, and choose that folder as the second place for backups.</source>
        <translation type="vanished">{folder} にあります。ネットワーク上か同期フォルダーの中なので、最後の変更が失われるおそれがあります。記録はこのパソコンに置き、そのフォルダーは控えの置き場所にするのが安心です。</translation>
    </message>
    <message>
        <source>Beside it lies another version, which is not opened: {name}.</source>
        <translation>となりに別の版があります（開いていません）：{name}</translation>
    </message>
    <message>
        <source>Made by itself once a day and before every import.</source>
        <translation>一日に一度、また取り込みの前に、ひとりでに作ります。</translation>
    </message>
    <message>
        <source>The newest is of {day}.</source>
        <translation>いちばん新しい控えは{day}のものです。</translation>
    </message>
    <message>
        <source>Kept for 30 days, still encrypted, then erased for good.</source>
        <translation>30日のあいだ暗号のまま残り、そのあと消えます。</translation>
    </message>
    <message numerus="yes">
        <source>%n in the bin now.</source>
        <translation>
            <numerusform>いま%n人います。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>A second place for backups</source>
        <translation>控えの二つめの置き場所</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>SeveralMenu</name>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>ごみ箱へ移す</translation>
    </message>
</context>
<context>
    <name>SeveralPane</name>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>ごみ箱へ移す</translation>
    </message>
    <message>
        <source>Select one again</source>
        <translation>選択を解く</translation>
    </message>
    <message numerus="yes">
        <source>%n people are selected</source>
        <translation>
            <numerusform>%n人を選んでいます</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {others} more</source>
        <translation>{names}、ほか{others}人</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Show as a QR code</source>
        <translation>QRコードを見せる</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Quick log</source>
        <translation>ひとこと記録</translation>
    </message>
    <message>
        <source>Gatherings</source>
        <translation>集まり</translation>
    </message>
    <message>
        <source>Write notes on cards</source>
        <translation>名刺のメモを書く</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>人を書き足す</translation>
    </message>
    <message>
        <source>New person from a copied signature</source>
        <translation>コピーした署名から新しい人</translation>
    </message>
    <message>
        <source>New gathering</source>
        <translation>新しい集まり</translation>
    </message>
    <message>
        <source>Recall faces</source>
        <translation>顔を思い出す</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>同じ人かもしれない組</translation>
    </message>
    <message>
        <source>Export people…</source>
        <translation>人を書き出す…</translation>
    </message>
    <message>
        <source>Calendar for your phone…</source>
        <translation>スマートフォンで見るカレンダー…</translation>
    </message>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Days away…</source>
        <translation>留守にする日…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show me that my backup works</source>
        <translation>控えが開けるか確かめる</translation>
    </message>
    <message>
        <source>Bring a backup back…</source>
        <translation>控えを戻す…</translation>
    </message>
    <message>
        <source>Move the data to another folder…</source>
        <translation>データを別のフォルダーに移す…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>合言葉を変える…</translation>
    </message>
    <message>
        <source>Check my recovery key…</source>
        <translation>回復の鍵を確かめる…</translation>
    </message>
    <message>
        <source>Make a new recovery key…</source>
        <translation>回復の鍵を作り直す…</translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <translation>このページのキー</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鍵をかける</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了する</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Compare with</source>
        <translation>見比べる人</translation>
    </message>
    <message>
        <source>What you have</source>
        <translation>いまの登録</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>名刺ファイル</translation>
    </message>
    <message>
        <source>the present photo</source>
        <translation>いまの写真</translation>
    </message>
    <message>
        <source>the photo of the card</source>
        <translation>名刺の写真</translation>
    </message>
    <message>
        <source>what you have</source>
        <translation>いまの登録</translation>
    </message>
    <message>
        <source>on the card</source>
        <translation>名刺ファイル</translation>
    </message>
    <message>
        <source>keep both</source>
        <translation>両方残す</translation>
    </message>
    <message>
        <source>%1 (the same)</source>
        <translation>%1&#x3000;（同じ）</translation>
    </message>
    <message>
        <source>%1 (is added)</source>
        <translation>%1&#x3000;（加わります）</translation>
    </message>
    <message>
        <source>Values not chosen stay in the earlier details</source>
        <translation>選ばなかった値も「以前の情報」に残ります</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n person(s) today</source>
        <translation>
            <numerusform>今日は%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Gatherings</source>
        <translation>集まり</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minute(s)</source>
        <translation>
            <numerusform>%n分で自動的に鍵</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>鍵をかける</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>探す</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>Understood: {words}</source>
        <translation>読みとったこと：{words}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>まだ誰もいません</translation>
    </message>
    <message>
        <source>Bring in your cards, or press {key} to write somebody down</source>
        <translation>名刺を取り込むか、{key} で一人ずつ書きとめます</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Use a file (.vcf or .csv) from your phone book or business card app.</source>
        <translation>電話帳や名刺アプリから書き出した
ファイル（.vcf か .csv）を使います。</translation>
    </message>
    <message>
        <source>Put the file here</source>
        <translation>ここにファイルを置く</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Write one person</source>
        <translation>一人だけ書く</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
</context>
<context>
    <name>StepThread</name>
    <message>
        <source>Step {number} of {total}: {title}</source>
        <translation>{total}段のうち{number}段目、{title}</translation>
    </message>
</context>
<context>
    <name>StepTrail</name>
    <message>
        <source>Step {number} of {total}: {title}</source>
        <translation>{total}段のうち{number}段目、{title}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Cards of this evening</source>
        <translation>この集まりの名刺</translation>
    </message>
    <message>
        <source>Cards exchanged</source>
        <translation>交わした名刺</translation>
    </message>
</context>
<context>
    <name>TagRhythmRows</name>
    <message>
        <source>Whoever bears this tag, and has no rhythm of their own.</source>
        <translation>この札のある人で、目安を別に決めていない人。</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>New tag</source>
        <translation>新しい札</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>札を入れて Enter</translation>
    </message>
    <message>
        <source>Tag; Delete takes it away</source>
        <translation>札。Delete で外す</translation>
    </message>
    <message>
        <source>+ Add tag</source>
        <translation>＋ 札を付ける</translation>
    </message>
    <message>
        <source>Everyone with this tag</source>
        <translation>この札の人</translation>
    </message>
    <message>
        <source>Take the tag away</source>
        <translation>札を外す</translation>
    </message>
</context>
<context>
    <name>ThinnerLine</name>
    <message>
        <source>Less often</source>
        <translation>間をあける</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>このまま</translation>
    </message>
</context>
<context>
    <name>ThreadProgress</name>
    <message numerus="yes">
        <source>%n of {all} done</source>
        <translation>
            <numerusform>{all}枚のうち%n枚を書きました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TiePanel</name>
    <message>
        <source>Tie</source>
        <translation>縁</translation>
    </message>
    <message>
        <source>Two years</source>
        <translation>この2年</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message numerus="yes">
        <source>%n newer: show them</source>
        <translation>
            <numerusform>これより新しい %n 件を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>Space: {action}</source>
        <translation>Space：{action}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>So far</source>
        <translation>これまで</translation>
    </message>
    <message>
        <source>Edit	E</source>
        <translation>編集	E</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>{name}を開く</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>取りのぞく	Del</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Perhaps a good moment?</source>
        <translation>そろそろ、いかがですか</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>次の人</translation>
    </message>
    <message>
        <source>Next person (→)</source>
        <translation>次の人（→）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{total}人のうち{number}人目</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>TodayHeader</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Date them today</source>
        <translation>今日の日付にする</translation>
    </message>
    <message>
        <source>Some entries are dated in the future</source>
        <translation>これからの日付になっている記録があります</translation>
    </message>
    <message>
        <source>The clock was ahead when they were written. If the day above is right, they can be dated today.</source>
        <translation>書いたときに、時計が進んでいたようです。上の日付が正しければ、今日の日付に直せます。</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>思い出す人</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>open person</source>
        <translation>人を開く</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Knots = from them: replied · reached out · introduced</source>
        <translation>結び目＝相手から：返事・声かけ・紹介</translation>
    </message>
    <message>
        <source>Import cards</source>
        <translation>名刺を取り込む</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>まだ、どなたもいません</translation>
    </message>
    <message>
        <source>Bring in your business cards, and Enishi will think of them with you.</source>
        <translation>名刺を取り込むと、思い出すころをお知らせします。</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>no</source>
        <translation>0</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>four</source>
        <translation>4</translation>
    </message>
    <message>
        <source>five</source>
        <translation>5</translation>
    </message>
    <message>
        <source>six</source>
        <translation>6</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>7</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>9</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>10</translation>
    </message>
    <message>
        <source>A day off. Only what has its day is here.</source>
        <translation>今日はお休みの日。日の決まっていることだけです。</translation>
    </message>
    <message>
        <source>One person worth a line. The rest can wait.</source>
        <translation>一言添えたい人が1人います。あとの人は、またの日に。</translation>
    </message>
    <message>
        <source>{count} people worth a line. The rest can wait.</source>
        <translation>一言添えたい人が{count}人います。あとの人は、またの日に。</translation>
    </message>
    <message>
        <source>{count} people worth a thought. No rush.</source>
        <translation>思い出したい人が{count}人います。急がなくて大丈夫です。</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>おかえりなさい</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>That is all for today</source>
        <translation>今日の分は、これで終わりです</translation>
    </message>
    <message>
        <source>Today is a day off</source>
        <translation>今日はお休みの日です</translation>
    </message>
    <message>
        <source>Tomorrow morning there may be one or two people again.</source>
        <translation>また明日の朝、一人か二人だけお知らせします。</translation>
    </message>
    <message>
        <source>Only this one today. The rest can wait until {day}.</source>
        <translation>今日はこの1人だけ。あとは、また{day}に。</translation>
    </message>
    <message>
        <source>Only these {count} today. The rest can wait until {day}.</source>
        <translation>今日はこの{count}人だけ。あとは、また{day}に。</translation>
    </message>
    <message>
        <source>Only these {count} today. The rest can wait.</source>
        <translation>今日はこの{count}人だけ。あとは、また明日。</translation>
    </message>
    <message>
        <source>{count} more in the last 3 months</source>
        <translation>この3か月で {count}人増えました</translation>
    </message>
    <message>
        <source>{name} ({reading})</source>
        <translation>{name}（{reading}）</translation>
    </message>
    <message>
        <source>You promised: {what}</source>
        <translation>約束：{what}</translation>
    </message>
    <message>
        <source>You wanted to be in touch with {who}</source>
        <translation>{who}に、連絡するころです</translation>
    </message>
    <message>
        <source>You met {who} a short while ago</source>
        <translation>{who}と、出会ったばかりです</translation>
    </message>
    <message>
        <source>{who} has a birthday</source>
        <translation>{who}の誕生日です</translation>
    </message>
    <message>
        <source>You wrote to {who}, and it is quiet</source>
        <translation>{who}に送ったきり、静かです</translation>
    </message>
    <message>
        <source>It may be time for a line to {who}</source>
        <translation>そろそろ、{who}にひとこと、いかがですか</translation>
    </message>
    <message>
        <source>{who} wrote, and has no answer yet</source>
        <translation>{who}から、声がかかっています</translation>
    </message>
    <message>
        <source>By today. Reconnected also means kept.</source>
        <translation>今日までの約束です。「連絡した」で、果たしたことになります。</translation>
    </message>
    <message>
        <source>By {day}. Reconnected also means kept.</source>
        <translation>{day}までの約束です。「連絡した」で、果たしたことになります。</translation>
    </message>
    <message>
        <source>You set it for today.</source>
        <translation>今日、と決めた日です。</translation>
    </message>
    <message>
        <source>Next contact was set for {day}.</source>
        <translation>次に連絡は{day}の予定でした。</translation>
    </message>
    <message>
        <source>It is today.</source>
        <translation>今日です。</translation>
    </message>
    <message>
        <source>It was on {day}. A late wish is a wish.</source>
        <translation>{day}でした。遅れたお祝いも、うれしいものです。</translation>
    </message>
    <message>
        <source>Sent on {day}. One more gentle line, then let it rest.</source>
        <translation>{day}に送りました。もう一度だけ、軽くひとこと。</translation>
    </message>
    <message>
        <source>By your rhythm, from {day} on.</source>
        <translation>次に会う目安は、{day}からです。</translation>
    </message>
    <message>
        <source>You exchanged cards on {day}, {place}.</source>
        <translation>{day}に{place}で、名刺を交わしました。</translation>
    </message>
    <message>
        <source>You exchanged cards on {day}.</source>
        <translation>{day}に名刺を交わしました。</translation>
    </message>
    <message>
        <source>It came on {day}.</source>
        <translation>届いたのは{day}です。</translation>
    </message>
    <message>
        <source>Also: {reasons}</source>
        <translation>ほかに：{reasons}</translation>
    </message>
    <message>
        <source>Would please them</source>
        <translation>喜ばれること</translation>
    </message>
    <message>
        <source>On {day} there may be one or two people again.</source>
        <translation>また{day}に、一人か二人だけお知らせします。</translation>
    </message>
    <message>
        <source>How you met</source>
        <translation>出会い</translation>
    </message>
    <message>
        <source>Last met {day}.</source>
        <translation>前に会ったのは {day}。</translation>
    </message>
    <message>
        <source>Last talked {day}, {who} called.</source>
        <translation>前に話したのは {day}、{who}から。</translation>
    </message>
    <message>
        <source>Last talked {day}, you called.</source>
        <translation>前に話したのは {day}、自分から。</translation>
    </message>
    <message>
        <source>Last talked {day}.</source>
        <translation>前に話したのは {day}。</translation>
    </message>
    <message>
        <source>Last wrote {day}, {who} did.</source>
        <translation>前の便りは {day}、{who}から。</translation>
    </message>
    <message>
        <source>Last wrote {day}, you did.</source>
        <translation>前の便りは {day}、自分から。</translation>
    </message>
    <message>
        <source>Last wrote {day}.</source>
        <translation>前の便りは {day}。</translation>
    </message>
    <message>
        <source>Last contact {day}.</source>
        <translation>前のやりとりは {day}。</translation>
    </message>
    <message>
        <source>Not this time, three times. Once a year instead?</source>
        <translation>3回続けて見送りました。1年ごとにしますか</translation>
    </message>
    <message numerus="yes">
        <source>Not this time, three times. Every %n month(s) instead?</source>
        <translation>
            <numerusform>3回続けて見送りました。%nか月ごとにしますか</numerusform>
        </translation>
    </message>
    <message>
        <source>Reconnected with {who} ({time})</source>
        <translation>{who}に連絡した（{time}）</translation>
    </message>
    <message>
        <source>{count} people worth a thought</source>
        <translation>思い出したい人が {count}人います</translation>
    </message>
    <message>
        <source>One person worth a thought. No rush.</source>
        <translation>思い出したい人が1人います。急がなくて大丈夫です。</translation>
    </message>
    <message>
        <source>Only this one today. The rest can wait.</source>
        <translation>今日はこの1人だけ。あとは、また明日。</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A first line while it is fresh.</source>
        <translation>覚えているうちに、はじめの一言を。</translation>
    </message>
    <message>
        <source>One person worth a thought</source>
        <translation>思い出したい人が 1人います</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Enishi</source>
        <translation>Enishi を開く</translation>
    </message>
    <message>
        <source>Quick log</source>
        <translation>ひとこと記録</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>No notice today</source>
        <translation>今日は知らせない</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鍵をかける</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>{count} to go</source>
        <translation>あと {count}人</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>終わりました</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>TwoPeople</name>
    <message>
        <source>Timeline, cards, tags and reminders of both come together. Values not chosen stay in the earlier details.</source>
        <translation>これまで・名刺・札・次に連絡は、すべてひとつになります。選ばなかった値は「以前の情報」に残ります。</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>the photo at the left</source>
        <translation>左の写真</translation>
    </message>
    <message>
        <source>the photo at the right</source>
        <translation>右の写真</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>both stay</source>
        <translation>両方残す</translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見せる</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>回復の鍵</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>合言葉を使う</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>回復の鍵を使う</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Asking the keyring of this computer…</source>
        <translation>このパソコンの鍵束に尋ねています…</translation>
    </message>
</context>
<context>
    <name>UnreadText</name>
    <message>
        <source>As it stands in the file</source>
        <translation>ファイルの原文</translation>
    </message>
</context>
<context>
    <name>UnwrittenCards</name>
    <message>
        <source>{cards}: {left}</source>
        <translation>{cards}：{left}</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>メモを書く</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) have no notes yet.</source>
        <translation>
            <numerusform>%n枚にまだメモがありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>While you remember: half a minute each.</source>
        <translation>覚えているうちに、1枚30秒で。</translation>
    </message>
</context>
<context>
    <name>WayDialog</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>WayField</name>
    <message>
        <source>Use the passphrase</source>
        <translation>合言葉を使う</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>回復の鍵を使う</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>回復の鍵</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>合言葉</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日（ddd）</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>yyyy年M月d日（ddd）</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日&#x3000;dddd</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>the {day}.</source>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>MMMM</source>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n日前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n週間前</numerusform>
        </translation>
    </message>
    <message>
        <source>half a year ago</source>
        <translation>半年前</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%nか月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n年前</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}-san</source>
        <translation>{name}さん</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>会った</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>手紙・はがき</translation>
    </message>
    <message>
        <source>Exchanged cards</source>
        <translation>名刺を交わした</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>紹介</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>贈り物</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>力添え</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>from them</source>
        <translation>相手から</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>自分から</translation>
    </message>
    <message>
        <source>both</source>
        <translation>おたがい</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>どちらとも</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>返事</translation>
    </message>
    <message>
        <source>{who} reached out</source>
        <translation>{who}から声かけ</translation>
    </message>
    <message>
        <source>{who} came to meet you</source>
        <translation>{who}が会いに来てくれた</translation>
    </message>
    <message>
        <source>You met</source>
        <translation>会った</translation>
    </message>
    <message>
        <source>You called</source>
        <translation>電話した</translation>
    </message>
    <message>
        <source>You talked</source>
        <translation>電話で話した</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>便りを出した</translation>
    </message>
    <message>
        <source>Introduced someone to you</source>
        <translation>紹介してくれた</translation>
    </message>
    <message>
        <source>You introduced someone</source>
        <translation>紹介した</translation>
    </message>
    <message>
        <source>Gave you something</source>
        <translation>贈り物をくれた</translation>
    </message>
    <message>
        <source>You gave something</source>
        <translation>贈り物をした</translation>
    </message>
    <message>
        <source>Helped you</source>
        <translation>力を貸してくれた</translation>
    </message>
    <message>
        <source>You helped</source>
        <translation>力を貸した</translation>
    </message>
    <message>
        <source>where it began</source>
        <translation>縁のはじまり</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>先方の約束</translation>
    </message>
    <message>
        <source>kept on {day}</source>
        <translation>{day}に果たしました</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>{near}, {day}</source>
        <translation>{near} {day}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>果たした</translation>
    </message>
    <message>
        <source>They kept it</source>
        <translation>果たしてくれた</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>前回 {day} から</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) from them</source>
        <translation>
            <numerusform>相手から %n回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>約束 %nつ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) of theirs</source>
        <translation>
            <numerusform>先方の約束 %nつ</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message>
        <source>{start}: {what}</source>
        <translation>{start}&#x3000;{what}</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>返事がくる</translation>
    </message>
    <message>
        <source>Reached out to you</source>
        <translation>声をかけてくれた</translation>
    </message>
    <message>
        <source>Introduced or helped</source>
        <translation>紹介・力添え</translation>
    </message>
    <message numerus="yes">
        <source>{replied} of %n letter(s)</source>
        <translation>
            <numerusform>%n通のうち {replied}通</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>{span} since {day} (you chose every {every})</source>
        <translation>{day}から {span}（目安は{every}ごと）</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>ご無沙汰</translation>
    </message>
    <message>
        <source>{times} · {day}</source>
        <translation>{times}・{day}</translation>
    </message>
    <message>
        <source>Nothing from them in two years yet</source>
        <translation>この2年、相手からはまだありません</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>約束</translation>
    </message>
    <message>
        <source>for {day}</source>
        <translation>{day}の予定</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>次に連絡</translation>
    </message>
    <message>
        <source>Newly met</source>
        <translation>出会ったばかり</translation>
    </message>
    <message>
        <source>a first line while it is fresh</source>
        <translation>覚えているうちに、最初のひとこと</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Your letter</source>
        <translation>送った便り</translation>
    </message>
    <message>
        <source>of {day}, quiet since</source>
        <translation>{day}に送って、そのまま</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>まだ返していません</translation>
    </message>
    <message>
        <source>Reached out</source>
        <translation>声かけ</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%nか月</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} – {fact}</source>
        <translation>{words}— {fact}</translation>
    </message>
    <message>
        <source>Promise · {day}</source>
        <translation>約束 · {day}</translation>
    </message>
    <message>
        <source>Next contact · {day}</source>
        <translation>次に連絡・{day}</translation>
    </message>
    <message>
        <source>Birthday · {day}</source>
        <translation>誕生日 · {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) quiet</source>
        <translation>
            <numerusform>%nか月ぶり</numerusform>
        </translation>
    </message>
    <message>
        <source>Same name as someone you know</source>
        <translation>同じ名前の人がいます</translation>
    </message>
    <message>
        <source>Same mail address, another name</source>
        <translation>メールは同じで、名前が違います</translation>
    </message>
    <message>
        <source>Same phone number, another name</source>
        <translation>電話は同じで、名前が違います</translation>
    </message>
    <message>
        <source>A similar name at the same company</source>
        <translation>会社が同じで、名前が似ています</translation>
    </message>
    <message>
        <source>Some details differ</source>
        <translation>違うところがあります</translation>
    </message>
    <message>
        <source>It could be several people</source>
        <translation>あてはまる人が何人かいます</translation>
    </message>
    <message>
        <source>The card has no end</source>
        <translation>カードの終わりがありません</translation>
    </message>
    <message>
        <source>The card is too large</source>
        <translation>カードが大きすぎます</translation>
    </message>
    <message>
        <source>The card has too many lines</source>
        <translation>カードの行が多すぎます</translation>
    </message>
    <message>
        <source>Cards inside cards, too deep</source>
        <translation>カードの入れ子が深すぎます</translation>
    </message>
    <message>
        <source>More cards than one file may hold</source>
        <translation>1つのファイルの上限を超えています</translation>
    </message>
    <message>
        <source>Reading it took too long</source>
        <translation>読むのに時間がかかりすぎました</translation>
    </message>
    <message>
        <source>A line could not be read</source>
        <translation>読めない行があります</translation>
    </message>
    <message>
        <source>There is nothing on the card</source>
        <translation>カードに何も書かれていません</translation>
    </message>
</context>
<context>
    <name>_AskDay</name>
    <message>
        <source>Until when?</source>
        <translation>いつまで休みますか</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>この日まで</translation>
    </message>
</context>
<context>
    <name>_AskHost</name>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>This opens in your browser:</source>
        <translation>ブラウザーでこの場所を開きます</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>_LockLine</name>
    <message>
        <source>Lock now ({key})</source>
        <translation>いま鍵をかける（{key}）</translation>
    </message>
</context>
</TS>
