"""JM115."""

from collections.abc import Iterator

from journeymap.authoring import Context, Finding, MapFile, Mark, Related, rule


@rule("JM115", "duplicate-map-id", severity="error", from_status="draft")
def duplicate_map_id(file: MapFile, context: Context) -> Iterator[Finding]:
    """Two maps of a repository say that they have the same id.

    ## Why it matters

    Baselines, code scanning and comparisons know a map by its id, wherever its file lies. Where two
    maps share one, what is known of the first is taken for known of the second, and its findings
    are hidden. Mostly one was copied from the other. Maps that say no id are told apart by their
    files. Only maps that are linted together can be compared: lint the whole folder.

    ## Bad

    ```yaml clinic.journey.yaml
    id: dental-clinic  # <- here
    title: Dental clinic
    steps: [Calls]
    ```

    ```yaml clinic-2027.journey.yaml
    id: Dental clinic  # <- here
    title: Dental clinic in 2027
    steps: [Books online]
    ```

    ## Good

    ```yaml clinic.journey.yaml
    id: dental-clinic
    title: Dental clinic
    steps: [Calls]
    ```

    ```yaml clinic-2027.journey.yaml
    id: dental-clinic-2027
    title: Dental clinic in 2027
    steps: [Books online]
    ```
    """
    others = context.neighbours
    if other := others.of_same_id:
        more = f" and {others.with_its_id - 2} more" if others.with_its_id > 2 else ""  # noqa: PLR2004
        yield Finding(
            message=f"the id {file.written_id} is that of {other}{more}, too",
            help="give each map an id of its own, or leave it out",
            route=("id",),
            mark=Mark.VALUE,
            related=(Related(route=("id",), message="the same id", path=other),),
        )
