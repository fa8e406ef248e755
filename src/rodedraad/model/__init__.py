"""What a planning-and-control document is: frozen typed records and their JSON formats.

Nothing here reads a file or imports another room.  Every other room speaks in these records.
"""
