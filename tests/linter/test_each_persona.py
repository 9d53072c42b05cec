"""Rules about what is lived through are run for each of several personas."""

from tests.linter.linting import findings, messages

from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.references.shares_over_one import shares_over_one
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel

TOP = """\
title: A claim
persona: [dan, ruth]
personas:
  - {id: dan, name: Dan}
  - {id: ruth, name: Ruth, preferences: {channels: phone}}
stakeholders: [{id: clerk, name: Clerk, kind: staff}]
channels: [{id: web, name: Web, kind: digital}, {id: phone, name: Phone, kind: phone}]
steps:
"""


def test_what_is_true_of_one_is_told_of_her() -> None:
    text = TOP + "  - {action: Waits, emotion: {dan: fine, ruth: distressed}}\n"
    (told,) = messages(text, rule=unexplained_low)
    assert told.startswith('Ruth: "Waits" is a low moment')


def test_what_is_true_of_all_is_told_once() -> None:
    text = TOP + "  - {action: Waits, emotion: distressed}\n"
    (told,) = messages(text, rule=unexplained_low)
    assert told.startswith('"Waits" is a low moment')


def test_a_loss_of_one_is_told_where_that_of_all_is_small() -> None:
    text = TOP + "  - {action: Waits, leaks: [{share: {dan: 0, ruth: 14 %}}]}\n  - Comes\n"
    (told,) = messages(text, rule=leak)
    assert told.startswith('Ruth: "Waits" loses 14 % (assumed) of those who reach it')


def test_waits_of_each_are_looked_at_though_none_is_everybodys() -> None:
    text = TOP + "  - {action: Asks, wait: {dan: 2 h, ruth: 3 weeks}}\n  - Comes\n"
    (told,) = messages(text, rule=silent_wait)
    assert told.startswith('Ruth: after "Asks" the persona waits 3 weeks')


def test_shares_of_one_that_are_more_than_everybody() -> None:
    text = TOP + "  - {action: A, leaks: [{share: {dan: 60 %, ruth: 5 %}}, 50 %]}\n  - B\n"
    assert [each[0] for each in findings(text, rule=shares_over_one)] == [9]
    assert messages(text, rule=shares_over_one)[0].startswith('Dan: the shares of leaks at "A"')


def test_a_step_of_one_alone_is_not_asked_of_the_other() -> None:
    text = TOP + "  - {action: Comes, channel: web, with: clerk, only: dan}\n  - Goes\n"
    assert messages(text, rule=unpreferred_channel) == []
    other = text.replace("only: dan", "only: ruth")
    assert messages(other, rule=unpreferred_channel)[0].startswith("Ruth prefers ")
