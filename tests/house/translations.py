#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every text of the program has an Arabic translation that says as much: translations.py LUPDATE."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ARABIC = re.compile(r"[\u0600-\u06ff]")
# Texts that are the same in every language: names of keys, patterns without words.
WITHOUT_WORDS = re.compile(r"^(?:%L?\d|%Ln|[\s\W\d]|Esc|Home|Ctrl|Shift|[A-Z](?![A-Za-z])|F\d+|GeoJSON|UTM|MGRS)*$")
PLACEHOLDER = re.compile(r"%L?\d+")


def texts(file):
    """(where, source, translations, is plural, is finished) of each message."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms = [f.text or "" for f in translation.iter("numerusform")] if plural else [translation.text or ""]
            yield (context.find("name").text, message.find("source").text, forms, plural, translation.get("type") is None)


def faults_of(where, source, forms, plural, finished):
    name = f"{where}: {source!r}"
    if not finished or not all(forms):
        yield f"{name} is not translated"
        return
    if plural and len(forms) != 6:
        yield f"{name} has {len(forms)} plural forms, Arabic has 6"
    for form in forms:
        if not WITHOUT_WORDS.match(source) and not ARABIC.search(form):
            yield f"{name} is not Arabic: {form!r}"
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(source)):
            yield f"{name} has other arguments than {form!r}"
        if re.search(r"[\u0600-\u06ff][,;?]", form):
            yield f"{name} has Latin punctuation in {form!r}"
        if form != form.strip() and source == source.strip():
            yield f"{name} begins or ends with a space: {form!r}"


def main():
    project = pathlib.Path(__file__).resolve().parents[2]
    kept = project / "resources/translations/masar_ar.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / kept.name
        shutil.copy(kept, fresh)
        command = [sys.argv[1], "-silent", "-locations", "none", "-no-obsolete", "-I", ".", "app", "-ts", str(fresh)]
        subprocess.run(command, cwd=project, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = list(texts(fresh))
    faults = [fault for text in found for fault in faults_of(*text)]
    stale = {(where, source) for where, source, *_ in texts(kept)} - {(where, source) for where, source, *_ in found}
    faults += [f"{where}: {source!r} is translated, but the program no longer says it" for where, source in sorted(stale)]
    print("\n".join(faults) if faults else f"{len(found)} texts")
    return 1 if faults or len(found) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
