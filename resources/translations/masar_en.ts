<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>masar::app::ChangesModel</name>
    <message numerus="yes">
        <source>%Ln change(s).</source>
        <translation><numerusform>%Ln change.</numerusform><numerusform>%Ln changes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s) are as before.</source>
        <translation><numerusform>%Ln feature is as before.</numerusform><numerusform>%Ln features are as before.</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::Clock</name>
    <message numerus="yes">
        <source>%Ln minute(s) / s</source>
        <translation><numerusform>%Ln minute / s</numerusform><numerusform>%Ln minutes / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) / s</source>
        <translation><numerusform>%Ln hour / s</numerusform><numerusform>%Ln hours / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) / s</source>
        <translation><numerusform>%Ln day / s</numerusform><numerusform>%Ln days / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s) / s</source>
        <translation><numerusform>%Ln week / s</numerusform><numerusform>%Ln weeks / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) / s</source>
        <translation><numerusform>%Ln month / s</numerusform><numerusform>%Ln months / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s) / s</source>
        <translation><numerusform>%Ln year / s</numerusform><numerusform>%Ln years / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln decade(s) / s</source>
        <translation><numerusform>%Ln decade / s</numerusform><numerusform>%Ln decades / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln date(s) / s</source>
        <translation><numerusform>%Ln date / s</numerusform><numerusform>%Ln dates / s</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln centuries / s</source>
        <translation><numerusform>%Ln century / s</numerusform><numerusform>%Ln centuries / s</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::FileReading</name>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation><numerusform>%Ln feature</numerusform><numerusform>%Ln features</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::LayerVersions</name>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation><numerusform>%Ln feature</numerusform><numerusform>%Ln features</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::LayerListModel</name>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation><numerusform>%Ln feature</numerusform><numerusform>%Ln features</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln fix(es)</source>
        <translation><numerusform>%Ln fix</numerusform><numerusform>%Ln fixes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation><numerusform>%Ln rejected</numerusform><numerusform>%Ln rejected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln without place</source>
        <translation><numerusform>%Ln without place</numerusform><numerusform>%Ln without place</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::Session</name>
    <message numerus="yes">
        <source>%Ln of its features could not be used.</source>
        <translation><numerusform>%Ln of its features could not be used.</numerusform><numerusform>%Ln of its features could not be used.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tile(s) could not be had: hatching marks where.</source>
        <translation><numerusform>%Ln tile could not be had: hatching marks where.</numerusform><numerusform>%Ln tiles could not be had: hatching marks where.</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::SnapshotTaker</name>
    <message numerus="yes">
        <source>%Ln tile(s) of the basemap did not come in time</source>
        <translation><numerusform>%Ln tile of the basemap did not come in time</numerusform><numerusform>%Ln tiles of the basemap did not come in time</numerusform></translation>
    </message>
</context>
</TS>
