<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="--help" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About flashdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide text to good flashcards, reviewed with SM-2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your cards are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Blackout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again in this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>Backed up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is restored. What was there before is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up %n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection as it is now is kept beside it, under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every half hour in which you change something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTableModel</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Card text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start today&apos;s cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer, then answer Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the slide it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bury: not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend: leave out until resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bury the chosen cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend the chosen cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CramPage</name>
    <message>
        <source>Cram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section / topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick all topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick no topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill what you pick, now. Answers here change no due date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick or drop the section or topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and open a section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections and topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick at least one topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) picked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Until done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message numerus="yes">
        <source>%Ln note(s) written to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With my progress (due dates and review history)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise Anki starts every card as new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Writing %Ln note(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take cards with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n week(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Import slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the cards in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new version of slides you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress stays with every card, and what you wrote stays. Ctrl+Z takes the import back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new card(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already there, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed in the slides and updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to another place in the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in the slides (suspended, not deleted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates not good enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every command its first key again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 means the same everywhere. Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeechPane</name>
    <message>
        <source>Rewrite it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out until you bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Forgotten %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A card like this costs more time than it gives. Mostly it asks two things at once, or looks like another card. Split it, add what tells it apart, or let it go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln card(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their notes go with them. Ctrl+Z brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks and topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show decks and topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, -without, topic:, deck:, tag:, is:due, is:new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, &quot;a phrase&quot;, -without, topic:, tag:, is:due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a card; with Shift, several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the chosen card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edited card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list, then to Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search  topic:… is:due -word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Drop slides to import them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About flashdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start today&apos;s cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bury: not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Edit card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front is empty. Write a question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front has no gap. Mark one as {{c1::answer}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The back is empty. Write the answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Act on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Open collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReminderController</name>
    <message numerus="yes">
        <source>%Ln card(s) wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grade, where six are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll a long card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were close:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed something else:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new day starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 (0 – 5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed cards come again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cards later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 introduces none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most; the rest waits for tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you answer before this hour counts for the day before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2: Again, Good.  4: Again, Hard, Good, Easy.  6: SM-2&apos;s grades 0 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type is laid over the right answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same day, until you know them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is time to rewrite it then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each follows from your answers; changing back and forth loses nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FSRS-6 asks a card when its recall falls to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long intervals move to quieter days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As few cards as possible fall due on these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows your desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades or blinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys, to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When cards wait: in the notification area, while flashdeck is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by itself every half hour, each one checked; kept for days, weeks and months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Show as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has no slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1, the passage is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the slide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyController</name>
    <message>
        <source>This is where you were. Every answer before is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this waits now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last answer was taken back; its card is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of %1 was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit of “%1” was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted cards are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended cards are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards are left out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buried cards are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark of “%1” was taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is marked again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cram the missed cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes no due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the cards, to edit or show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at these again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These took long</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no due date was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln due tomorrow</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cram…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick topics to drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn 10 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cards beyond today&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What falls due in the next three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deck / topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start everything owed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with that deck or topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and open a deck in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks and topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides (PDF, PowerPoint, Markdown, text) or drop them on this window, and their cards appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cards yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next cards come tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The next cards come in %Ln day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in a row</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the welcome deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten cards that teach the keys. Three minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides become cards, by rules, on this computer. Or drop a file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an existing collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you were, with a file from another computer or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides in, good cards out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a way in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_KeyButton</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to change; then Backspace takes the key away, Esc keeps it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>This collection cannot be written; it is shown to be looked at only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>damage</name>
    <message>
        <source>The collection cannot be opened: its file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no good backup, but what can still be read of the file can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be put together from the backup of %1 and all that can still be read of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection now has %1 notes and %2 answers. The damaged file is %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>Something in flashdeck went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer so far is saved. The details help to mend the mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
