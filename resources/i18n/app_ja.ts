<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Button</name>
    <message>
        <source>Key {key}</source>
        <translation>キー {key}</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail or phone agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it was, nothing is thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reading yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <comment>chip</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and more differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Could be one of %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more phone number(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more mail address(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more address(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Some details are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is the same, but nothing else is. Do you know this person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail address is the same, the name is not. Is it the same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number is the same, the name is not. Is it the same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is someone you know. The card says something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one person fits. Who is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no colon in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a whole date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a picture to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n line(s) are kept as they were</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the tags of {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is in the bin for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are in the bin for 30 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{who} is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a different person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the card out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down for {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact with {who} is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnected with {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} can wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} rests this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you have a backup, it can be restored on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Enishi data here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked in {path}. {untouched}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is Enishi data here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in {path}. {untouched}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is not an encrypted one of Enishi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not fit the data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and data belong to different stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data was written by a newer Enishi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs version {needed}; this one knows {known}. {untouched} Please install the newer Enishi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enishi is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or command is using this data. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder belongs to another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was left as it is. Choose a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let Enishi read or write here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was left as it is. Check who may use this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system could not read or write the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said: {reason}. {untouched}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Make some room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So nothing was changed. Check the room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a backup of Enishi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be damaged. {untouched}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file with this name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was left as it is. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database engine is not safe to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lacks: {lack}. {untouched} Please reinstall Enishi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{untouched} Everything is still in {path}. {backup}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or use the recovery key. Nothing is lost by trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data has no passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That recovery key belongs to other data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is well written, but not the one of this data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a slip in the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at group {groups} once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has 28 characters in 7 groups; %n were typed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A passphrase is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without one nobody could open the data again. Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer is of no help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase and your recovery key still open everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted or taken back meanwhile. Nothing else changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. Look at it again, then repeat your change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something newer builds on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the newer change back first. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program took the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has none set for it. You can copy it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is unchanged. Check the folder and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file did not prove right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not kept: another program would have read other values from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>{name} ({reading})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last contact {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tie: {knots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReconnectPrompt</name>
    <message>
        <source>A line about it, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnected with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote or called first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote or called first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">元に戻す</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n person(s) today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
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
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>half a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}-san</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanged cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} reached out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} came to meet you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introduced someone to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You introduced someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave you something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helped you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You helped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached out to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introduced or helped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{replied} of {sent} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{times} · {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing from them in two years yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newly met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a first line while it is fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} – {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next contact · {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same name as someone you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same mail address, another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same phone number, another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some details differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could be several people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has too many lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards inside cards, too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More cards than one file may hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on the card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_AskHost</name>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This opens in your browser:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_LockLine</name>
    <message>
        <source>Lock now ({key})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
