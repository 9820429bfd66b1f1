"""Accounts for every order, message and fen: our tables and ledger against the sandbox's books."""
import collections, time
from topology import Client, sql, CONTROL_PORT

def settled(t, seconds=600):
    """What failed meanwhile is tried again now, not in an hour; what is left after that is a difference."""
    end = time.time() + seconds
    while time.time() < end:
        due, failed, dead = map(int, sql(t.db, "select count(*) filter (where retries_ > 0 and (duedate_ is null or duedate_ <= localtimestamp)), "
                    "count(*) filter (where retries_ > 0 and exception_msg_ is not null), count(*) filter (where retries_ = 0) from act_ru_job")[0])
        if failed:
            sql(t.db, "update act_ru_job set duedate_ = null, lock_exp_time_ = null, lock_owner_ = null, exception_msg_ = null where exception_msg_ is not null and retries_ > 0")
        if not due and not failed:
            return dead
        time.sleep(0.5)
    return -1

def account(t, told, given_up):
    differences = [f"given up: {text}" for text in given_up]
    dead = settled(t)
    if dead < 0:
        differences.append("jobs are still due after ten minutes")
    without_incident = int(sql(t.db, "select count(*) from act_ru_job j where retries_ = 0 and not exists "
                                     "(select 1 from act_ru_incident i where i.configuration_ = j.id_)")[0][0])
    if without_incident:
        differences.append(f"{without_incident} jobs gave up without an incident")
    for refund in Client(CONTROL_PORT).ok("POST", "/books", {})["refunds"]:
        if refund["status"] == "PROCESSING":
            Client(CONTROL_PORT).ok("POST", "/refunds/settle", {"outRefundNo": refund["outRefundNo"], "status": "SUCCESS"})
    settled(t)
    books = Client(CONTROL_PORT).ok("POST", "/books", {})
    ours = {n: (s, int(p), int(r)) for n, s, p, r in sql(t.db, "select order_no, status, paid_fen, refunded_fen from customer_order")}
    sums = collections.Counter()
    for number, status in told.items():
        if number not in ours:
            differences.append(f"{number} was answered and is gone")
        elif status in ("COMPLETED", "REFUNDED") and ours[number][0] != status:
            differences.append(f"{number} was told {status} and is {ours[number][0]}")
    paid = {o["orderNo"]: o for o in books["orders"] if o["tradeState"] in ("SUCCESS", "REFUND")}
    refunded = collections.Counter()
    for refund in books["refunds"]:
        if refund["status"] == "SUCCESS":
            refunded[refund["orderNo"]] += refund["refundFen"]
    for number, (status, fen, back) in ours.items():
        theirs = paid.get(number)
        if fen != (theirs["totalFen"] if theirs else 0):
            differences.append(f"{number} {status}: paid {fen} here, {theirs and theirs['totalFen']} at WeChat Pay")
        if back != refunded[number]:
            differences.append(f"{number} {status}: refunded {back} here, {refunded[number]} at WeChat Pay")
        sums["paid"] += fen
        sums["refunded"] += back
        sums["completed" if status == "COMPLETED" else "open"] += fen - back
    if sums["paid"] != sums["completed"] + sums["refunded"] + sums["open"]:
        differences.append(f"paid is not completed + refunded + open: {dict(sums)}")
    for fact, total in (("ORDER_PAID", sums["paid"]), ("REFUNDED", sums["refunded"])):
        booked = int(sql(t.db, f"select coalesce(sum(l.amount_fen), 0) from ledger_entry e join ledger_line l on l.entry_id = e.id "
                               f"where e.fact = '{fact}' and l.amount_fen > 0")[0][0])
        if booked != total:
            differences.append(f"the ledger has {booked} of {fact}, the orders have {total}")
    twice = sql(t.db, "select order_no, fact, count(*) from timeline_entry where fact is not null group by 1, 2 having count(*) > 1")
    differences += [f"{number}: {fact} {n} times in its timeline" for number, fact, n in twice]
    arrived = Client(CONTROL_PORT).ok("POST", "/messages", {})
    sms = collections.Counter((m["phone"], m["template"], m["params"].get("orderNo")) for m in arrived["sms"])
    pushed = collections.Counter((m["openid"], m["template"], str(sorted(m["params"].items()))) for m in arrived["weChat"])
    again = sum(n - 1 for n in sms.values()) + sum(n - 1 for n in pushed.values())
    states = collections.Counter(s for s, _, _ in ours.values())
    print(f"orders {dict(states)}; fen {dict(sums)}; SMS {sum(sms.values())}, WeChat {sum(pushed.values())}, "
          f"of them again {again}; incidents {max(dead, 0)}", flush=True)
    return differences
