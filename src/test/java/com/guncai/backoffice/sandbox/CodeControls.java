package com.guncai.backoffice.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Fills and empties the stock of movie codes; those added are valid for 90 days unless told otherwise. */
@SandboxOnly
@RestController
@RequestMapping("/sandbox/codes")
class CodeControls {
    private final DemoCodes codes;
    private final Clock clock;

    CodeControls(DemoCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<String>> add(@RequestBody Wanted wanted) {
        var until = wanted.validUntil() == null ? clock.instant().plus(Duration.ofDays(90)) : wanted.validUntil();
        return Map.of("codes", codes.add(wanted.count(), until));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardAll() {
        codes.discardAll();
    }

    record Wanted(int count, Instant validUntil) {}
}
