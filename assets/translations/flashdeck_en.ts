<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupController</name>
    <message numerus="yes">
        <source>Backed up %n minute(s) ago</source>
        <translation>
            <numerusform>Backed up %n minute ago</numerusform>
            <numerusform>Backed up %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n hour(s) ago</source>
        <translation>
            <numerusform>Backed up %n hour ago</numerusform>
            <numerusform>Backed up %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n day(s) ago</source>
        <translation>
            <numerusform>Backed up %n day ago</numerusform>
            <numerusform>Backed up %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckController</name>
    <message numerus="yes">
        <source>The collection is sound but for %Ln picture(s).</source>
        <translation>
            <numerusform>The collection is sound but for %Ln picture.</numerusform>
            <numerusform>The collection is sound but for %Ln pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The collection has %Ln fault(s).</source>
        <translation>
            <numerusform>The collection has %Ln fault.</numerusform>
            <numerusform>The collection has %Ln faults.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CramPage</name>
    <message numerus="yes">
        <source>%Ln card(s) picked</source>
        <translation>
            <numerusform>%Ln card picked</numerusform>
            <numerusform>%Ln cards picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message numerus="yes">
        <source>%Ln note(s) written to %1</source>
        <translation>
            <numerusform>%Ln note written to %1</numerusform>
            <numerusform>%Ln notes written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Writing %Ln note(s)…</source>
        <translation>
            <numerusform>Writing %Ln note…</numerusform>
            <numerusform>Writing %Ln notes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <translation>
            <numerusform>on %n day</numerusform>
            <numerusform>on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation>
            <numerusform>Last %n week</numerusform>
            <numerusform>Last %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln answer(s) from Anki</source>
        <translation>
            <numerusform>%Ln answer from Anki</numerusform>
            <numerusform>%Ln answers from Anki</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) brought up to date</source>
        <translation>
            <numerusform>%Ln card brought up to date</numerusform>
            <numerusform>%Ln cards brought up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation>
            <numerusform>%Ln new card</numerusform>
            <numerusform>%Ln new cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeechPane</name>
    <message numerus="yes">
        <source>Forgotten %n time(s)</source>
        <translation>
            <numerusform>Forgotten %n time</numerusform>
            <numerusform>Forgotten %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message numerus="yes">
        <source>Delete %Ln card(s)?</source>
        <translation>
            <numerusform>Delete %Ln card?</numerusform>
            <numerusform>Delete %Ln cards?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeController</name>
    <message numerus="yes">
        <source>%Ln answer(s) added</source>
        <translation>
            <numerusform>%Ln answer added</numerusform>
            <numerusform>%Ln answers added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) added</source>
        <translation>
            <numerusform>%Ln note added</numerusform>
            <numerusform>%Ln notes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) changed</source>
        <translation>
            <numerusform>%Ln note changed</numerusform>
            <numerusform>%Ln notes changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) deleted</source>
        <translation>
            <numerusform>%Ln note deleted</numerusform>
            <numerusform>%Ln notes deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) were written anew on both sides; both texts are kept.</source>
        <translation>
            <numerusform>%Ln note was written anew on both sides; both texts are kept.</numerusform>
            <numerusform>%Ln notes were written anew on both sides; both texts are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message numerus="yes">
        <source>The clock of this computer shows an earlier time than %Ln answer(s) you gave, the last at %1. If the clock is wrong, set it; if it is right, %2 takes them back one by one.</source>
        <translation>
            <numerusform>The clock of this computer shows an earlier time than %Ln answer you gave, the last at %1. If the clock is wrong, set it; if it is right, %2 takes them back one by one.</numerusform>
            <numerusform>The clock of this computer shows an earlier time than %Ln answers you gave, the last at %1. If the clock is wrong, set it; if it is right, %2 takes them back one by one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderController</name>
    <message numerus="yes">
        <source>%Ln card(s) wait</source>
        <translation>
            <numerusform>%Ln card waits</numerusform>
            <numerusform>%Ln cards wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rescuer</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>missed once</numerusform>
            <numerusform>missed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln due tomorrow</source>
        <translation>
            <numerusform>%Ln due tomorrow</numerusform>
            <numerusform>%Ln due tomorrow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new tomorrow</source>
        <translation>
            <numerusform>%Ln new tomorrow</numerusform>
            <numerusform>%Ln new tomorrow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln due</source>
        <translation>
            <numerusform>%Ln due</numerusform>
            <numerusform>%Ln due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more card(s) due beyond today's limit.</source>
        <translation>
            <numerusform>%Ln more card due beyond today's limit.</numerusform>
            <numerusform>%Ln more cards due beyond today's limit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next cards come in %Ln day(s).</source>
        <translation>
            <numerusform>The next cards come in %Ln day.</numerusform>
            <numerusform>The next cards come in %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exam in %Ln day(s)</source>
        <translation>
            <numerusform>Exam in %Ln day</numerusform>
            <numerusform>Exam in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in a row</source>
        <translation>
            <numerusform>%n day in a row</numerusform>
            <numerusform>%n days in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered today</source>
        <translation>
            <numerusform>%Ln answered today</numerusform>
            <numerusform>%Ln answered today</numerusform>
        </translation>
    </message>
</context>
</TS>