"""The verbs that write files for other programs."""

from __future__ import annotations

import argparse

from .. import exports
from .answers import dataset_of, printed

__all__ = ["export"]


def export(options: argparse.Namespace) -> None:
    """Write a dataset into a folder of tables, texts and marks that other tools open."""
    written = exports.package(dataset_of(options), options.folder)
    printed(f"wrote {len(written)} files into {options.folder}")
