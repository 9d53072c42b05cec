"""The rules, a file each, in a folder per family."""
