"""The rules that tell whether a map can be read and whether its references lead somewhere.

A picture asks no more of a map: what else there is to say of it costs more to import.
"""

from journeymap.lint.rule import Rule
from journeymap.lint.rules.form.cut_text import cut_text
from journeymap.lint.rules.form.duplicate_key import duplicate_key
from journeymap.lint.rules.form.invalid_value import invalid_value
from journeymap.lint.rules.form.missing_field import missing_field
from journeymap.lint.rules.form.syntax_error import syntax_error
from journeymap.lint.rules.form.unknown_field import unknown_field
from journeymap.lint.rules.form.unreadable_file import unreadable_file
from journeymap.lint.rules.form.unsupported_version import unsupported_version
from journeymap.lint.rules.form.unused_ignore import unused_ignore
from journeymap.lint.rules.references.absent_feeling import absent_feeling
from journeymap.lint.rules.references.broken_link import broken_link
from journeymap.lint.rules.references.duplicate_id import duplicate_id
from journeymap.lint.rules.references.endless_loop import endless_loop
from journeymap.lint.rules.references.link_cycle import link_cycle
from journeymap.lint.rules.references.mended_before_broken import mended_before_broken
from journeymap.lint.rules.references.near_name import near_name
from journeymap.lint.rules.references.shares_over_one import shares_over_one
from journeymap.lint.rules.references.unexplained_loss import unexplained_loss
from journeymap.lint.rules.references.unknown_reference import unknown_reference
from journeymap.lint.rules.references.unreachable_step import unreachable_step
from journeymap.lint.rules.references.unused_definition import unused_definition
from journeymap.lint.rules.references.unwritten_id import unwritten_id

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
"""The families JM0xx and JM1xx, in the order of their codes."""
