"""Mentions on Apache Spark: the kernel of `coopdata.batch` over the partitions of a frame.

Needs the extra ``spark`` (PySpark 4) and Java 17 or newer. Every worker needs coopdata and pyarrow;
nothing else travels, and nothing is collected.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from .batch import Reader
from .errors import MissingExtraError, MissingProgramError, UnsupportedVersionError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame  # pyright: ignore[reportMissingImports]  # large, so not in dev

__all__ = ["check_java", "mentions"]

JAVA: Final = 17
_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)')


def mentions(frame: DataFrame, reader: Reader) -> DataFrame:
    """Return a row for each mention of every text of a Spark frame, by `mapInArrow`.

    Args:
        frame: With the reader's columns.
        reader: How it is read; its `schema` is that of the answer.

    Raises:
        MissingExtraError: PySpark is not installed.
        UnsupportedVersionError: PySpark is older than 4.
        UnknownLocaleError, RecordNotFoundError, InvalidValueError: as `batch.mentions`, and before
            anything is run.
    """
    try:
        import pyspark  # pyright: ignore[reportMissingImports]  # large, so not in dev
        from pyspark.sql.pandas.types import (  # pyright: ignore[reportMissingImports]  # as above
            from_arrow_schema,
        )
    except ImportError as err:
        raise MissingExtraError("coopdata.spark", "spark") from err
    if int(pyspark.__version__.partition(".")[0]) < 4:
        raise UnsupportedVersionError("pyspark", pyspark.__version__, "PySpark 4 or newer")
    reader.check(frame.columns)

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield from map(reader, batches)

    return frame.select(*reader.columns).mapInArrow(read, from_arrow_schema(reader.schema))


def check_java() -> int:
    """Return the version of Java that is on the path.

    Raises:
        MissingProgramError: There is none, or it is older than 17; with the line that installs it.

    Spark itself looks into ``JAVA_HOME`` first, and so does this.
    """
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin") if home else None)
    told = ""
    if java is not None:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
        told = done.stderr + done.stdout
    found = _VERSION.search(told)
    version = int(found[1]) if found else 0
    if version < JAVA:
        remedy = f"apt-get install openjdk-{JAVA}-jre-headless, or what your system has for it"
        found_there = f"Java {version}" if version else ""
        raise MissingProgramError("Spark 4", f"Java {JAVA} or newer", found_there, remedy)
    return version


def __dir__() -> list[str]:
    return sorted(__all__)
