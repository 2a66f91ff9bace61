"""What a package holds, for Frictionless and for Croissant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .._shipped import RELEASED, VERSION
from ..frames import Column

__all__ = ["croissant", "datapackage"]

Schemas = Mapping[str, tuple[Column, ...]]

_NAME: Final = "coopdata"
_TITLE: Final = "Facts from articles, typed and cited"
_SAYS: Final = (
    "Statements of articles as typed facts, every one cited to the character, with the quantities "
    "and periods that the texts have, and the parties that they name."
)
_LICENCE: Final = "https://www.apache.org/licenses/LICENSE-2.0"
#: Arrow's types as Frictionless and as Croissant call them; in CSV a list is one text.
_FRICTIONLESS: Final = {
    "bool": "boolean",
    "date32": "date",
    "double": "number",
    "int64": "integer",
    "list<string>": "string",
    "string": "string",
}
_CROISSANT: Final = {
    "bool": "sc:Boolean",
    "date32": "sc:Date",
    "double": "sc:Float",
    "int64": "sc:Integer",
    "list<string>": "sc:Text",
    "string": "sc:Text",
}


_BOOLEAN: Final = {"trueValues": ["True"], "falseValues": ["False"]}


def _columns(columns: tuple[Column, ...]) -> list[Column]:
    """Return the columns that stand in the CSV file."""
    return [one for one in columns if one.name != "record"]


def _meaning(one: Column) -> str:
    return f"{one.words} ({one.unit})" if one.unit else one.words


def datapackage(
    schemas: Schemas,
    digests: Mapping[str, str],
    sizes: Mapping[str, int],
    counts: Mapping[str, int],
) -> dict[str, Any]:
    """Return the ``datapackage.json`` of the CSV files of some tables."""
    return {
        "name": _NAME,
        "title": _TITLE,
        "description": _SAYS,
        "version": VERSION,
        "profile": "tabular-data-package",
        "licenses": [{"name": "Apache-2.0", "path": _LICENCE}],
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": sizes[name],
                "hash": f"sha256:{digests[name]}",
                "rows": counts[name],
                "schema": {
                    "fields": [
                        {
                            "name": one.name,
                            "type": _FRICTIONLESS.get(one.type, "number"),
                            "description": _meaning(one),
                            **(_BOOLEAN if one.type == "bool" else {}),
                        }
                        for one in _columns(columns)
                    ],
                    "missingValues": [""],
                },
            }
            for name, columns in schemas.items()
        ],
    }


def croissant(
    schemas: Schemas, digests: Mapping[str, str], sizes: Mapping[str, int], citation: str
) -> dict[str, Any]:
    """Return the Croissant metadata (JSON-LD) of the CSV files of some tables."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": _NAME,
        "description": _SAYS,
        "version": VERSION,
        "datePublished": RELEASED,
        "license": _LICENCE,
        "citeAs": citation,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{name}.csv",
                "name": f"{name}.csv",
                "contentUrl": f"{name}.csv",
                "contentSize": f"{sizes[name]} B",
                "encodingFormat": "text/csv",
                "sha256": digests[name],
            }
            for name in schemas
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": name,
                "name": name,
                "field": [
                    {
                        "@type": "cr:Field",
                        "@id": f"{name}/{one.name}",
                        "name": one.name,
                        "description": _meaning(one),
                        "dataType": _CROISSANT.get(one.type, "sc:Float"),
                        "source": {
                            "fileObject": {"@id": f"{name}.csv"},
                            "extract": {"column": one.name},
                        },
                    }
                    for one in _columns(columns)
                ],
            }
            for name, columns in schemas.items()
        ],
    }


#: The context that the specification of Croissant 1.0 gives for documents.
_CONTEXT: Final = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
