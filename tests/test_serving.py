"""What `cooldown serve` opens to the world."""

import socket
from dataclasses import replace
from pathlib import Path

from bot.commands.serving import listener
from bot.settings import read_settings


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_no_part_of_an_answer_waits_for_the_one_before_to_be_acknowledged(tmp_path: Path) -> None:
    chosen = replace(read_settings({}, tmp_path), port=free_port())
    with listener(chosen) as door, socket.create_connection(("127.0.0.1", chosen.port)):
        guest, _ = door.accept()
        with guest:
            assert guest.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
