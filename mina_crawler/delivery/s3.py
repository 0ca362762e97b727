"""Objects in S3: uploaded with their checksum, by which they are known again."""

from __future__ import annotations

from mimetypes import guess_type
from pathlib import Path
from typing import IO, TYPE_CHECKING

from scrapy.utils.asyncio import run_in_thread

from mina_crawler.delivery.checks import ConfigurationError
from mina_crawler.delivery.handles import second_handle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.extensions.feedexport import S3FeedStorage
    from scrapy.settings import BaseSettings

    from mina_crawler.ledger.deliveries import Parcel

CONTENT_TYPES = dict.fromkeys((".jsonl", ".jl", ".jsonlines"), "application/x-ndjson")
"""What the system's table of types lacks, by suffix."""
COMPRESSED = {
    "gzip": "application/gzip",
    "bzip2": "application/x-bzip2",
    "xz": "application/x-xz",
}
"""The type of a compressed file, whatever is inside.

Not an encoding: browsers and HTTP libraries would unpack it on the way, under a name that still
ends in ``.gz``, and its checksum would fit no more.
"""


class S3Object:
    """An object in a bucket; its metadata carry the checksum it is recognised by."""

    def __init__(self, storage: S3FeedStorage, options: Mapping[str, str]) -> None:
        self._storage = storage
        self._options = options

    async def put(self, file: IO[bytes], parcel: Parcel) -> None:
        """Upload, in parts where the file is large."""
        await run_in_thread(self._upload, file, parcel)

    async def holds(self, parcel: Parcel) -> bool:
        """Ask for the object's head."""
        return await run_in_thread(self._compare, parcel)

    def _upload(self, file: IO[bytes], parcel: Parcel) -> None:
        extra: dict[str, object] = {
            "Metadata": {"sha256": parcel.sha256.hex()},
            **describe(self._storage.keyname),
            **self._options,
        }
        if self._storage.acl:
            extra["ACL"] = self._storage.acl
        with second_handle(file) as copy:
            self._storage.s3_client.upload_fileobj(
                Bucket=self._storage.bucketname,
                Key=self._storage.keyname,
                Fileobj=copy,
                ExtraArgs=extra,
            )

    def _compare(self, parcel: Parcel) -> bool:
        from botocore.exceptions import ClientError  # noqa: PLC0415 - comes with the extra "s3"

        try:
            head = self._storage.s3_client.head_object(
                Bucket=self._storage.bucketname, Key=self._storage.keyname
            )
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return False
            raise
        arrived = (head["ContentLength"], head["Metadata"].get("sha256"))
        return arrived == (parcel.size, parcel.sha256.hex())


def check_upload_options(settings: BaseSettings) -> None:
    """Refuse ``MINA_S3_OPTIONS`` that no upload takes: each would be refused, after the crawl."""
    try:
        options = settings.getdict("MINA_S3_OPTIONS")
    except ValueError as error:
        raise ConfigurationError(f"MINA_S3_OPTIONS: no JSON object: {error}") from None
    if not options:
        return
    from boto3.s3.transfer import S3Transfer  # noqa: PLC0415 - comes with the extra "s3"

    if unknown := sorted(options.keys() - set(S3Transfer.ALLOWED_UPLOAD_ARGS)):
        raise ConfigurationError(f"MINA_S3_OPTIONS: no upload takes {', '.join(unknown)}")


def describe(name: str) -> dict[str, str]:
    """Return what kind of file this *name* promises, as S3 is told it.

    >>> describe("run-00001.jsonl"), describe("run-00001.jsonl.gz")
    ({'ContentType': 'application/x-ndjson'}, {'ContentType': 'application/gzip'})
    """
    content, encoding = guess_type(name)
    known = COMPRESSED.get(encoding or "") or CONTENT_TYPES.get(Path(name).suffix, content)
    return {"ContentType": known} if known else {}
