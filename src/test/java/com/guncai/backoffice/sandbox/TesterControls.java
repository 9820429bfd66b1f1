package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.TimeMachine.Time;
import com.guncai.backoffice.sandbox.aliyun.Sms;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Kind;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Time, faults and text messages. */
@SandboxOnly
@RestController
@RequestMapping("/sandbox")
class TesterControls {
    private final Sandbox sandbox;
    private final TimeMachine time;

    TesterControls(Sandbox sandbox, TimeMachine time) {
        this.sandbox = sandbox;
        this.time = time;
    }

    @GetMapping("/sms")
    List<Sms> sms(@RequestParam(required = false) @Nullable String phone) {
        return sandbox.smsTo(phone);
    }

    @PostMapping("/faults")
    List<Fault> fault(@RequestBody NewFault fault) {
        var times = fault.times() == null ? 1 : fault.times();
        sandbox.fault(new Fault(fault.target(), fault.operation(), fault.fault(), fault.code(), times));
        return sandbox.faults();
    }

    @GetMapping("/faults")
    List<Fault> faults() {
        return sandbox.faults();
    }

    @DeleteMapping("/faults")
    List<Fault> clearFaults() {
        sandbox.clearFaults();
        return sandbox.faults();
    }

    @GetMapping("/clock")
    Time clock() {
        return time.now();
    }

    @PostMapping("/clock")
    Time advance(@RequestBody Advance step) {
        return time.advance(step.advance());
    }

    /** @param operation narrows the fault to one kind of call; @param times 1 when absent */
    record NewFault(
            Target target, Kind fault, @Nullable String operation, @Nullable String code, @Nullable Integer times) {}

    record Advance(Duration advance) {}
}
