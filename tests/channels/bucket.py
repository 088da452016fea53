"""A store of objects that speaks as much of S3 as the product uses."""

from __future__ import annotations

import re
from email.utils import formatdate
from hashlib import md5

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_STARTED = "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>"
_DONE = '<CompleteMultipartUploadResult><ETag>"done"</ETag></CompleteMultipartUploadResult>'
_KEY = re.compile(r"<Key>(.*?)</Key>")


class Bucket:
    """Objects by path, and who has asked for them."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.parts: dict[str, dict[int, bytes]] = {}
        self.signed: set[str] = set()
        self.down = False
        self.app = Starlette(routes=[Route("/{path:path}", self._answer, methods=["GET", "PUT", "POST", "DELETE"])])

    async def _answer(self, request: Request) -> Response:
        if self.down:
            return Response("<Error><Code>AccessDenied</Code></Error>", 403)
        self.signed.add(request.headers.get("authorization", "")[:40])
        path, query, body = request.path_params["path"], request.query_params, await request.body()
        match request.method:
            case "POST":
                return self._post(path, set(query), body)
            case "PUT":
                if part := query.get("partNumber"):
                    self.parts.setdefault(path, {})[int(part)] = body
                else:
                    self.objects[path] = body
                return Response(headers={"ETag": f'"{md5(body).hexdigest()}"'})
            case "DELETE":
                self.objects.pop(path, None)
                return Response(status_code=204)
            case _:
                return self._get(path)

    def _post(self, path: str, asked: set[str], body: bytes) -> Response:
        if "uploads" in asked:
            return Response(_STARTED, media_type="application/xml")
        if "delete" in asked:
            keys = _KEY.findall(body.decode())
            for key in keys:
                self.objects.pop(f"{path.rstrip('/')}/{key}", None)
            deleted = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
            return Response(f"<DeleteResult>{deleted}</DeleteResult>", media_type="application/xml")
        self.objects[path] = b"".join(content for _, content in sorted(self.parts.pop(path).items()))
        return Response(_DONE, media_type="application/xml")

    def _get(self, path: str) -> Response:
        if path not in self.objects:
            return Response("<Error><Code>NoSuchKey</Code></Error>", 404)
        headers = {"ETag": '"x"', "Last-Modified": formatdate(usegmt=True)}
        return Response(self.objects[path], headers=headers, media_type="application/octet-stream")
