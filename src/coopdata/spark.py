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

from ._fixed import Fixed
from .batch import Kernel
from .errors import (
    InvalidValueError,
    MissingExtraError,
    MissingProgramError,
    RecordNotFoundError,
    UnsupportedVersionError,
)

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame  # pyright: ignore[reportMissingImports]  # large, so not in dev

__all__ = ["check_java", "mentions", "read"]

JAVA: Final = 17
_KINDS: Final = Fixed({".jsonl": "json", ".ndjson": "json"})  # of Spark, by ending
_SPOILT: Final = "_corrupt_record"  # the column in which Spark has the lines that are no JSON
_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)')


def mentions(frame: DataFrame, kernel: Kernel) -> DataFrame:
    """Return a row for each mention of every text of a Spark frame, by `mapInArrow`.

    Args:
        frame: With the kernel's columns.
        kernel: How it is read; its `schema` is that of the answer.

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
    kernel.check(frame.columns)

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield from map(kernel, batches)

    return frame.select(*kernel.columns).mapInArrow(read, from_arrow_schema(kernel.schema))


def read(
    sources: str | Iterable[str], out: str, kernel: Kernel, *, master: str = "local[*]"
) -> None:
    """Find the mentions of every text in some files, into a folder of Parquet files.

    The session of the program is taken where there is one, else one is begun and ended.

    Args:
        sources: Files and folders that Spark can reach: JSON Lines (``.jsonl``, ``.ndjson``; a line
            that is no JSON gives a row with `error`), and Parquet, for which whatever else is named
            is taken.
        out: The folder to write; Spark shows it at the end, with ``_SUCCESS`` in it. One that is
            there is left alone.
        kernel: How it is read.
        master: The URL of the cluster where a session is begun: ``spark://host:7077``.

    Raises:
        MissingProgramError: There is no Java, or it is older than 17.
        RecordNotFoundError: A source, or a column, is missing.
        InvalidValueError: There is something at `out`; the sources are of different kinds.
    """
    try:
        from pyspark.errors import (  # pyright: ignore[reportMissingImports]  # large, so not in dev
            AnalysisException,
        )
        from pyspark.sql import (  # pyright: ignore[reportMissingImports]  # as above
            SparkSession,
        )
    except ImportError as err:
        raise MissingExtraError("coopdata.spark", "spark") from err
    paths = [sources] if isinstance(sources, str) else [*sources]
    kinds = {_KINDS.get(os.path.splitext(path)[1].lower(), "parquet") for path in paths}
    if len(kinds) != 1:
        raise InvalidValueError(paths, "Spark reads files of one kind at a time")
    (kind,) = kinds
    check_java()
    running = SparkSession.getActiveSession()
    session = running or SparkSession.builder.master(master).appName("coopdata").getOrCreate()
    try:
        frame = session.read.format(kind).load(paths)
        found = mentions(frame, kernel)
        if kind == "json" and _SPOILT in frame.columns:
            found = found.unionByName(_spoilt(frame, kernel), allowMissingColumns=True)
        found.write.parquet(out)
    except AnalysisException as err:
        if err.getCondition() == "PATH_NOT_FOUND":
            raise RecordNotFoundError("file", ", ".join(paths)) from err
        if err.getCondition() == "PATH_ALREADY_EXISTS":
            raise InvalidValueError(out, "Spark writes a folder that is not there yet") from err
        raise
    finally:
        if running is None:
            session.stop()


def _spoilt(frame: DataFrame, kernel: Kernel) -> DataFrame:
    """Return an error for each line that is no JSON."""
    return frame.where(f"`{_SPOILT}` IS NOT NULL").selectExpr(
        f"CAST(`{kernel.id_column}` AS STRING) AS id",
        f"concat('no JSON: ', substring(`{_SPOILT}`, 1, 80)) AS error",
    )


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
