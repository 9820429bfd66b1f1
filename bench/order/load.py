"""What is measured under load, in rounds that alternate between the peers."""
import concurrent.futures, os, statistics, time
from peers import Client, sql, CONTROL_PORT

def percentile(values, q):
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]

def together(acts):
    """All at once; what one of them throws is thrown, so that a peer that fails under load does not count as fast."""
    with concurrent.futures.ThreadPoolExecutor(len(acts)) as pool:
        return [f.result() for f in [pool.submit(act) for act in acts]]

def loop(workers, seconds, act):
    """Closed loop: each worker does one thing after the other. Returns times in ms and the wall seconds until the last ended."""
    start = time.perf_counter()
    def run(w):
        mine = []
        while time.perf_counter() - start < seconds:
            t = time.perf_counter()
            act(w)
            mine.append((time.perf_counter() - t) * 1000)
        return mine
    found = together([lambda w=w: run(w) for w in workers])
    return [t for mine in found for t in mine], time.perf_counter() - start

class Cpu:
    """Seconds of processor that each process took within a block."""
    def __init__(self, parts):
        self.parts = {**parts, "driver": lambda: sum(os.times()[:2])}
    def __enter__(self):
        self.before = {k: f() for k, f in self.parts.items()}
        return self
    def __exit__(self, *_):
        self.spent = {k: f() - self.before[k] for k, f in self.parts.items()}

class Load:
    def __init__(self, pg, us, bare, log):
        self.pg, self.us, self.bare, self.log = pg, us, bare, log
        self.workers = {p: [p.worker(i) for i in range(32)] for p in (us, bare)}
        self.results = {}
    def parts(self, peer):
        parts = {"jvm": peer.jvm.cpu, "postgres": self.pg.cpu}
        return {**parts, "sandbox": self.us.sandbox.cpu} if peer is self.us else parts
    def note(self, key, count, wall, times, cpu):
        r = {"rate": count / wall, "times": times, "cpu": {k: v * 1000 / count for k, v in cpu.items()}, "count": count}
        self.results.setdefault(key, []).append(r)
        self.log(f"{key}: {r['rate']:.1f}/s, p50 {percentile(times, .5):.1f} p99 {percentile(times, .99):.1f} ms, cpu ms each "
                 + " ".join(f"{k} {v:.1f}" for k, v in r["cpu"].items()))
    def settle(self, peer):
        peer.jobs_done(600)
        peer.put_timers_off()
        if peer is self.us:
            Client(CONTROL_PORT).ok("POST", "/messages/clear", {})
    def timed(self, key, peer, clients, seconds, act):
        with Cpu(self.parts(peer)) as cpu:
            times, wall = loop(self.workers[peer][:clients], seconds, act)
        self.note(key, len(times), wall, times, cpu.spent)
        self.settle(peer)
    def warm(self, seconds):
        """Both JVMs compile what will be measured."""
        self.bare.messages(True)
        for peer in (self.us, self.bare):
            loop(self.workers[peer][:8], seconds, peer.life)
            loop(self.workers[peer][:8], seconds / 2, peer.place)
            if peer is self.bare:
                loop(self.workers[peer][:8], seconds / 2, peer.start_by_rest)
            self.settle(peer)
        self.results.clear()
    def placing(self, rounds, seconds, clients=(1, 8, 32)):
        self.bare.messages(False)
        for _ in range(rounds):
            for c in clients:
                self.timed(("place", "us", c), self.us, c, seconds, self.us.place)
                self.timed(("place", "bare", c), self.bare, c, seconds, self.bare.place)
                self.timed(("place", "rest", c), self.bare, c, seconds, self.bare.start_by_rest)
    def noticing(self, rounds, count):
        """From the notice's departure until the clerk's query shows the task."""
        for _ in range(rounds):
            for peer in (self.us, self.bare):
                w = self.workers[peer][0]
                numbers = [peer.place(w) for _ in range(count)]
                with Cpu(self.parts(peer)) as cpu:
                    times, start = [], time.perf_counter()
                    for number in numbers:
                        t = time.perf_counter()
                        peer.pay(w, number)
                        while not peer.task(w["clerk"], number):
                            pass
                        times.append((time.perf_counter() - t) * 1000)
                    wall = time.perf_counter() - start
                self.note(("notice", peer.name, 1), count, wall, times, cpu.spent)
                self.settle(peer)
    def living(self, rounds, seconds):
        """Placed to completed by eight clerks, and until the last job is done."""
        for _ in range(rounds):
            for name, peer, on in (("us", self.us, None), ("bare", self.bare, False), ("bare+messages", self.bare, True)):
                if on is not None:
                    self.bare.messages(on)
                with Cpu(self.parts(peer)) as cpu:
                    start = time.perf_counter()
                    times, wall = loop(self.workers[peer][:8], seconds, peer.life)
                    peer.jobs_done(600)
                    drained = time.perf_counter() - start
                self.note(("life", name, 8), len(times), wall, times, cpu.spent)
                self.results[("life", name, 8)][-1]["drained"] = len(times) / drained
                self.settle(peer)
        self.bare.messages(False)

    def rate(self, key, what="rate"):
        return statistics.median(r[what] for r in self.results[key])
    def ratio(self, ours, theirs, what="rate"):
        """Median of the rounds' ratios, smallest and largest behind it."""
        pairs = [a[what] / b[what] for a, b in zip(self.results[ours], self.results[theirs])]
        return statistics.median(pairs), min(pairs), max(pairs)
    def latency(self, key, q):
        return percentile([t for r in self.results[key] for t in r["times"]], q)
    def cpu(self, key, part):
        return statistics.median(r["cpu"].get(part, 0) for r in self.results[key])

RESET = "select pg_stat_statements_reset()"
def wal(start=None):
    if start is None:
        sql("postgres", "checkpoint")
        return sql("postgres", "select pg_current_wal_lsn()")[0][0]
    end = sql("postgres", "select pg_current_wal_flush_lsn()")[0][0]
    rows = sql("postgres", f"select coalesce(sum(record_size),0), coalesce(sum(fpi_size),0), "
               f"pg_wal_lsn_diff('{end}','{start}') from pg_get_wal_stats('{start}','{end}')")[0]
    return [float(x) for x in rows]

def statements(db):
    """(text, calls, WAL bytes); what begins and ends transactions counts apart."""
    return sql("postgres", "select regexp_replace(query, '\\s+', ' ', 'g'), sum(calls), sum(wal_bytes), sum(rows) from pg_stat_statements s "
               f"join pg_database d on d.oid = s.dbid where datname = '{db}' and query not like '%pg_stat_statements%' "
               "and query not like '%bench_probe%' group by 1 order by 2 desc")

def is_polling(text):
    return text.startswith("select RES.ID_, RES.REV_, RES.DUEDATE_, RES.PROCESS_INSTANCE_ID_") and "ACT_RU_JOB" in text

def is_bracket(text):
    return text.split(" ")[0].upper().rstrip(";") in ("BEGIN", "COMMIT", "ROLLBACK", "SET", "SHOW")

def count(db):
    rows = [(t, int(c), int(w)) for t, c, w, _ in statements(db)]
    return {"sql": sum(c for t, c, _ in rows if not is_bracket(t) and not is_polling(t)),
            "tx": sum(c for t, c, _ in rows if t.upper().startswith("BEGIN")),
            "polls": sum(c for t, c, _ in rows if is_polling(t)),
            "rows": [r for r in rows if not is_bracket(r[0]) and not is_polling(r[0])]}

def steps(peer, w):
    """One life on an idle system: per step what was sent, its jobs included."""
    found = []
    def look(name, act):
        peer.jobs_done()
        time.sleep(0.3)
        sql("postgres", RESET)
        answer = act()
        peer.jobs_done()
        time.sleep(0.3)
        found.append((name, count(peer.db)))
        return answer

    peer.life(w, look)
    return found

def lives(peer, workers, each):
    """Statements and WAL bytes of an order over its life, the mean of many."""
    peer.jobs_done()
    sql(peer.db, "vacuum analyze")
    start = wal()
    sql("postgres", RESET)
    together([lambda w=w: [peer.life(w) for _ in range(each)] for w in workers])
    peer.jobs_done(600)
    time.sleep(1.5)  # the delivery reports of the text messages come a second later
    n = each * len(workers)
    c, (records, images, total) = count(peer.db), wal(start)
    return {"sql": c["sql"] / n, "tx": c["tx"] / n, "polls": c["polls"] / n, "wal": total / n, "records": records / n,
            "images": images / n, "rows": [(t, k / n, b / n) for t, k, b in c["rows"]]}
