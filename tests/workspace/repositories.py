"""Repositories with real git, for tests."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Runs git as Ann, whatever the settings of the machine are; returns what it prints."""
    settings = {
        "user.name": "Ann",
        "user.email": "ann@example.org",
        "commit.gpgsign": "false",
        "core.autocrlf": "false",
        "protocol.file.allow": "always",
    }
    said = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    command = ["git", "-C", str(folder), *said, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def write(folder: Path, name: str, text: str) -> Path:
    """Writes a file, and the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def commit(folder: Path, said: str = "A step") -> None:
    """Commits all there is, in a repository that begins where there is none."""
    if not (folder / ".git" / "HEAD").exists() and not (folder / ".git").is_file():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", said)
