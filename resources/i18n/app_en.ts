<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>BinPane</name>
    <message numerus="yes">
        <source>%n entry(ies) of the timeline come back too.</source>
        <translation>
            <numerusform>One entry of the timeline comes back too.</numerusform>
            <numerusform>%n entries of the timeline come back too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the bin. Let go in %n day(s).</source>
        <translation>
            <numerusform>In the bin. Let go in one day.</numerusform>
            <numerusform>In the bin. Let go in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message numerus="yes">
        <source>%n is here already.</source>
        <translation>
            <numerusform>One is here already.</numerusform>
            <numerusform>%n are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that are far off are not shown.</source>
        <translation>
            <numerusform>One more that is far off is not shown.</numerusform>
            <numerusform>%n more that are far off are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>One could not be read.</numerusform>
            <numerusform>%n could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n</source>
        <translation>
            <numerusform>Take one</numerusform>
            <numerusform>Take %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message numerus="yes">
        <source>Of %n of them it is certain who they are; only details differ.</source>
        <translation>
            <numerusform>Of one of them it is certain who it is; only details differ.</numerusform>
            <numerusform>Of %n of them it is certain who they are; only details differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge these %n</source>
        <translation>
            <numerusform>Merge this one</numerusform>
            <numerusform>Merge these %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message numerus="yes">
        <source>%n card(s) wait for your look</source>
        <translation>
            <numerusform>%n card waits for your look</numerusform>
            <numerusform>%n cards wait for your look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <translation>
            <numerusform>%1 and %n more file</numerusform>
            <numerusform>%1 and %n more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: you answered %n card(s) of %2. Nothing has been imported yet.</source>
        <translation>
            <numerusform>%1: you answered %n card of %2. Nothing has been imported yet.</numerusform>
            <numerusform>%1: you answered %n cards of %2. Nothing has been imported yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DailyNotice</name>
    <message numerus="yes">
        <source>And %n more today</source>
        <translation>
            <numerusform>And one more today</numerusform>
            <numerusform>And %n more today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrillDialog</name>
    <message numerus="yes">
        <source>%n person(s) in it.</source>
        <translation>
            <numerusform>%n person is in it.</numerusform>
            <numerusform>%n people are in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateWords</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPane</name>
    <message numerus="yes">
        <source>%n pair(s) wait for later.</source>
        <translation>
            <numerusform>%n pair waits for later.</numerusform>
            <numerusform>%n pairs wait for later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierWords</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of people you knew</source>
        <translation>
            <numerusform>%n of a person you knew</numerusform>
            <numerusform>%n of people you knew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said nothing new</source>
        <translation>
            <numerusform>%n said nothing new</numerusform>
            <numerusform>%n said nothing new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n not read</numerusform>
            <numerusform>%n not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n other change(s).</source>
        <translation>
            <numerusform>And one other change.</numerusform>
            <numerusform>And %n other changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) to write</source>
        <translation>
            <numerusform>%n reminder to write</numerusform>
            <numerusform>%n reminders to write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) you knew will be as before.</source>
        <translation>
            <numerusform>%n person you knew will be as before.</numerusform>
            <numerusform>%n people you knew will be as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n person(s), with all that you wrote about them</source>
        <translation>
            <numerusform>One person, with all that you wrote about them</numerusform>
            <numerusform>%n people, with all that you wrote about them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s):</source>
        <translation>
            <numerusform>One backup:</numerusform>
            <numerusform>%n backups:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) in {path}</source>
        <translation>
            <numerusform>One copy in {path}</numerusform>
            <numerusform>%n copies in {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n person(s) written</source>
        <translation>
            <numerusform>%n person written</numerusform>
            <numerusform>%n people written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message numerus="yes">
        <source>%n day(s) written</source>
        <translation>
            <numerusform>One day written</numerusform>
            <numerusform>%n days written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FromGathering</name>
    <message numerus="yes">
        <source>Are these %n card(s) from a gathering?</source>
        <translation>
            <numerusform>Is this card from a gathering?</numerusform>
            <numerusform>Are these %n cards from a gathering?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatheringPane</name>
    <message numerus="yes">
        <source>Cards received there: %n</source>
        <translation>
            <numerusform>Cards received there: %n</numerusform>
            <numerusform>Cards received there: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatheringWords</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) so far</source>
        <translation>
            <numerusform>Once so far</numerusform>
            <numerusform>%n times so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatheringsPane</name>
    <message numerus="yes">
        <source>%n people bear “{name}”, {day}. One gathering?</source>
        <translation>
            <numerusform>One person bears “{name}”, {day}. A gathering?</numerusform>
            <numerusform>%n people bear “{name}”, {day}. One gathering?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were met on {day}. At one gathering?</source>
        <translation>
            <numerusform>One person was met on {day}. At a gathering?</numerusform>
            <numerusform>%n people were met on {day}. At one gathering?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLayout</name>
    <message numerus="yes">
        <source>%n card(s) of earlier imports</source>
        <translation>
            <numerusform>%n card of an earlier import</numerusform>
            <numerusform>%n cards of earlier imports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n card(s)</source>
        <translation>
            <numerusform>Import %n card</numerusform>
            <numerusform>Import %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n card(s) for later</source>
        <translation>
            <numerusform>Keep %n card for later</numerusform>
            <numerusform>Keep %n cards for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new person(s)</source>
        <translation>
            <numerusform>%n new person</numerusform>
            <numerusform>%n new people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) added to people you know</source>
        <translation>
            <numerusform>%n card added to someone you know</numerusform>
            <numerusform>%n cards added to people you know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) said nothing new</source>
        <translation>
            <numerusform>%n card said nothing new</numerusform>
            <numerusform>%n cards said nothing new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) wait for your look</source>
        <translation>
            <numerusform>%n card waits for your look</numerusform>
            <numerusform>%n cards wait for your look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) could not be read; kept as they were</source>
        <translation>
            <numerusform>%n card could not be read; kept as it was</numerusform>
            <numerusform>%n cards could not be read; kept as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) left out</source>
        <translation>
            <numerusform>%n card left out</numerusform>
            <numerusform>%n cards left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n more phone number(s)</source>
        <translation>
            <numerusform>%n more phone number</numerusform>
            <numerusform>%n more phone numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more mail address(es)</source>
        <translation>
            <numerusform>%n more mail address</numerusform>
            <numerusform>%n more mail addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more address(es)</source>
        <translation>
            <numerusform>%n more address</numerusform>
            <numerusform>%n more addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) read.</source>
        <translation>
            <numerusform>%n card read.</numerusform>
            <numerusform>%n cards read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are kept as they were</source>
        <translation>
            <numerusform>%n line is kept as it was</numerusform>
            <numerusform>%n lines are kept as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message numerus="yes">
        <source> / %n card(s)</source>
        <translation>
            <numerusform> / %n card</numerusform>
            <numerusform> / %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesWords</name>
    <message numerus="yes">
        <source>%n card(s) without notes</source>
        <translation>
            <numerusform>%n card without notes</numerusform>
            <numerusform>%n cards without notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n people are in the bin for 30 days</source>
        <translation>
            <numerusform>%n person is in the bin for 30 days</numerusform>
            <numerusform>%n people are in the bin for 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are back from the bin</source>
        <translation>
            <numerusform>%n person is back from the bin</numerusform>
            <numerusform>%n people are back from the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has 28 characters in 7 groups; %n were typed.</source>
        <translation>
            <numerusform>It has 28 characters in 7 groups; %n was typed.</numerusform>
            <numerusform>It has 28 characters in 7 groups; %n were typed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickLogWords</name>
    <message numerus="yes">
        <source>%n more: a given name or a reading tells them apart</source>
        <translation>
            <numerusform>%n more may be meant: a given name or a reading tells them apart</numerusform>
            <numerusform>%n more may be meant: a given name or a reading tells them apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message numerus="yes">
        <source>%n card(s) read</source>
        <translation>
            <numerusform>%n card read</numerusform>
            <numerusform>%n cards read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>Could be one of %n people</source>
        <translation>
            <numerusform>Could be %n person</numerusform>
            <numerusform>Could be one of %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorableWords</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>{when}: %n person(s).</source>
        <translation>
            <numerusform>{when}: one person.</numerusform>
            <numerusform>{when}: %n people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecurityPart</name>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>after one minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the bin now.</source>
        <translation>
            <numerusform>%n in the bin now.</numerusform>
            <numerusform>%n in the bin now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPane</name>
    <message numerus="yes">
        <source>%n people are selected</source>
        <translation>
            <numerusform>%n person is selected</numerusform>
            <numerusform>%n people are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n person(s) today</source>
        <translation>
            <numerusform>%n person today</numerusform>
            <numerusform>%n people today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minute(s)</source>
        <translation>
            <numerusform>Locks after %n minute</numerusform>
            <numerusform>Locks after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadProgress</name>
    <message numerus="yes">
        <source>%n of {all} done</source>
        <translation>
            <numerusform>%n of {all} done</numerusform>
            <numerusform>%n of {all} done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message numerus="yes">
        <source>%n newer: show them</source>
        <translation>
            <numerusform>%n newer: show it</numerusform>
            <numerusform>%n newer: show them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>Not this time, three times. Every %n month(s) instead?</source>
        <translation>
            <numerusform>Not this time, three times. Every month instead?</numerusform>
            <numerusform>Not this time, three times. Every %n months instead?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnwrittenCards</name>
    <message numerus="yes">
        <source>%n card(s) have no notes yet.</source>
        <translation>
            <numerusform>%n card has no notes yet.</numerusform>
            <numerusform>%n cards have no notes yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) from them</source>
        <translation>
            <numerusform>once from them</numerusform>
            <numerusform>%n times from them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>one promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) of theirs</source>
        <translation>
            <numerusform>one promise of theirs</numerusform>
            <numerusform>%n promises of theirs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{replied} of %n letter(s)</source>
        <translation>
            <numerusform>{replied} of %n letter</numerusform>
            <numerusform>{replied} of %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) quiet</source>
        <translation>
            <numerusform>Quiet for %n month</numerusform>
            <numerusform>Quiet for %n months</numerusform>
        </translation>
    </message>
</context>
</TS>
