"""What a project consists of: one file and three folders."""

FOLDERS = ("content", "data", "templates")
PROJECT = ("site.yaml", *FOLDERS)
