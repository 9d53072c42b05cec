"""Another id for something: every reference follows, nothing else changes."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from journeymap.history.meanings import NAMESPACES, Kind, MeaningError, one_meaning
from journeymap.history.rename import Renamed, RenameError, rename
from journeymap.model.unread import readable
from journeymap.workspace.files import Workspace
from journeymap.workspace.load import Loader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NEW = "quite-another-9"


def load(folder: Path, texts: Mapping[Path, bytes] | None = None) -> Workspace:
    return Loader(shown_from=folder, texts=texts).load([folder])


def renamed(
    folder: Path, old: str, new: str, *, kind: Kind | None = None, file: Path | None = None
) -> Renamed:
    workspace = load(folder)
    meaning = one_meaning(workspace, old, kind=kind, file=file)
    return rename(workspace, meaning, old, new, lambda texts: load(folder, texts))


def texts(done: Renamed) -> dict[str, str]:
    return {file.path.name: source.text for file, source in done.texts}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path.resolve()


def _own_ids(workspace: Workspace) -> Iterator[tuple[Path, Kind, str]]:
    for file in workspace.files.values():
        if file.journey_map is None:
            continue
        for kind, namespaces in NAMESPACES.items():
            for entry in readable(tuple(file.journey_map.names(namespaces[0]))):
                if entry.has_own_id and entry.library is None:
                    yield file.path, kind, entry.id


def _over(texts: Mapping[Path, bytes], more: Mapping[Path, bytes]) -> Workspace:
    return load(EXAMPLES, {**texts, **more})


def test_there_and_back_gives_every_example_byte_for_byte() -> None:
    workspace = load(EXAMPLES)
    every = list(_own_ids(workspace))
    assert len(every) > 150
    of_each_kind = {kind: (path, kind, old) for path, kind, old in reversed(every)}
    for path, kind, old in (*every[::150], *of_each_kind.values()):
        meaning = one_meaning(workspace, old, kind=kind, file=path)
        there = rename(workspace, meaning, old, NEW, partial(load, EXAMPLES))
        new = {file.path: source.data for file, source in there.texts}
        again = load(EXAMPLES, new)
        meaning = one_meaning(again, NEW, kind=kind, file=path)
        back = rename(again, meaning, NEW, old, partial(_over, new))
        for file, source in back.texts:
            assert source.data == file.path.read_bytes(), (old, file.path.name)


LIBRARY = "channels:\n  - {id: tel, name: Phone}  # `tel` is rung\n"
USING = (
    "title: {}\nuses: words.library.yaml\nsteps:\n"
    "  - {{action: Rings, channel: tel}}\n  - {{action: Rings again, channel: Phone}}\n"
)


def test_a_word_of_a_library_changes_in_all_maps_that_use_it(folder: Path) -> None:
    put(folder, "words.library.yaml", LIBRARY)
    for name in ("a", "b"):
        put(folder, f"{name}.journey.yaml", USING.format(name))
    own = put(
        folder,
        "c.journey.yaml",
        "title: c\nchannels: [{id: tel, name: Telex}]\nsteps: [{action: Writes, channel: tel}]\n",
    )
    with pytest.raises(MeaningError, match=r"add --map c\.journey\.yaml"):
        renamed(folder, "tel", "phone-line")
    done = renamed(folder, "tel", "phone-line", file=folder / "a.journey.yaml")
    assert set(texts(done)) == {"words.library.yaml", "a.journey.yaml", "b.journey.yaml"}
    assert texts(done)["words.library.yaml"] == LIBRARY.replace("tel", "phone-line")
    # a reference by the name still means what it meant
    assert texts(done)["a.journey.yaml"] == USING.format("a").replace("tel", "phone-line")
    assert list(texts(renamed(folder, "tel", "telex-line", file=own))) == ["c.journey.yaml"]


def test_steps_of_a_map_and_of_its_desired_one_go_together(folder: Path) -> None:
    put(
        folder,
        "a.journey.yaml",
        "title: a\ndesired: b.journey.yaml\nsteps:\n- id: calls\n  action: Calls\n"
        "  next: [{to: calls, share: 10 %}]\n- Comes\n",
    )
    put(folder, "b.journey.yaml", "title: b\nsteps:\n- {action: Calls at once, id: calls}\n")
    put(folder, "z.journey.yaml", "title: z\nsteps:\n- {action: Calls, id: other}\n")
    done = texts(renamed(folder, "calls", "rings"))
    assert done["a.journey.yaml"].count("rings") == 2
    assert done["b.journey.yaml"].endswith("- {action: Calls at once, id: rings}\n")
    assert set(done) == {"a.journey.yaml", "b.journey.yaml"}


def test_what_has_no_written_id_gets_one(folder: Path) -> None:
    put(
        folder,
        "a.journey.yaml",
        "title: a\nchannels: [Phone, Mail]\nsteps:\n- Calls the desk\n"
        "- action: Waits\n  next: calls-the-desk\n  channel: [phone]\n",
    )
    done = texts(renamed(folder, "calls-the-desk", "rings"))["a.journey.yaml"]
    assert "- id: rings\n  action: Calls the desk\n" in done
    assert "next: rings\n" in done
    done = texts(renamed(folder, "phone", "tel"))["a.journey.yaml"]
    assert "channels: [{id: tel, name: Phone}, Mail]" in done
    assert "channel: [tel]" in done
    done = texts(renamed(folder, "waits", "is-kept-waiting"))["a.journey.yaml"]
    assert "- id: is-kept-waiting\n  action: Waits\n" in done


def test_keys_per_person_lists_over_lines_and_quotes_follow(folder: Path) -> None:
    text = (
        "title: a\npersona: 'dan'\npersonas:\n- {id: dan, name: Dan}\n"
        "- {id: ruth, name: Ruth}\nsteps:\n- action: Calls\n"
        "  need: {dan: x, ruth: y}\n  pains:\n  - text: z\n    of: [ruth,\n"
        '      "dan"]\n'
    )
    put(folder, "a.journey.yaml", text)
    done = texts(renamed(folder, "dan", "daniel"))["a.journey.yaml"]
    assert done == (
        text.replace("'dan'", "'daniel'")
        .replace("id: dan", "id: daniel")
        .replace("{dan:", "{daniel:")
        .replace('"dan"', '"daniel"')
    )


def test_a_pain_of_a_library_changes_where_steps_name_it_and_what_solves_it(folder: Path) -> None:
    put(folder, "w.library.yaml", "pains: [{id: busy, text: The line is busy}]\n")
    text = (
        "title: a\nuses: w.library.yaml\nsteps:\n- action: Calls\n  pains: [{pain: busy}]\n"
        "  opportunities: [{text: A second line, solves: busy}]\n"
        "- {action: Is rung, recovers: busy}\n"
    )
    put(folder, "a.journey.yaml", text)
    done = texts(renamed(folder, "busy", "line-busy"))
    assert done["a.journey.yaml"] == text.replace("busy", "line-busy")
    assert done["w.library.yaml"] == "pains: [{id: line-busy, text: The line is busy}]\n"


def test_a_comment_says_the_new_id_where_the_old_one_can_be_meant_alone(folder: Path) -> None:
    text = (
        "title: a  # is-rung comes late\nsteps:\n- id: is-rung  # journeymap: ignore[is-rung] x\n"
        "  action: Is rung  # see is-rung-twice, and `is-rung`\n"
        "- {action: Comes, id: comes} # she comes\n"
    )
    put(folder, "a.journey.yaml", text)
    done = renamed(folder, "is-rung", "hears-back")
    assert texts(done)["a.journey.yaml"] == (
        text.replace("# is-rung", "# hears-back")
        .replace("id: is-rung", "id: hears-back")
        .replace("`is-rung`", "`hears-back`")
    )
    assert (done.count, done.mentions) == (3, ())
    done = renamed(folder, "comes", "arrives")
    assert texts(done)["a.journey.yaml"] == text.replace("id: comes", "id: arrives")
    assert [(file.shown, line) for file, line in done.mentions] == [
        ("a.journey.yaml", 1),
        ("a.journey.yaml", 5),
    ]


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        ("steps: [{id: a, wait: soon}, {id: b, action: B}]", "b", "c", "in full"),
        ("steps: [{id: b, action: B}, {id: c, action: C}]", "b", "c", "has a step c already"),
        ("steps: [{id: b, action: B}, {action: C}]", "b", "c", "has a step c already"),
        ("steps: [{id: b, action: B}]", "b", "end", "is no id"),
        ("steps: [{id: b, action: B}]", "b", "?!", "is no id"),
        (
            "channels: [{id: b}, {id: x, name: c d}]\nsteps: [{action: Z, channel: b}]",
            "b",
            "c-d",
            "already",
        ),
        (
            "channels: [{id: &n b}]\nsteps: [{action: Z, channel: *n}]",
            "b",
            "c",
            "an alias makes it stand in several places",
        ),
    ],
)
def test_what_would_change_a_meaning_is_refused(
    folder: Path, text: str, old: str, new: str, said: str
) -> None:
    put(folder, "a.journey.yaml", f"title: a\n{text}\n")
    with pytest.raises(RenameError, match=said):
        renamed(folder, old, new)


def test_an_id_of_several_kinds_or_of_nothing_is_asked_for(folder: Path) -> None:
    put(
        folder,
        "a.journey.yaml",
        "title: a\nid: calls\nchannels: [{id: calls}]\n"
        "steps: [{id: calls, action: x, channel: calls}]\n",
    )
    with pytest.raises(MeaningError, match=r"\(step, channel, map\): add --kind step"):
        renamed(folder, "calls", "x")
    done = texts(renamed(folder, "calls", "line", kind=Kind.CHANNEL))["a.journey.yaml"]
    assert done.count("line") == 2
    assert "id: line\n" in texts(renamed(folder, "calls", "line", kind=Kind.MAP))["a.journey.yaml"]
    with pytest.raises(MeaningError, match="no part of a map has the id cals; did you mean calls"):
        renamed(folder, "cals", "x")
