"""What authors of rules import: a rule, its options, its context, and how findings are gathered."""
