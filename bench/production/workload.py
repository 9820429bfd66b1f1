"""Customers, clerks and customer service who go on while nodes and the database come and go: each step is tried until it is done,
with the key that makes it one."""
import random, time, uuid
from peers import CLERKS, PASSWORD, Client, basic, bouquet, bought, CONTROL_PORT
from topology import NGINX_PORT, Tls

class GivenUp(Exception):
    pass

class Person:
    """Tries a call again while the answer is no answer: no connection, 5xx, 409 or 429."""
    def __init__(self, auth=None, headers=None):
        self.auth, self.more, self.client, self.again = auth, headers or {}, None, 0
    def ask(self, method, path, body=None, headers=None, patience=240, right=(200, 201, 202, 204), over=()):
        """status and answer; statuses of over are an answer, too."""
        end, answer = time.time() + patience, None
        while time.time() < end:
            try:
                self.client = self.client or Tls(NGINX_PORT, self.auth)
                status, answer = self.client.call(method, path, body, {**self.more, **(headers or {})})
                if status in right or status in over:
                    return status, answer
                if status < 500 and status not in (409, 429):
                    raise GivenUp(f"{method} {path}: {status} {str(answer)[:300]}")
                answer = f"{status} {answer}"
            except (OSError, ValueError) as broken:
                self.client, answer = None, broken
            except Exception as broken:
                if "http.client" not in type(broken).__module__:
                    raise
                self.client, answer = None, broken
            self.again += 1
            time.sleep(0.2 + random.random() / 2)
        raise GivenUp(f"{method} {path} not done in {patience} s: {str(answer)[:300]}")

class Life:
    """One order after the other. What was answered is noted in told: it has to be there at the end."""
    def __init__(self, i, token, share_refunds, share_top_ups, told):
        self.customer = Person(headers={"Authorization": token})
        self.clerk, self.user = Person(basic(CLERKS[i % 8])), CLERKS[i % 8]
        self.topper, self.service = Person(basic("topper")), Person(basic("kefu"))
        self.control, self.told = Client(CONTROL_PORT), told
        self.shares, self.random = (share_refunds, share_top_ups), random.Random(i)
    def place(self):
        key = {"Idempotency-Key": uuid.uuid4().hex}
        if self.random.random() < self.shares[1]:
            _, order = self.customer.ask("POST", "/api/v1/top-up-orders", {"phone": "13800000009", "faceFen": 5000}, key)
            return order["orderNo"], "TOP_UP"
        _, order = self.customer.ask("POST", "/api/v1/flower-orders", bouquet(), key)
        return order["orderNo"], "FLOWER"
    def pay(self, number):
        """Once, ten at once, twice, late or not told at all (a query finds it), with forged notices in between."""
        how = self.random.random()
        pay = {"orderNo": number}
        if how < 0.2:
            self.control.ok("POST", "/pay", {**pay, "forge": self.random.choice(["SIGNATURE", "AMOUNT", "CERTIFICATE", "TIMESTAMP"])})
            self.control.ok("POST", "/pay", pay)
        elif how < 0.4:
            self.control.ok("POST", "/pay", {**pay, "times": 10, "parallel": True})
        elif how < 0.6:
            self.control.ok("POST", "/pay", {**pay, "times": 2})
        else:
            self.control.ok("POST", "/pay", pay)
    def live(self):
        number, service = self.place()
        self.told[number] = "AWAITING_PAYMENT"
        self.customer.ask("POST", f"/api/v1/orders/{number}/payment", {})
        self.pay(number)
        self.told[number] = "PAID"
        self.until(number, lambda status: status != "AWAITING_PAYMENT", "is paid")
        if self.random.random() < self.shares[0]:
            return self.refund(number)
        if service == "TOP_UP":
            self.work(self.topper, "topper", number, {"toppedUp": True, "transactionNo": str(uuid.uuid4().int)[:28], "purchaseCostYuan": "49.50"})
        else:
            self.work(self.clerk, self.user, number, bought(number))
            self.until(number, lambda status: status == "ACCEPTED", "is accepted")
            self.work(self.clerk, self.user, number, {"deliveryNote": "已送达", "completeEarly": True})
        self.told[number] = "COMPLETED"
    def refund(self, number):
        self.customer.ask("POST", f"/api/v1/orders/{number}/refund-request", {"reason": "不要了"}, over=(409,))
        query = f"/engine-rest/task?processDefinitionKey=RefundProcess&processVariables=orderNo_eq_{number}"
        self.work(self.service, "kefu", number, {"refundApproved": True, "refundYuan": None, "orderContinues": False, "decisionNote": "同意"}, query)
        self.told[number] = "REFUNDED"
    def status(self, number):
        return self.customer.ask("GET", f"/api/v1/orders/{number}")[1]["status"]
    def until(self, number, right, what, patience=420):
        end = time.time() + patience
        while time.time() < end:
            if right(self.status(number)):
                return
            time.sleep(0.3)
        raise GivenUp(f"{number} never {what}")
    def work(self, clerk, user, number, answers, query=None):
        """Until the task is gone: an answer that got lost may have been a success."""
        query = query or f"/engine-rest/task?processInstanceBusinessKey={number}"
        fields, mine, end = {"variables": {k: {"value": v} for k, v in answers.items()}}, None, time.time() + 420
        while time.time() < end:
            found = clerk.ask("GET", query)[1]
            open_now = [t["id"] for t in found]
            if mine is None and open_now:
                mine = open_now[0]
            if mine is not None and mine not in open_now:
                return
            if mine is not None:
                clerk.ask("POST", f"/engine-rest/task/{mine}/claim", {"userId": user}, over=(400, 404), patience=60)
                status, _ = clerk.ask("POST", f"/engine-rest/task/{mine}/submit-form", fields, over=(400, 404), patience=60)
                if status == 204:
                    return
            time.sleep(0.3)
        raise GivenUp(f"{number}: no task that {user} could complete")
