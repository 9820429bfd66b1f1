"""PostgreSQL, the product, its sandbox and the bare engine as processes of their own."""
import base64, http.client, json, os, pathlib, shutil, ssl, subprocess, tempfile, threading, time, uuid
from datetime import datetime, timedelta, timezone

HERE = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(os.environ.get("BENCH_DIR", pathlib.Path(tempfile.gettempdir()) / "bench"))
PRODUCT = os.environ.get("BENCH_PRODUCT", str(HERE.parents[1]))
PAY_HOST = "sandbox.mch.weixin.qq.com"  # the pay SDK signs for such names only
PG_PORT, US_PORT, BARE_PORT, CONTROL_PORT = (int(os.environ.get("BENCH_PORT", "19080")) + i for i in range(4))
PG_BIN = os.environ.get("PG_BIN") or str(pathlib.Path(shutil.which("pg_ctl") or "pg_ctl").parent)
JVM = [*os.environ.get("BENCH_JVM", "").split(), "-Xmx1g", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=Asia/Shanghai"]
CST, PASSWORD = timezone(timedelta(hours=8)), "Bench-Work-2026x"
CLERKS = [f"clerk{i}" for i in range(1, 9)]
TICK = os.sysconf("SC_CLK_TCK")
def sh(command, **kw):
    return subprocess.run(command, check=True, text=True, capture_output=True, **kw).stdout

class Postgres:
    """Of the machine, fsync on, as an unprivileged user; everything about it below WORK/pg."""
    SETTINGS = {"port": PG_PORT, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "shared_buffers": "1GB",
                "max_wal_size": "4GB", "max_connections": 100, "shared_preload_libraries": "pg_stat_statements",
                "pg_stat_statements.max": 10000, "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
                "checkpoint_timeout": "15min", "random_page_cost": 1.1}
    data, log = WORK / "pg", WORK / "pg.log"
    def as_postgres(self, command):
        subprocess.run(["su", "postgres", "-s", "/bin/sh", "-c", command], cwd="/", check=True, stdout=subprocess.DEVNULL)
    def start(self, **over):
        if not (self.data / "PG_VERSION").exists():
            shutil.rmtree(self.data, ignore_errors=True)
            self.data.mkdir(parents=True)
            shutil.chown(self.data, "postgres", "postgres")
            self.as_postgres(f"{PG_BIN}/initdb -D {self.data} -U bench -A trust -E UTF8 --locale=C.UTF-8")
        self.log.touch(0o666)
        shutil.chown(self.log, "postgres", "postgres")
        options = " ".join(f"-c {k}='{v}'" for k, v in {**self.SETTINGS, **over}.items())
        self.as_postgres(f'{PG_BIN}/pg_ctl -D {self.data} -l {self.log} -w -t 300 start -o "{options}"')
        self.pid = int((self.data / "postmaster.pid").read_text().split()[0])
        sql("postgres", "create extension if not exists pg_stat_statements; create extension if not exists pg_walinspect")
    def stop(self):
        self.as_postgres(f"{PG_BIN}/pg_ctl -D {self.data} -w -t 300 -m fast stop")
    def cpu(self):
        """Seconds, of all its processes, those that ended included."""
        total = sum(stat(self.pid)[k] for k in (0, 1, 2, 3))
        for child in pathlib.Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split():
            try:
                total += sum(stat(int(child))[:2])
            except OSError:
                pass
        return total / TICK

def sql(db, text, parse=False):
    """Rows as lists of strings; with parse the one value as JSON."""
    out = subprocess.run(["psql", "-XqAt", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(PG_PORT),
                          "-U", "bench", "-d", db], input=text, text=True, capture_output=True)
    if out.returncode:
        raise RuntimeError(out.stderr[:2000] + text[:300])
    return json.loads(out.stdout) if parse else [line.split("\x1f") for line in out.stdout.splitlines()]

def stat(pid):
    """utime, stime and those of ended children, in ticks."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return [int(f) for f in fields[11:15]]

class Jvm:
    def __init__(self, name, command, env=None, ready=None):
        self.name, self.command, self.env, self.ready = name, command, env or {}, ready
    def start(self):
        log = open(WORK / f"{self.name}.log", "w")
        begun = time.time()
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "JAVA_HOME")}
        folder = WORK / f"{self.name}-home"
        folder.mkdir(exist_ok=True)
        self.process = subprocess.Popen(self.command, env={**keep, **self.env}, cwd=folder, stdout=log,
                                        stderr=subprocess.STDOUT, start_new_session=True)
        self.pid = self.process.pid
        while self.ready and not self.answers():
            if self.process.poll() is not None or time.time() - begun > 600:
                raise RuntimeError(f"{self.name} is not up, see {WORK}/{self.name}.log")
            time.sleep(0.1)
        self.started_in = time.time() - begun
        return self
    def answers(self):
        try:
            return Client(self.ready[0]).call("GET", self.ready[1])[0] == 200
        except OSError:
            return False
    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
    def cpu(self):
        return sum(stat(self.pid)[:2]) / TICK
    def rss(self):
        return int(pathlib.Path(f"/proc/{self.pid}/status").read_text().split("VmRSS:")[1].split()[0]) / 1024

class Client:
    """One connection, kept alive. Not for several threads."""
    def __init__(self, port, auth=None):
        self.port, self.c = port, None
        self.headers = {"Content-Type": "application/json", "Accept": "application/json", **({"Authorization": auth} if auth else {})}
    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
    def call(self, method, path, body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        for last in (False, True):
            self.c = self.c or self.connection()
            try:
                self.c.request(method, path, data, {**self.headers, **(headers or {})})
                r = self.c.getresponse()
                text = r.read()
                return r.status, (json.loads(text) if text[:1] in (b"{", b"[") else text)
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, ssl.SSLEOFError):
                self.c = None
                if last:
                    raise
    def ok(self, *args, **kw):
        status, answer = self.call(*args, **kw)
        if status >= 300:
            raise RuntimeError(f"{args[0]} {args[1]}: {status} {str(answer)[:300]}")
        return answer

def basic(user, password=PASSWORD):
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

def tomorrow():
    return (datetime.now(CST) + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0).isoformat(timespec="minutes")

def bouquet():
    return {"flowerId": "red-roses-11", "city": "南宁", "address": "青秀区民族大道 100 号", "recipient": "收花人",
            "phone": "13800000001", "deliverySlot": tomorrow(), "cardMessage": "生日快乐"}

def bought(number):
    eta = (datetime.now(CST) + timedelta(hours=20)).isoformat(timespec="seconds")
    return {"shopFound": True, "shopName": "花之语", "shopPhone": "0771-5551234", "estimatedDeliveryAt": eta,
            "purchaseOrderNo": "MT" + number, "purchaseCostYuan": "88.00", "costConfirmed": False}

def staff(port, groups):
    """Eight clerks of the flower desk, and who else is named, made by the administrator over Camunda's own API."""
    admin = Client(port, basic("admin"))
    users = {**{c: "flower-desk" for c in CLERKS}, **groups}
    for user, group in users.items():
        if admin.call("GET", f"/engine-rest/user/{user}/profile")[0] == 200:
            continue
        admin.ok("POST", "/engine-rest/user/create", {"profile": {"id": user, "firstName": user, "lastName": "Desk"},
                                                       "credentials": {"password": PASSWORD}})
        if admin.call("GET", f"/engine-rest/group/{group}")[0] == 404:
            admin.ok("POST", "/engine-rest/group/create", {"id": group, "name": group, "type": "WORKFLOW"})
        admin.ok("PUT", f"/engine-rest/group/{group}/members/{user}")

class Peer:
    """The engine's jobs and the desk, which both peers have alike."""
    retried = 0  # jobs that failed: the engine tries them again a minute later, the bench at once
    def jobs_done(self, seconds=120):
        """Waits until no job is due; fails when one failed for good."""
        end = time.time() + seconds
        while time.time() < end:
            due, failed, dead = map(int, sql(self.db, "select count(*) filter (where retries_ > 0 and (duedate_ is null or duedate_ <= "
                                    "(now() at time zone 'Asia/Shanghai'))), count(*) filter (where retries_ > 0 and exception_msg_ is not "
                                    "null), count(*) filter (where retries_ = 0) as bench_probe from act_ru_job")[0])
            if dead:
                raise RuntimeError(f"{self.name}: {dead} jobs failed for good")
            if failed:
                self.retried += failed
                sql(self.db, "update act_ru_job set duedate_ = null, exception_msg_ = null /* bench_probe */ where exception_msg_ is not null")
            elif due == 0:
                return
            time.sleep(0.1)
        raise RuntimeError(f"{self.name}: {due} jobs are still due")
    def put_timers_off(self):
        """Orders left unpaid would query their payment five minutes later, in the middle of a peer's round."""
        sql(self.db, "update act_ru_job set duedate_ = duedate_ + interval '400 days' where duedate_ > "
            "(now() at time zone 'Asia/Shanghai') and duedate_ < now() + interval '300 days' and handler_type_ <> 'history-cleanup'")
    def task(self, clerk, number):
        found = clerk.ok("GET", f"/engine-rest/task?processInstanceBusinessKey={number}")
        return found[0]["id"] if found else None
    def work(self, clerk, user, number, answers):
        """Claims the order's open task and submits its form."""
        task, end = self.task(clerk, number), time.time() + 120
        while not task and time.time() < end:  # a job opens it
            time.sleep(0.02)
            task = self.task(clerk, number)
        fields = {"variables": {k: {"value": v} for k, v in answers.items()}}
        for what, body in (("claim", {"userId": user}), ("submit-form", fields)):
            for _ in range(9):
                status, answer = clerk.call("POST", f"/engine-rest/task/{task}/{what}", body)
                if status < 300:
                    break
                self.conflicts.append(f"{what} {status} {str(answer)[:150]}")  # the order's own job was quicker: the clerk clicks again
            else:
                raise RuntimeError(f"{self.name}: {self.conflicts[-1]}")
    def worker(self, i):
        return {"api": Client(self.port), "clerk": Client(self.port, basic(CLERKS[i % 8])), "user": CLERKS[i % 8],
                "control": Client(CONTROL_PORT), "app": Client(self.port, basic("app"))}
    def life(self, w, step=lambda name, act: act()):
        """From placing to completed; step lets somebody look at what each part cost."""
        number = step("place", lambda: self.place(w))
        step("pay", lambda: self.pay(w, number))
        step("purchase: claim + form", lambda: self.work(w["clerk"], w["user"], number, bought(number)))
        step("delivery: claim + form", lambda: self.work(w["clerk"], w["user"], number, {"deliveryNote": "已送达", "completeEarly": True}))
        return number

class Us(Peer):
    name, db, port, conflicts = "us", "us", US_PORT, []
    def __init__(self, flags=()):
        self.flags, self.customers, self.lock = list(flags), [], threading.Lock()
    def start_sandbox(self, nodes=None):
        """Tells the nodes what they need by files, and where notices go."""
        told = WORK / "sandbox"
        shutil.rmtree(told, ignore_errors=True)
        x = WORK / "us-x"
        classes = f"{WORK}/app/target/test-classes:{WORK}/app/target/classes:{x}/lib/*"
        self.sandbox = Jvm("sandbox", ["java", "-Xmx1g", "-Duser.timezone=Asia/Shanghai", "-cp", classes,
                                       "com.guncai.backoffice.sandbox.SandboxMain", "127.0.0.1", "127.0.0.1", "0", str(CONTROL_PORT),
                                       str(told), *(nodes or [f"http://127.0.0.1:{self.port}"])]).start()
        while not (told / ".complete").exists():
            if self.sandbox.process.poll() is not None:
                raise RuntimeError(f"the sandbox is not up, see {WORK}/sandbox.log")
            time.sleep(0.1)
        (WORK / "hosts").write_text(f"127.0.0.1 localhost {PAY_HOST}\n")
    def command(self, port, db, name="us", jar="us-x", more=()):
        """A node in production's settings, without the profile's name: with it the sandbox's merchant would be refused."""
        key = lambda c: base64.b64encode(c.encode() * 32).decode()
        env = {"DATABASE_URL": f"jdbc:postgresql://127.0.0.1:{PG_PORT}/{db}", "DATABASE_USER": "bench",
               "DATABASE_PASSWORD": "bench", "SERVER_PORT": str(port), "PUBLIC_URL": "https://bench.example",
               "SESSION_KEY": key("s"), "ENCRYPTION_KEY": key("e"), "DIGEST_KEY": key("d"), "SECOND_FACTOR": "false",
               "RECEIPTS_DIRECTORY": str(WORK / "receipts")}
        flags = [f"--spring.config.import=classpath:application-prod.yaml,configtree:{WORK}/sandbox/",
                 "--backoffice.notification.desks.[flower-desk]=13900010001", "--backoffice.rate-limits.factor=100000",
                 # The product makes its first administrator under the profile's name only.
                 "--camunda.bpm.admin-user.id=admin", f"--camunda.bpm.admin-user.password={PASSWORD}",
                 "--camunda.bpm.admin-user.first-name=admin", *more]
        return Jvm(name, ["java", *JVM, *self.flags, f"-Djdk.net.hosts.file={WORK}/hosts", "-jar",
                          f"{WORK}/{jar}/backoffice.jar", *flags], env, (port, "/actuator/health/readiness"))
    def start(self, db="us"):
        self.db = db
        self.jvm = self.command(self.port, db).start()
        return self
    def prepare(self):
        staff(self.port, {"boss": "managers", "codes": "coupon-desk"})
    def customer(self, i):
        with self.lock:
            while len(self.customers) <= i:
                u = Client(CONTROL_PORT).ok("POST", "/users", {})
                api = Client(self.port)
                token = api.ok("POST", "/api/v1/sessions", {"loginCode": u["loginCode"]})["accessToken"]
                api.ok("POST", "/api/v1/me/phone", {"phoneCode": u["phoneCode"]}, {"Authorization": "Bearer " + token,
                                                                                     "Idempotency-Key": uuid.uuid4().hex})
                self.customers.append(token)
            return self.customers[i]
    def worker(self, i):
        return {**super().worker(i), "token": "Bearer " + self.customer(i)}
    def place(self, w):
        order = w["api"].ok("POST", "/api/v1/flower-orders", bouquet(), {"Authorization": w["token"], "Idempotency-Key": uuid.uuid4().hex})
        if not (order.get("prepay") or {}).get("paySign"):
            raise RuntimeError(f"no prepay: {order}")
        return order["orderNo"]
    def pay(self, w, number):
        paid = w["control"].ok("POST", "/pay", {"orderNo": number})
        if paid["notifications"][0]["status"] not in (200, 204):
            raise RuntimeError(f"notice: {paid['notifications']}")

class Bare(Peer):
    name, db, port, conflicts = "bare", "bare", BARE_PORT, []
    def start(self, db="bare"):
        self.db = db
        p = WORK / "app"
        models = [p / "processes/PaymentProcess.bpmn", p / "processes/FlowerOrderProcess.bpmn", p / "processes/MessageProcess.bpmn",
                  p / "forms/purchase-flowers.form", p / "forms/follow-delivery.form"]
        self.jvm = Jvm("bare", ["java", *JVM, "-jar", f"{WORK}/bare-x/bare.jar", f"--server.port={self.port}",
                                f"--spring.datasource.url=jdbc:postgresql://127.0.0.1:{PG_PORT}/{db}",
                                "--spring.datasource.username=bench", "--spring.datasource.password=bench",
                                "--bare.models=" + ",".join(map(str, models)), "--camunda.bpm.admin-user.id=admin",
                                f"--camunda.bpm.admin-user.password={PASSWORD}", "--camunda.bpm.admin-user.first-name=admin"],
                       ready=(self.port, "/ready")).start()
        return self
    def prepare(self):
        staff(self.port, {"app": "starters"})
        admin = Client(self.port, basic("admin"))
        if admin.ok("GET", "/engine-rest/authorization/count?groupIdIn=starters&resourceType=6")["count"] == 0:
            for resource, what in ((6, "PaymentProcess"), (8, "*")):
                admin.ok("POST", "/engine-rest/authorization/create", {"type": 1, "permissions": ["ALL"], "userId": None,
                                                                        "groupId": "starters", "resourceType": resource, "resourceId": what})
    def messages(self, on):
        Client(self.port).ok("POST", f"/messages/{'true' if on else 'false'}")
    def place(self, w):
        number = "B" + uuid.uuid4().hex[:20]
        w["api"].ok("POST", "/start", {"orderNo": number, **bouquet()})
        return number
    def start_by_rest(self, w):
        number = "R" + uuid.uuid4().hex[:20]
        w["app"].ok("POST", "/engine-rest/process-definition/key/PaymentProcess/start",
                    {"businessKey": number, "variables": {"orderNo": {"value": number, "type": "String"}}})
    def pay(self, w, number):
        w["api"].ok("POST", "/notice/" + number)

def once(name, state, make):
    """Makes it unless it stands as of this state."""
    mark = WORK / f"built-{name}"
    if not mark.exists() or mark.read_text() != state:
        mark.unlink(missing_ok=True)
        make()
        mark.write_text(state)

def packaged(folder, jar, to):
    sh([*os.environ.get("BENCH_MVN", "mvn -o").split(), "-q", "-B", "-DskipTests", "-Dspotless.check.skip=true", "package"], cwd=WORK / folder)
    shutil.rmtree(WORK / to, ignore_errors=True)
    sh(["java", "-Djarmode=tools", "-jar", str(WORK / folder / "target" / jar), "extract", "--destination", str(WORK / to)])

def build(bare=True):
    """The product at its HEAD, and the bare engine."""
    def product():
        shutil.rmtree(WORK / "app", ignore_errors=True)
        sh(["git", "clone", "-q", PRODUCT, str(WORK / "app")])
        packaged("app", "backoffice.jar", "us-x")
    def engine():
        shutil.rmtree(WORK / "bare-build", ignore_errors=True)
        shutil.copytree(HERE / "bare", WORK / "bare-build")
        packaged("bare-build", "bare.jar", "bare-x")

    WORK.mkdir(parents=True, exist_ok=True)
    WORK.chmod(0o755)
    head = sh(["git", "-C", PRODUCT, "rev-parse", "HEAD"]).strip()
    times = lambda pattern: "".join(str(f.stat().st_mtime_ns) for f in sorted(HERE.glob(pattern)) if f.is_file())
    once("product", head, product)
    if bare:
        once("bare", times("bare/**/*"), engine)
    return head
