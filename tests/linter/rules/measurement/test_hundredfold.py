"""JM737: figures a hundred times too small, and small ones that are right."""

import pytest
from tests.linter.linting import lint_files, messages

from journeymap.authoring import Severity
from journeymap.linter.rules.measurement.hundredfold import hundredfold

HEAD = "journeymap: 1\ntitle: A\n"


@pytest.mark.parametrize(
    ("share", "why", "count"),
    [
        ("0.4 %", "four of ten give up", 1),
        ("0.4 %", "they ask elsewhere, 4 in 10 of them", 1),
        ("0.4 %", "cuatro de cada diez se van", 1),
        ("0.4 %", "czterech na dziesięciu rezygnuje", 1),
        ("0.12 %", "12 % leave for a private clinic", 1),
        ("0.4 %", "four of a thousand give up", 0),
        ("40 %", "four of ten give up", 0),
        ("0.4 %", "about four of ten give up", 1),
        ("0.5 %", "four of ten give up", 0),
        ("0.4 %", "too long a wait", 0),
    ],
)
@pytest.mark.parametrize("field", ["leaks: {", "next: {to: end, "])
def test_a_share_and_its_reason(field: str, share: str, why: str, count: int) -> None:
    text = f"{HEAD}steps: [{{action: B, {field}share: {share}, why: '{why}'}}}}]\n"
    assert len(messages(text, rule=hundredfold)) == count


def metric(fields: str, value: str) -> str:
    """A map that reads a metric."""
    reading = f"readings: [{{metric: m, value: {value}}}]\n"
    return f"{HEAD}metrics: [{{id: m, name: M, {fields}}}]\n{reading}steps: [B]\n"


@pytest.mark.parametrize(
    ("fields", "value", "severity"),
    [
        ('kind: conversion, unit: "%", target: 0.9', "87", Severity.WARNING),
        ("kind: other, better: higher, unit: por ciento, target: 0.5", "62", Severity.WARNING),
        ("kind: csat, unit: procent, target: 1", "45", Severity.WARNING),
        ('kind: conversion, unit: "%", target: 90', "0.87", Severity.NOTE),
        ('kind: conversion, unit: "%", target: 90', "87", None),
        ('kind: conversion, unit: "%", target: 0.9', "0.7", None),
        ('kind: conversion, unit: "%", target: 0.9', "2", None),
        ('kind: other, better: lower, unit: "%", target: 0.9', "87", None),
        ("kind: conversion, unit: people, target: 0.9", "87", None),
        ('kind: conversion, unit: "%", scale: 0-1, target: 0.9', "87", None),
    ],
)
def test_a_target_and_what_is_read(fields: str, value: str, severity: Severity | None) -> None:
    report = lint_files({"map.journey.yaml": metric(fields, value)}, rules=[hundredfold])
    assert [each.severity for each in report.diagnostics] == ([severity] if severity else [])
