"""`journeymap lint`."""

from datetime import date
from pathlib import Path

from journeymap.cli.console import (
    ColorOption,
    ConfigOption,
    IsolatedOption,
    NoColorOption,
    QuietOption,
    StdinNameOption,
    When,
    chosen,
    exclusion,
    use_colour,
)
from journeymap.cli.fix import Mending
from journeymap.cli.lint_given import Given
from journeymap.cli.lint_kept import run_and_keep
from journeymap.cli.lint_options import (
    AddIgnoresOption,
    BaselineOption,
    DiffOption,
    ExcludeOption,
    ExitNonZeroOnFixOption,
    ExitZeroOption,
    ExtendSelectOption,
    FailOnOption,
    FixableOption,
    FixOption,
    ForceExcludeOption,
    IgnoreOption,
    MinSeverityOption,
    NewOption,
    NoCacheOption,
    NoIgnoresOption,
    OutputFormatOption,
    PathsArgument,
    ProfileOption,
    SelectOption,
    ShowFilesOption,
    ShowFixesOption,
    ShowRulesOption,
    ShowSettingsOption,
    SinceExactOption,
    SinceOption,
    SortOption,
    StatisticsOption,
    TodayOption,
    UnfixableOption,
    UnsafeFixesOption,
    WatchOption,
    WriteBaselineOption,
)
from journeymap.cli.lint_run import run
from journeymap.cli.lint_shows import Show
from journeymap.cli.outputs import outputs
from journeymap.cli.since import revision
from journeymap.linter.profiles import Selection
from journeymap.report.order import Order


def lint_command(
    paths: PathsArgument = None,
    profile: ProfileOption = None,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    ignore: IgnoreOption = None,
    exclude: ExcludeOption = None,
    force_exclude: ForceExcludeOption = False,
    min_severity: MinSeverityOption = None,
    fail_on: FailOnOption = None,
    output_format: OutputFormatOption = None,
    fix: FixOption = False,
    unsafe_fixes: UnsafeFixesOption = False,
    diff: DiffOption = False,
    fixable: FixableOption = None,
    unfixable: UnfixableOption = None,
    show_fixes: ShowFixesOption = False,
    exit_non_zero_on_fix: ExitNonZeroOnFixOption = False,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    add_ignores: AddIgnoresOption = None,
    no_ignores: NoIgnoresOption = False,
    since: SinceOption = None,
    since_exact: SinceExactOption = False,
    new: NewOption = False,
    today: TodayOption = None,
    show_files: ShowFilesOption = False,
    show_settings: ShowSettingsOption = False,
    show_rules: ShowRulesOption = False,
    statistics: StatisticsOption = False,
    sort: SortOption = Order.PLACE,
    watch: WatchOption = False,
    exit_zero: ExitZeroOption = False,
    stdin_filename: StdinNameOption = "stdin.journey.yaml",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    color: ColorOption = When.AUTO,
    no_color: NoColorOption = False,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
) -> None:
    """Find the gaps in maps: what is wrong, what is missing, what to do about it.

    Example: journeymap lint maps/ --fail-on warning
    """
    shows = {Show.FILES: show_files, Show.SETTINGS: show_settings, Show.RULES: show_rules}
    given = Given(
        paths=tuple(paths or [Path()]),
        stdin_name=stdin_filename,
        config=chosen(config, isolated=isolated),
        exclusion=exclusion(exclude or (), force=force_exclude),
        selection=Selection(
            profile=profile,
            select=_words(select),
            extend_select=_words(extend_select),
            ignore=_words(ignore),
            fixable=_words(fixable),
            unfixable=_words(unfixable),
        ),
        lightest=min_severity,
        fail_on=fail_on,
        exit_zero=exit_zero,
        outputs=outputs(output_format or ()),
        mending=Mending(
            fix=fix, unsafe=unsafe_fixes, diff=diff, shows=show_fixes, fails=exit_non_zero_on_fix
        ),
        since=revision(since, exact=since_exact, new=new),
        baseline=baseline,
        write_baseline=write_baseline,
        reason=add_ignores,
        heed_ignores=not no_ignores,
        today=today.date() if today else date.today(),  # noqa: DTZ011 - the analyst's own day
        statistics=statistics,
        sort=sort,
        show=next((show for show, wanted in shows.items() if wanted), None),
        colour=use_colour(color, no_color=no_color),
        quiet=quiet,
    )
    if watch:
        from journeymap.cli.lint_watch import watch as keep_on

        raise SystemExit(keep_on(given))
    raise SystemExit(run(given) if no_cache else run_and_keep(given, day_is_typed=bool(today)))


def _words(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for words in given or () for word in words.split(","))
