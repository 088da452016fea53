"""What servers send over both WebSockets, as types; see docs/protocol.md.

Nothing is checked at run time. ``channels.protocol_schema`` makes JSON Schemas of these types, and the tests check with
them whatever a server sends. What clients send is checked by the models in ``widget/frames.py`` and
``agent_console/frames.py``.

- ``payloads``: what events hold, by kind.
- ``events``: entries of a thread's log, and the frames that both sockets share.
- ``chat``, ``console``: the frames of one socket each.
"""
