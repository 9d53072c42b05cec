"""Findings as SARIF 2.1.0, for code scanning and editors, with fixes and the rules' help.

The shape: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", errata 01;
section numbers below are its own.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from journeymap.authoring.rule import Basis
from journeymap.findings import Applicability, Severity
from journeymap.linter.diagnostic import (
    Diagnostic,
    FileFacts,
    Place,
    ProvenEdit,
    RelatedPlace,
    Report,
    RuleFacts,
)
from journeymap.report.formats.json import dumped
from journeymap.report.formats.registry import ReportOptions
from journeymap.text.source import Position

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The official JSON Schema."""
_ROOT = "%SRCROOT%"
"""Stands for the root of the repository; nobody else needs to know where that was."""
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_PROBLEM: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}


def render(report: Report, options: ReportOptions) -> str:
    """Returns the findings as one SARIF log."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options.version)]}
    return dumped(log, indent=2) + "\n"


def _run(report: Report, version: str) -> dict[str, Any]:
    codes = [rule.code for rule in report.rules]
    return {
        "tool": {
            "driver": {
                "name": "journeymap",
                "fullName": "journeymap, a linter of journey maps",
                **({"version": version, "semanticVersion": version} if version else {}),
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        **_invocations(report),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The root of the repository, else lint's folder."}}
        },
        "artifacts": [{"location": _artifact(file)} for file in report.files],
        "results": [
            {**_result(diagnostic, codes), **_fixes(diagnostic)}
            for diagnostic in report.diagnostics
        ],
    }


def _invocations(report: Report) -> dict[str, Any]:
    """Returns what rules of packages did wrong (3.20.21), where they did."""
    if not report.troubles:
        return {}
    told = [{"level": "warning", "message": _message(each)} for each in report.troubles]
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}]}


def _rule(rule: RuleFacts) -> dict[str, Any]:
    tags = [] if rule.basis is Basis.NONE else [str(rule.basis)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _full(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {
            "level": str(rule.severity),
            "enabled": rule.from_status is not None,
        },
        "properties": {
            "since": str(rule.from_status or "off"),
            "problem.severity": _PROBLEM[rule.severity],
            "tags": tags,
        },
    }


def _full(rule: RuleFacts) -> str:
    """Returns the section of a rule's page that says why it matters; its summary without one."""
    why = re.search(r"^## Why it matters\n(.*?)(?=^## |\Z)", rule.page, re.DOTALL | re.MULTILINE)
    return " ".join(why[1].split()) if why else rule.summary


def _result(diagnostic: Diagnostic, codes: Sequence[str]) -> dict[str, Any]:
    result = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": codes.index(diagnostic.rule.code),
        "level": str(diagnostic.severity),
        "message": _message(_sentences(diagnostic)),
        "locations": [{"physicalLocation": _physical(diagnostic), **_logical(diagnostic)}],
        # Code scanning reads the first alone; the numbers of ours grow with what is hashed.
        "partialFingerprints": {
            "primaryLocationLineHash": f"{diagnostic.fingerprint}:1",
            "journeymap/v1": diagnostic.fingerprint_v1,
            "journeymap/v2": diagnostic.fingerprint,
        },
    }
    if diagnostic.takes_in:
        result["properties"] = {"takes_in": list(diagnostic.takes_in)}
    if diagnostic.related:
        places = enumerate(diagnostic.related, start=1)
        result["relatedLocations"] = [_related(place, number) for number, place in places]
    return result


def _sentences(diagnostic: Diagnostic) -> str:
    sentences, fix = f"{diagnostic.message}. Help: {diagnostic.help}", diagnostic.fix
    if fix is None or fix.applicability is not Applicability.DISPLAY:
        return sentences
    return f"{sentences}. To do by hand: {fix.title}"


def _fixes(diagnostic: Diagnostic) -> dict[str, Any]:
    """Returns the fix of a finding (3.55), where there are edits that are proven to make it.

    Its regions are those of the text as it is, however many replacements it has (3.57.3).
    """
    fix = diagnostic.fix
    if fix is None or not fix.edits:
        return {}
    change = {
        "artifactLocation": _artifact(diagnostic.file),
        "replacements": list(map(_replacement, fix.edits)),
    }
    return {"fixes": [{"description": _message(fix.title), "artifactChanges": [change]}]}


def _replacement(edit: ProvenEdit) -> dict[str, Any]:
    deleted = {"deletedRegion": _region(edit.start, edit.end)}
    return {**deleted, "insertedContent": {"text": edit.text.raw}} if edit.text else deleted


def _message(text: str) -> dict[str, str]:
    """Returns a message; what a reader would take for a placeholder or a link is kept from it.

    A link (3.11.6) needs `](`, a placeholder (3.11.5) a number in braces. Other braces are left as
    they are: readers show them unchanged where a message has no arguments.
    """
    bare = _PLACEHOLDER.sub(r"{{\1}}", text).replace("](", "] (")
    return {"text": bare if bare.endswith((".", "?", "!")) else f"{bare}."}


def _logical(diagnostic: Diagnostic) -> dict[str, Any]:
    if not diagnostic.route:
        return {}
    place: dict[str, str] = {"fullyQualifiedName": diagnostic.route.raw}
    if diagnostic.crumbs:
        place["decoratedName"] = " › ".join(crumb.raw for crumb in diagnostic.crumbs)
    return {"logicalLocations": [place]}


def _related(place: RelatedPlace, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "message": _message(place.message),
        "physicalLocation": _physical(place),
    }


def _physical(place: Place) -> dict[str, Any]:
    artifact = {"artifactLocation": _artifact(place.file)}
    if place.quote is None:
        return artifact
    marked = place.quote.marked
    # Of a text that is too long nothing is shown: a part of it would mislead.
    snippet = {} if marked is None else {"snippet": {"text": marked.raw}}
    return {**artifact, "region": {**_region(place.start, place.end), **snippet}}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(file: FileFacts) -> dict[str, str]:
    """Returns where a file is: from the root of the repository, else in full."""
    path = Path(file.path.raw)
    if Path(file.from_root).is_absolute():
        return {"uri": path.as_uri()}
    # What is shown of a path hides its control characters, but has as many parts.
    parts = path.parts[-len(Path(file.from_root).parts) :]
    return {"uri": "/".join(quote(os.fsencode(part)) for part in parts), "uriBaseId": _ROOT}
