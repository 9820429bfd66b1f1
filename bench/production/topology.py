"""PostgreSQL, the sandbox, two nodes and nginx as plain processes, and what is tried on them."""
import base64, http.client, json, os, pathlib, shutil, socket, ssl, subprocess, sys, time, uuid
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "order"))
import peers
from peers import WORK, Client, Jvm, Peer, Postgres, Us, basic, bouquet, bought, build, sql, staff, CLERKS, CONTROL_PORT, PASSWORD, US_PORT

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
NGINX_PORT = US_PORT + 4
NODE_PORTS = (US_PORT + 10, US_PORT + 11)

class Nginx:
    """With the configuration of docker/nginx, its variables filled in."""
    def __init__(self, nodes):
        self.nodes = nodes
    def start(self):
        home = WORK / "nginx"
        for folder in ("body", "proxy", "other"):
            (home / folder).mkdir(parents=True, exist_ok=True)
        site = (REPOSITORY / "docker/nginx/backoffice.conf.template").read_text()
        for name, value in {"NODE_A": f"127.0.0.1:{self.nodes[0]}", "NODE_B": f"127.0.0.1:{self.nodes[1]}",
                            "HTTPS_PORT": f"127.0.0.1:{NGINX_PORT}", "TLS_DIRECTORY": str(WORK / "sandbox/tls"),
                            "REQUESTS_PER_SECOND": "2000", "REQUESTS_BURST": "4000"}.items():
            site = site.replace("${" + name + "}", value)
        (home / "site.conf").write_text(site)
        (home / "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {home}/pid; error_log {home}/error.log;\nevents {{ worker_connections 4096; }}\n"
            f"http {{ access_log {home}/access.log; client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;\n"
            f"fastcgi_temp_path {home}/other; uwsgi_temp_path {home}/other; scgi_temp_path {home}/other;\ninclude {home}/site.conf; }}\n")
        subprocess.run(["nginx", "-p", str(home), "-c", str(home / "nginx.conf"), "-t", "-q"], check=True)
        self.process = subprocess.Popen(["nginx", "-p", str(home), "-c", str(home / "nginx.conf")], start_new_session=True)
        while True:
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", NGINX_PORT)) == 0:
                    return self
            time.sleep(0.05)
    def stop(self):
        self.process.terminate()
        self.process.wait(20)

class Tls(Client):
    """One connection to nginx, whose certificate nobody signed."""
    context = ssl._create_unverified_context()
    def connection(self):
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=120, context=self.context)

class Topology(Us):
    """Two nodes; whoever asks goes through nginx."""
    db = "production"
    def __init__(self, jar="us-x", fresh=True):
        super().__init__()
        self.jar, self.fresh, self.url, self.port = jar, fresh, f"https://127.0.0.1:{NGINX_PORT}", NGINX_PORT
        self.conflicts = []
    def __enter__(self):
        self.head = build(bare=False)
        self.pg = Postgres()
        self.pg.start()
        if self.fresh:
            sql("postgres", f"drop database if exists {self.db} with (force)")
            sql("postgres", f"create database {self.db}")
            shutil.rmtree(WORK / "receipts", ignore_errors=True)
        try:
            self.start_sandbox([f"http://127.0.0.1:{p}" for p in NODE_PORTS])
            self.nodes = [None, None]
            self.up(0)
            self.up(1)
            self.nginx = Nginx(NODE_PORTS).start()
            self.prepare()
        except BaseException:
            self.__exit__()
            raise
        return self
    def up(self, i, jar=None):
        self.nodes[i] = self.command(NODE_PORTS[i], self.db, f"node-{i}", jar or self.jar,
                                     ["--camunda.bpm.job-execution.max-wait=1000"]).start()
    def __exit__(self, *_):
        for part in (getattr(self, "nginx", None), *getattr(self, "nodes", []), getattr(self, "sandbox", None)):
            if part and hasattr(part, "process"):
                part.stop()
        self.pg.stop()
    def prepare(self):
        staff(NODE_PORTS[0], {"boss": "managers", "codes": "coupon-desk", "kefu": "customer-service", "money": "finance"})
    def client(self, auth=None):
        return Tls(NGINX_PORT, auth)
    def customer(self, i):
        while len(self.customers) <= i:
            u = Client(CONTROL_PORT).ok("POST", "/users", {})
            api = self.client()
            token = api.ok("POST", "/api/v1/sessions", {"loginCode": u["loginCode"]})["accessToken"]
            api.ok("POST", "/api/v1/me/phone", {"phoneCode": u["phoneCode"]}, {"Authorization": "Bearer " + token})
            self.customers.append(token)
        return self.customers[i]
    def pay(self, w, number):
        """A notice to a node that is gone comes again after 15 seconds; who waits for the task waits for that."""
        w["control"].ok("POST", "/pay", {"orderNo": number})
    def worker(self, i):
        return {"api": self.client(), "clerk": self.client(basic(CLERKS[i % 8])), "user": CLERKS[i % 8],
                "control": Client(CONTROL_PORT), "token": "Bearer " + self.customer(i)}

def raw(path, lines, slow=0.0, body=b""):
    """What comes back to a request sent by hand; the connection's end counts as an answer too."""
    begun = time.time()
    with Tls.context.wrap_socket(socket.create_connection(("127.0.0.1", NGINX_PORT), 60)) as s:
        s.sendall((f"POST {path} HTTP/1.1\r\nHost: localhost\r\n" + "".join(l + "\r\n" for l in lines) + "\r\n").encode())
        try:
            for i in range(len(body)):
                s.sendall(body[i:i + 1])
                time.sleep(slow)
        except OSError:
            pass
        s.settimeout(60)
        try:
            answer = s.recv(4096)
        except OSError:
            answer = b""
    return answer.split(b"\r\n")[0].decode("latin1"), time.time() - begun

def through_nginx(t):
    """Prints a line for each thing tried; the number of those that went wrong."""
    failed = 0
    def tried(what, right, seen):
        nonlocal failed
        failed += not right
        print(("ok    " if right else "WRONG ") + f"{what}: {seen}", flush=True)
    w = t.worker(0)
    number = t.life(w)
    t.jobs_done()
    status = w["api"].ok("GET", f"/api/v1/orders/{number}", headers={"Authorization": w["token"]})["status"]
    tried("an order from placing to completed", status == "COMPLETED", f"{number} {status}")
    tried("metrics are not outside", w["api"].call("GET", "/actuator/prometheus")[0] == 404, "404")
    cookies = set()
    for _ in range(4):
        c = http.client.HTTPSConnection("127.0.0.1", NGINX_PORT, context=Tls.context)
        c.request("GET", "/camunda/app/tasklist/default/")
        r = c.getresponse()
        r.read()
        cookies |= {v.split("=")[1].split(";")[0] for k, v in r.getheaders() if k.lower() == "set-cookie" and v.startswith("backoffice_route")}
    tried("each new browser gets a route of its own", len(cookies) == 4, len(cookies))
    seen = sticky(w)
    tried("a signed-in clerk stays signed in over 20 requests", seen == {200}, seen)
    big = raw("/api/v1/sessions", ["Content-Type: application/json", f"Content-Length: {17 << 20}"])[0]
    tried("a body of 17 MB", "413" in big, big)
    line, took = raw("/api/v1/sessions", ["Content-Type: application/json", "Content-Length: 1000"], 0, b"{")
    tried("a body that stops is not waited for", took < 30 and "200" not in line, f"{line or 'closed'} after {took:.0f} s")
    t.nodes[1].process.kill()
    t.nodes[1].process.wait()
    answers = [w["api"].call("GET", "/api/v1/catalog")[0] for _ in range(20)]
    tried("20 requests after one node was killed", answers == [200] * 20, sorted(set(answers)))
    number = t.life(w)
    tried("an order with one node", True, number)
    t.up(1)
    tried("the node is back", t.nodes[1].answers(), "ready")
    return failed

def sticky(w):
    """Signs in at the web application and asks it again and again, as a browser does."""
    from urllib.parse import urlencode
    cookies = {}
    def ask(method, path, body=None, kind="application/json"):
        c = http.client.HTTPSConnection("127.0.0.1", NGINX_PORT, timeout=60, context=Tls.context)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "Content-Type": kind, "Accept": "application/json, text/html"}
        if "XSRF-TOKEN" in cookies:
            headers["X-XSRF-TOKEN"] = cookies["XSRF-TOKEN"]
        c.request(method, path, body, headers)
        r = c.getresponse()
        r.read()
        for k, v in r.getheaders():
            if k.lower() == "set-cookie":
                name, _, value = v.split(";")[0].partition("=")
                cookies[name] = value
        return r.status
    ask("GET", "/camunda/app/tasklist/default/")
    signed = ask("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
                 urlencode({"username": w["user"], "password": PASSWORD}), "application/x-www-form-urlencoded")
    return {signed} | {ask("GET", "/camunda/api/engine/engine/default/task/count") for _ in range(20)}
