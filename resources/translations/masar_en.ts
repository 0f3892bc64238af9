<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>masar::app::LayerListModel</name>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation><numerusform>%Ln feature</numerusform><numerusform>%Ln features</numerusform></translation>
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
</context>
</TS>
