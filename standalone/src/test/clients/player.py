"""A player in Python on librdkafka: sends one command to a game, straight on Kafka, and waits for what comes of it.

Usage: python3 player.py <broker> <registry> <gameId> <playerId>, with the player's token in the variable TOKEN,
and where the broker wants it too (./dungeon up --secure), the file of the certificate to trust in the variable CA.
Prints the events of the command, one JSON object a line, and ends with 0 when it has seen the last one.
"""

import base64
import datetime
import functools
import io
import json
import os
import struct
import sys
import time
import urllib.request
import uuid

import avro.io
import avro.schema
from confluent_kafka import Consumer, KafkaError, Producer

COMMANDS = "dungeon.commands.v1"
EVENTS = "dungeon.events.v1"
PATIENCE_S = 60
MAGIC_BYTE = 0
# Ours, and not "latest": whoever registers another schema changes what that is.
VERSION = 1
HEADER = struct.Struct(">bI")


def main(broker, registry, game_id, player_id):
    command_id = str(uuid.uuid4())
    schema_id, schema = schema_of_version(registry, COMMANDS, VERSION)
    command = {
        "commandId": command_id,
        "issuedAt": datetime.datetime.now(datetime.timezone.utc),
        "gameId": game_id,
        "playerId": player_id,
        "payload": ("dungeon.schemas.BuyRobots", {"quantity": 1, "station": None}),
    }
    # The key decides the partition, and librdkafka's own default differs from that of Java's clients.
    producer = Producer({**client(broker), "partitioner": "murmur2_random", "enable.idempotence": True})
    producer.produce(
        COMMANDS,
        key=game_id,
        value=HEADER.pack(MAGIC_BYTE, schema_id) + encode(schema, command),
        headers={"authorization": "Bearer " + os.environ["TOKEN"]},
        on_delivery=fail_on_error,
    )
    producer.flush(PATIENCE_S)

    consumer = Consumer(
        {
            **client(broker),
            # Groups of others are closed, where players log in.
            "group.id": player_id + "-" + command_id,
            "auto.offset.reset": "earliest",
            # What a crash could take back is not shown.
            "isolation.level": "read_committed",
        }
    )
    consumer.subscribe([EVENTS])
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        message = consumer.poll(1.0)
        if message is None or message.error() or message.key().decode() != game_id:
            continue
        event = decode(registry, message.value())
        if event["commandId"] == command_id:
            print(json.dumps({"sequence": event["sequence"], **event["payload"]}, default=str))
            if event["remaining"] == 0:
                consumer.close()
                return
    sys.exit(f"No outcome of the command {command_id} within {PATIENCE_S} s")


def client(broker):
    settings = {"bootstrap.servers": broker, "error_cb": end_if_refused}
    if "CA" in os.environ:
        settings.update({
            "security.protocol": "SASL_SSL",
            "sasl.mechanisms": "OAUTHBEARER",
            "ssl.ca.location": os.environ["CA"],
            "oauth_cb": lambda _: (os.environ["TOKEN"], expires_at(os.environ["TOKEN"])),
        })
    return settings


def expires_at(token):
    claims = token.split(".")[1]
    return float(json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["exp"])


def end_if_refused(error):
    # The library would knock for ever with a token that does not hold.
    if error.code() == KafkaError._AUTHENTICATION:
        print(f"The broker does not let this player in: {error.str()}", file=sys.stderr, flush=True)
        os._exit(2)


def fail_on_error(error, _):
    if error is not None:
        sys.exit(f"The command was not written: {error}")


class NamingWriter(avro.io.DatumWriter):
    """Writes a tuple (name of the record, fields) as that branch of a union.

    Left to itself, avro writes a dict as the last branch with fitting fields, so that an EndGame becomes another command.
    """

    def write(self, datum, encoder):
        # Without the check beforehand, which knows no tuples; whatever does not fit fails when it is written.
        self.write_data(self.writers_schema, datum, encoder)

    def write_union(self, union, datum, encoder):
        if not isinstance(datum, tuple):
            return super().write_union(union, datum, encoder)
        name, fields = datum
        index = [getattr(branch, "fullname", None) for branch in union.schemas].index(name)
        encoder.write_long(index)
        return self.write_data(union.schemas[index], fields, encoder)


def encode(schema, value):
    out = io.BytesIO()
    NamingWriter(schema).write(value, avro.io.BinaryEncoder(out))
    return out.getvalue()


def decode(registry, value):
    magic_byte, schema_id = HEADER.unpack_from(value)
    assert magic_byte == MAGIC_BYTE
    reader = avro.io.DatumReader(schema_of(registry, schema_id))
    return reader.read(avro.io.BinaryDecoder(io.BytesIO(value[HEADER.size :])))


def schema_of_version(registry, topic, version):
    answer = get(f"{registry}/subjects/{topic}-value/versions/{version}")
    return answer["id"], avro.schema.parse(answer["schema"])


@functools.lru_cache(maxsize=None)
def schema_of(registry, schema_id):
    return avro.schema.parse(get(f"{registry}/schemas/ids/{schema_id}")["schema"])


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
