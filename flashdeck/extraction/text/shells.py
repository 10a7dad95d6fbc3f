"""Commands as they are typed: which lines of a code are commands, and which of them only set the scene."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flashdeck.extraction.languages.lexicon import STOP_WORDS, word_set

PROMPT: Final = re.compile(r"\*?(?:\$>?|[>%]|(?<![\w.-])[\w.-]+@[\w.-]+(?::\S{0,200})?[$#])\s+")
_CONTINUED: Final = re.compile(r"(?:(?<!\s)|(?!\s))\s*\\\n\s*")
_COMMENT: Final = re.compile(r"(?<!\s)\s+#\s+(?P<comment>\S.*)\Z")
_SCENE: Final = re.compile(
    r"(?:sudo\s+)?(?:cd|mkdir|ls|cat|echo|pwd|touch|exit|clear|export|source|sleep|yes|python3?\Z"
    r"|(?:pip|pip3|npm|yarn|apt|apt-get|brew|conda|dnf|yum|gem|cargo|go)\s+(?:install|add|get|update|upgrade))\b"
)
_AROUND: Final = word_set("cd mkdir ls cat echo touch rm cp mv sudo export source")
_COMMAND: Final = re.compile(r"(?:sudo\s+)?(?P<program>[a-z][a-z0-9_.-]*)(?:\s+(?P<rest>\S.*))?\Z", re.DOTALL)
_NO_COMMAND: Final = re.compile(
    r"[={};]\s*\Z|\A\S+\s*(?:=|:|\()|\A(?:def|class|import|from|if|for|return|resource|data)\b"
)
KNOWN: Final = word_set(
    """git docker kubectl npm npx pip apt apt-get aws sam gcloud az terraform helm ansible ansible-playbook make curl
    wget ssh scp rsync systemctl journalctl psql mysql sqlite3 python python3 java javac mvn gradle cargo go yarn
    podman conda brew dbt spark-submit hadoop hdfs openssl nginx certbot pytest tox vagrant minikube oc rsync grep
    sed awk tar chmod chown mount unshare iptables nmap dpkg dpkg-source dpkg-buildpackage lintian debuild dch
    quilt pandoc node deno bun flask django-admin uvicorn gunicorn celery redis-cli mongo mongosh kafka-topics
    kafka-console-producer etcdctl kubeadm kustomize skopeo buildah crictl nerdctl"""
)


class Command(NamedTuple):
    """A command of a code.

    Attributes:
        typed: what is typed, without prompt and comment, on one line.
        program: the name of the program.
        comment: what a comment behind it says of it, or empty.
    """

    typed: str
    program: str
    comment: str = ""


def commands_in(source: str) -> list[Command]:
    """Return the commands of a code: the lines behind a prompt, or without any the lines of known programs."""
    lines = [line.strip() for line in _CONTINUED.sub(" ", source).splitlines() if line.strip()]
    prompted = [line[found.end() :] for line in lines if (found := PROMPT.match(line))]
    return list(_commands(prompted, is_sure=True) if prompted else _commands(lines, is_sure=False))


def is_typed(line: str) -> bool:
    """Whether a line among prose is a command: a known program with words that no sentence has."""
    found = line.removeprefix("sudo ").split()
    if len(found) < 2 or not (found[0] in KNOWN or found[0] in _AROUND) or line.endswith((".", ":", ",")):
        return False
    return not any(word.casefold() in STOP_WORDS or not word.isascii() for word in found)


def sets_the_scene(command: Command) -> bool:
    """Whether a command only prepares or looks around (`cd`, `pip install`)."""
    return _SCENE.match(command.typed) is not None


def _commands(lines: list[str], *, is_sure: bool) -> Iterator[Command]:
    for line in lines:
        comment = _COMMENT.search(line)
        typed = line[: comment.start()] if comment else line
        found = _COMMAND.match(typed)
        if found is None or (not is_sure and (found["program"] not in KNOWN or _NO_COMMAND.search(typed))):
            continue
        yield Command(typed.strip(), found["program"], comment["comment"].strip() if comment else "")
