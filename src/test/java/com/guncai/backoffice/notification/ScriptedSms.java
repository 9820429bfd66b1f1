package com.guncai.backoffice.notification;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that answers as told and remembers what it was asked; it takes everything it was told nothing about. */
class ScriptedSms implements SmsSender {
    final List<Sms> sent = new ArrayList<>();
    final List<LocalDate> searched = new ArrayList<>();

    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private @Nullable Function<LocalDate, Trace> traces;
    private boolean dies;

    synchronized void answers(Outcome... next) {
        outcomes.addAll(List.of(next));
    }

    synchronized void finds(Trace trace) {
        traces = day -> trace;
    }

    synchronized void findsOn(LocalDate day, Trace trace) {
        traces = asked -> asked.equals(day) ? trace : new Trace.Absent();
    }

    /** The node goes down before the next answer is read. */
    synchronized void dies() {
        dies = true;
    }

    synchronized List<String> phones() {
        return sent.stream().map(Sms::phone).toList();
    }

    @Override
    public synchronized Outcome send(Sms sms) {
        sent.add(sms);
        if (dies) {
            dies = false;
            throw new IllegalStateException("the node goes down");
        }
        var next = outcomes.poll();
        return next == null ? new Outcome.Sent("biz-" + sent.size()) : next;
    }

    @Override
    public synchronized Trace find(String phone, String outId, LocalDate day) {
        searched.add(day);
        if (traces == null) {
            throw new AssertionError("nobody should have asked");
        }
        return traces.apply(day);
    }

    synchronized void reset() {
        sent.clear();
        searched.clear();
        outcomes.clear();
        traces = null;
        dies = false;
    }
}
