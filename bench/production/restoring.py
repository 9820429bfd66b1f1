"""Takes a dump while orders go on, restores it elsewhere and compares every table."""
import filecmp, shutil, subprocess, threading, time
from topology import Client, sql, NODE_PORTS, WORK
from peers import PG_BIN, PG_PORT

CONNECT = ["-h", "127.0.0.1", "-p", str(PG_PORT), "-U", "bench"]
TABLES = "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1"

class Session:
    """One transaction that sees what the dump sees."""
    def __init__(self, db):
        self.psql = subprocess.Popen(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", *CONNECT, "-d", db], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ask("begin isolation level repeatable read read only")
        self.snapshot = self.ask("select pg_export_snapshot()")[0]
    def ask(self, text):
        self.psql.stdin.write(text + ";\n\\echo ---\n")
        self.psql.stdin.flush()
        lines = []
        for line in self.psql.stdout:
            if line.strip() == "---":
                return lines
            lines.append(line.rstrip("\n"))
        raise RuntimeError("psql ended")
    def close(self):
        self.psql.stdin.close()
        self.psql.wait()

def prints(ask, tables):
    """Rows and a print of their content, of each table."""
    return {t: ask(f"select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '') from (select md5(x::text) h from \"{t}\" x) y")[0] for t in tables}

def tool(name, *arguments):
    subprocess.run([shutil.which(name) or f"{PG_BIN}/{name}", *CONNECT, *arguments], check=True)

def rehearse(t, lives):
    """Whether everything came back."""
    w, over = t.worker(0), threading.Event()
    for _ in range(3):
        t.life(w)
    def go_on():
        other = t.worker(1)
        while not over.is_set():
            t.life(other)
    load = threading.Thread(target=go_on, daemon=True)
    load.start()
    for _ in range(lives):
        t.life(w)
    session = Session(t.db)
    dump = WORK / "backoffice.dump"
    before = time.time()
    tool("pg_dump", "-Fc", f"--snapshot={session.snapshot}", "-f", str(dump), t.db)
    took = time.time() - before
    receipts = WORK / "receipts"
    receipts.mkdir(exist_ok=True)
    subprocess.run(["tar", "czf", str(WORK / "receipts.tgz"), "-C", str(receipts), "."], check=True)
    tables = session.ask(TABLES)
    saw = prints(session.ask, tables)
    session.close()
    over.set()
    load.join()
    sql("postgres", "drop database if exists restored with (force)")
    sql("postgres", "create database restored")
    before = time.time()
    tool("pg_restore", "-d", "restored", "--exit-on-error", str(dump))
    back = time.time() - before
    restored = prints(lambda text: [r[0] for r in sql("restored", text)], [r[0] for r in sql("restored", TABLES)])
    different = sorted(n for n in saw.keys() | restored.keys() if saw.get(n) != restored.get(n))
    shutil.rmtree(WORK / "receipts-restored", ignore_errors=True)
    (WORK / "receipts-restored").mkdir()
    subprocess.run(["tar", "xzf", str(WORK / "receipts.tgz"), "-C", str(WORK / "receipts-restored")], check=True)
    names = [str(p.relative_to(receipts)) for p in receipts.rglob("*") if p.is_file()]
    _, odd, missing = filecmp.cmpfiles(receipts, WORK / "receipts-restored", names, shallow=False)
    rows = sum(int(v.split(" ")[0]) for v in saw.values())
    t.nodes[1].stop()
    # Nothing goes out of a restored system: no job runs.
    node = t.command(NODE_PORTS[1], "restored", "restored", more=["--camunda.bpm.job-execution.enabled=false"]).start()
    number = sql("restored", "select order_no from customer_order where status = 'COMPLETED' limit 1")[0][0]
    status, order = Client(NODE_PORTS[1]).call("GET", f"/api/v1/orders/{number}", headers={"Authorization": w["token"]})
    node.stop()
    print(f"dump {dump.stat().st_size:,} bytes in {took:.1f} s, restored in {back:.1f} s; {len(saw)} tables, {rows:,} rows compared, "
          f"{len(different)} differ; {len(names)} receipts, {len(odd) + len(missing)} differ; a node answers from it: {status}")
    for name in different:
        print(f"DIFFERENT {name}: {saw.get(name)} before, {restored.get(name)} restored")
    return not (different or odd or missing) and status == 200
