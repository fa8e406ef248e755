"""Tables of CBS StatLine: asked for over OData on an explicit command, kept as a snapshot, read from that.

Written after what CBS publishes of its interfaces (v3 and v4); never tried against the live service.
"""
