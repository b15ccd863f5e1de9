"""A Kafka broker of one node in KRaft mode, on free ports of the loopback address."""

import pathlib
import shutil
import socket
import subprocess

from processes import Failed, wait_until

CLUSTER = "d2lyZWNvcHktcGlwZWxpbg"  # 16 bytes, any
POM = pathlib.Path(__file__).with_name("pom.xml")
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"

SETTINGS = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{broker},CONTROLLER://127.0.0.1:{controller}
controller.listener.names=CONTROLLER
log.dirs={folder}/topics
num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
"""
LOG_SETTINGS = """\
log4j.rootLogger=WARN, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=%d %p %m (%c)%n
"""


class Unreachable(Exception):
    """Maven could not get what it was asked for."""


def jars(work):
    """The folder of the broker's jars, which Maven fills once."""
    folder = work / "jars"
    mark = folder / "pom.xml"
    if mark.exists() and mark.read_bytes() == POM.read_bytes():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    asked = folder / "asked.xml"
    shutil.copyfile(POM, asked)
    print("asking Maven for a broker", flush=True)
    try:
        done = subprocess.run(
            ["mvn", "--batch-mode", "--quiet", "--file", asked, COPY,
             "-DincludeScope=runtime", f"-DoutputDirectory={folder}"],
            capture_output=True, text=True, check=False, timeout=240, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise Unreachable("Maven took more than four minutes") from None
    if done.returncode != 0:
        said = done.stdout + done.stderr
        line = next((line for line in said.splitlines() if "ERROR" in line), said)
        if any(sign in said for sign in ("transfer", "resolve", "Unknown host")):
            raise Unreachable(line)
        raise Failed(f"Maven: {said}")
    asked.rename(mark)
    return folder


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def answers(address):
    return subprocess.run(["kcat", "-L", "-b", address, "-m", "5"], capture_output=True,
                          check=False).returncode == 0


class Broker:
    """`folder` is its own. Its address is in `address`."""

    def __init__(self, keeper, jars_folder, folder):
        self.log = folder / "log"
        self.java = ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                     f"-Dlog4j.configuration=file:{folder}/log4j.properties",
                     "-cp", f"{jars_folder}/*"]
        # Another may take a port that was free when it was asked for.
        for _ in range(3):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            if self.start(keeper, folder):
                return
        raise Failed(f"no broker: {self.log.read_text(encoding='utf-8')[-3000:]}")

    def start(self, keeper, folder):
        broker, controller = free_ports(2)
        self.address = f"127.0.0.1:{broker}"
        settings = folder / "server.properties"
        settings.write_text(SETTINGS.format(broker=broker, controller=controller, folder=folder),
                            encoding="utf-8")
        (folder / "log4j.properties").write_text(LOG_SETTINGS, encoding="utf-8")
        with open(self.log, "w", encoding="utf-8") as log:
            subprocess.run([*self.java, "kafka.tools.StorageTool", "format", "-t", CLUSTER,
                            "-c", settings], check=True, stdout=log, stderr=log, timeout=120)
            self.process = keeper.start([*self.java, "kafka.Kafka", settings], stdout=log,
                                        stderr=log, stdin=subprocess.DEVNULL)
        wait_until("the broker answers", lambda: answers(self.address) or
                   self.process.poll() is not None)
        return self.process.poll() is None

    def kcat(self, *arguments, **more):
        """What kcat prints. `-b` is given."""
        return subprocess.run(["kcat", *arguments, "-b", self.address], check=True,
                              stdout=subprocess.PIPE, text=True, timeout=300, **more).stdout

    def messages(self, topic):
        """How many messages a topic of one partition has had."""
        return int(self.kcat("-Q", "-t", f"{topic}:0:-1").split()[-1])
