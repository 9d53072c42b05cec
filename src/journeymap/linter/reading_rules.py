"""The rules that tell whether a map can be read and whether its references lead somewhere.

A picture asks no more of a map: what else there is to say of it costs more to import.
"""

from journeymap.authoring.rule import Rule
from journeymap.linter.rules.form.cut_text import cut_text
from journeymap.linter.rules.form.duplicate_key import duplicate_key
from journeymap.linter.rules.form.invalid_value import invalid_value
from journeymap.linter.rules.form.missing_field import missing_field
from journeymap.linter.rules.form.pasted_mark import pasted_mark
from journeymap.linter.rules.form.placeholder import placeholder
from journeymap.linter.rules.form.run_together import run_together
from journeymap.linter.rules.form.syntax_error import syntax_error
from journeymap.linter.rules.form.unknown_field import unknown_field
from journeymap.linter.rules.form.unknown_language import unknown_language
from journeymap.linter.rules.form.unlisted_feeling import unlisted_feeling
from journeymap.linter.rules.form.unreadable_file import unreadable_file
from journeymap.linter.rules.form.unsupported_version import unsupported_version
from journeymap.linter.rules.form.unused_ignore import unused_ignore
from journeymap.linter.rules.references.absent_feeling import absent_feeling
from journeymap.linter.rules.references.broken_link import broken_link
from journeymap.linter.rules.references.duplicate_id import duplicate_id
from journeymap.linter.rules.references.endless_loop import endless_loop
from journeymap.linter.rules.references.link_cycle import link_cycle
from journeymap.linter.rules.references.mended_before_broken import mended_before_broken
from journeymap.linter.rules.references.near_name import near_name
from journeymap.linter.rules.references.shares_over_one import shares_over_one
from journeymap.linter.rules.references.unexplained_loss import unexplained_loss
from journeymap.linter.rules.references.unknown_reference import unknown_reference
from journeymap.linter.rules.references.unreachable_step import unreachable_step
from journeymap.linter.rules.references.unused_definition import unused_definition
from journeymap.linter.rules.references.unwritten_id import unwritten_id

ESSENTIAL: tuple[Rule, ...] = (
    syntax_error,
    invalid_value,
    unknown_field,
    missing_field,
    duplicate_key,
    unsupported_version,
    unreadable_file,
    unused_ignore,
    cut_text,
    run_together,
    unknown_language,
    unlisted_feeling,
    pasted_mark,
    placeholder,
    unknown_reference,
    duplicate_id,
    unused_definition,
    broken_link,
    link_cycle,
    unreachable_step,
    shares_over_one,
    unexplained_loss,
    endless_loop,
    near_name,
    absent_feeling,
    mended_before_broken,
    unwritten_id,
)
"""The families JM0xx and JM1xx, in the order of their codes, as far as a map alone can tell."""
