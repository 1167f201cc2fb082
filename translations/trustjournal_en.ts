<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AnsweredLine</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) before that.</source>
        <translation>
            <numerusform>Once before that.</numerusform>
            <numerusform>%n times before that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCounts</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckInCard</name>
    <message numerus="yes">
        <source>Show all %n people</source>
        <translation>
            <numerusform>Show the one person</numerusform>
            <numerusform>Show all %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckCounts</name>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s), and every one is already here.</source>
        <translation>
            <numerusform>%n prompt, and it is already here.</numerusform>
            <numerusform>%n prompts, and all of them are already here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is deleted with %n prompt(s). What you wrote stays.</source>
        <translation>
            <numerusform>“{name}” is deleted with its one prompt. What you wrote stays.</numerusform>
            <numerusform>“{name}” is deleted with %n prompts. What you wrote stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) added as “{name}”. The deck is off.</source>
        <translation>
            <numerusform>%n prompt added as “{name}”. The deck is off.</numerusform>
            <numerusform>%n prompts added as “{name}”. The deck is off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) saved. The file is plain text.</source>
        <translation>
            <numerusform>%n prompt saved. The file is plain text.</numerusform>
            <numerusform>%n prompts saved. The file is plain text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n fewer</numerusform>
            <numerusform>%n fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n word added</numerusform>
            <numerusform>%n words added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) removed</source>
        <translation>
            <numerusform>%n word removed</numerusform>
            <numerusform>%n words removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>The newest %n entry(s); scroll for more</source>
        <translation>
            <numerusform>The newest entry; scroll for more</numerusform>
            <numerusform>The newest %n entries; scroll for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) found</source>
        <translation>
            <numerusform>%n entry found</numerusform>
            <numerusform>%n entries found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownWindow</name>
    <message numerus="yes">
        <source>%n entry(s) saved. The file is not encrypted.</source>
        <translation>
            <numerusform>%n entry saved. The file is not encrypted.</numerusform>
            <numerusform>%n entries saved. The file is not encrypted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryCard</name>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageSelection</name>
    <message numerus="yes">
        <source>%n entry(s) tagged “{name}”.</source>
        <translation>
            <numerusform>%n entry tagged “{name}”.</numerusform>
            <numerusform>%n entries tagged “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) linked to {name}.</source>
        <translation>
            <numerusform>%n entry linked to {name}.</numerusform>
            <numerusform>%n entries linked to {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) starred.</source>
        <translation>
            <numerusform>%n entry starred.</numerusform>
            <numerusform>%n entries starred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) without a star now.</source>
        <translation>
            <numerusform>%n entry without a star now.</numerusform>
            <numerusform>%n entries without a star now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) moved to the trash.</source>
        <translation>
            <numerusform>%n entry moved to the trash.</numerusform>
            <numerusform>%n entries moved to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWays</name>
    <message numerus="yes">
        <source>Done: %n page(s).</source>
        <translation>
            <numerusform>Done: %n page.</numerusform>
            <numerusform>Done: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message numerus="yes">
        <source>%n prompt(s) written about</source>
        <translation>
            <numerusform>%n prompt written about</numerusform>
            <numerusform>%n prompts written about</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n archived</source>
        <translation>
            <numerusform>%n archived</numerusform>
            <numerusform>%n archived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptsCard</name>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n entry(s) found</source>
        <translation>
            <numerusform>%n entry found</numerusform>
            <numerusform>%n entries found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTestCard</name>
    <message numerus="yes">
        <source>%n check(s) did not hold. Better not write anything private here until it is clear why.</source>
        <translation>
            <numerusform>%n check did not hold. Better not write anything private here until it is clear why.</numerusform>
            <numerusform>%n checks did not hold. Better not write anything private here until it is clear why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripCard</name>
    <message numerus="yes">
        <source>%n mood(s)</source>
        <translation>
            <numerusform>%n mood</numerusform>
            <numerusform>%n moods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message numerus="yes">
        <source>%n mood(s)</source>
        <translation>
            <numerusform>%n mood</numerusform>
            <numerusform>%n moods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sure</source>
        <translation>
            <numerusform>%n not sure</numerusform>
            <numerusform>%n not sure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashView</name>
    <message numerus="yes">
        <source>%n deleted entry(s). They stay here until you delete them for good.</source>
        <translation>
            <numerusform>%n deleted entry. It stays here until you delete it for good.</numerusform>
            <numerusform>%n deleted entries. They stay here until you delete them for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n entry(s) in the trash for good?</source>
        <translation>
            <numerusform>Delete the %n entry in the trash for good?</numerusform>
            <numerusform>Delete all %n entries in the trash for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhichEntries</name>
    <message numerus="yes">
        <source>%n selected entry(s)</source>
        <translation>
            <numerusform>%n selected entry</numerusform>
            <numerusform>%n selected entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteCard</name>
    <message numerus="yes">
        <source>%n prompt(s) that touch old hurt left out for now.</source>
        <translation>
            <numerusform>%n prompt that touches old hurt is left out for now.</numerusform>
            <numerusform>%n prompts that touch old hurt are left out for now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) that touch old hurt left out until you choose to see them.</source>
        <translation>
            <numerusform>%n prompt that touches old hurt is left out until you choose to see it.</numerusform>
            <numerusform>%n prompts that touch old hurt are left out until you choose to see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s) of this part left out by your choices.</source>
        <translation>
            <numerusform>%n prompt of this part is left out by your choices.</numerusform>
            <numerusform>%n prompts of this part are left out by your choices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n failed attempt(s) since.</source>
        <translation>
            <numerusform>%n failed attempt since.</numerusform>
            <numerusform>%n failed attempts since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message numerus="yes">
        <source>%n more are not listed.</source>
        <translation>
            <numerusform>One more is not listed.</numerusform>
            <numerusform>%n more are not listed.</numerusform>
        </translation>
    </message>
</context>
</TS>
