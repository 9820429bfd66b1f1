"""What is done to the nodes, the database and the platforms while orders go on."""
import concurrent.futures, random, signal, threading, time
from account import account
from peers import PG_BIN
from topology import Client, staff, sql, CONTROL_PORT, NODE_PORTS
from workload import GivenUp, Life

def storm(t, a):
    """Differences in the account at the end; a has orders, kills, restarts, cuts, faults, clients, seconds, refunds, top_ups."""
    told, given_up, left, lock, happened = {}, [], [a.orders], threading.Lock(), {}

    def people(t, i):
        life = Life(i, "Bearer " + t.customer(i), a.refunds, a.top_ups, told)
        end = time.time() + a.seconds
        while time.time() < end:
            with lock:
                if left[0] <= 0:
                    return life
                left[0] -= 1
            try:
                life.live()
            except GivenUp as e:
                given_up.append(str(e))
        return life

    def knocks(t, over):
        """Spread over the run by the orders that are done, in an order that a seed fixes."""
        plan = ["kill"] * a.kills + ["restart"] * a.restarts + ["cut"] * a.cuts + ["fault"] * a.faults
        random.Random(7).shuffle(plan)
        for n, what in enumerate(plan):
            while not over.is_set() and a.orders - left[0] < (n + 1) * a.orders / (len(plan) + 1):
                time.sleep(0.1)
            if over.is_set():
                return
            happened[what] = happened.get(what, 0) + 1
            if what == "kill":
                i = happened["kill"] % 2
                t.nodes[i].process.send_signal(signal.SIGKILL)
                t.nodes[i].process.wait()
                t.up(i)
            elif what == "restart":
                t.pg.as_postgres(f"{PG_BIN}/pg_ctl -D {t.pg.data} -m immediate stop")
                t.pg.start()
            elif what == "cut":
                sql("postgres", f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{t.db}'")
            else:
                r = random.Random(n)
                Client(CONTROL_PORT).ok("POST", "/faults", {"target": r.choice(["sms", "wechat", "wechat-pay"]), "operation": None,
                                        "fault": r.choice(["timeout", "error", "refuse"] if n % 3 else ["timeout", "error"]), "code": None, "times": 3})

    staff(NODE_PORTS[0], {"topper": "top-up-desk"})
    over = threading.Event()
    [t.customer(i) for i in range(a.clients)]
    with concurrent.futures.ThreadPoolExecutor(a.clients + 1) as pool:
        knocking = pool.submit(knocks, t, over)
        lives = [f.result() for f in [pool.submit(people, t, i) for i in range(a.clients)]]
        over.set()
        knocking.result()
    Client(CONTROL_PORT).ok("POST", "/faults/clear", {})
    differences = account(t, told, given_up)
    print(f"{len(told)} orders by {a.clients} clients; "
          + ", ".join(f"{n} {what}s" for what, n in sorted(happened.items()))
          + f"; {sum(p.again for l in lives for p in (l.customer, l.clerk, l.topper, l.service))} calls tried again")
    for d in differences:
        print("DIFFERENCE " + d)
    print("no difference" if not differences else f"{len(differences)} differences")
    return differences
