<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>masar::app::LayerListModel</name>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation><numerusform>%n feature</numerusform><numerusform>%n features</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation><numerusform>%n rejected</numerusform><numerusform>%n rejected</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n without place</source>
        <translation><numerusform>%n without place</numerusform><numerusform>%n without place</numerusform></translation>
    </message>
</context>
<context>
    <name>masar::app::Session</name>
    <message numerus="yes">
        <source>%n of its features could not be used.</source>
        <translation><numerusform>%n of its features could not be used.</numerusform><numerusform>%n of its features could not be used.</numerusform></translation>
    </message>
</context>
</TS>
