"""Reads commands and writes each again with the encoder of player.py, to show that it hits the right branch of the union.

Usage: python3 encode.py <schema file>; on standard input a line for each command: the record's name and the bytes in hex.
"""

import io
import sys

import avro.io
import avro.schema

import player

with open(sys.argv[1]) as file:
    schema = avro.schema.parse(file.read())
for line in sys.stdin:
    name, text = line.split()
    command = avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(bytes.fromhex(text))))
    command["payload"] = (name, command["payload"])
    print(player.encode(schema, command).hex())
