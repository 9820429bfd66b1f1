package com.guncai.backoffice.process.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One play of a diagram along many paths, bound to the thread that plays it. */
class Trial {
    /** More steps without anybody doing anything are a circle. */
    private static final int MOST_STEPS_AT_ONCE = 300;

    private static final ThreadLocal<@Nullable Trial> CURRENT = new ThreadLocal<>();

    final Choices choices = new Choices();
    final SampleValues samples;
    final Set<String> formFields;
    final Set<String> flowsTaken = new HashSet<>();
    private final List<Step> path = new ArrayList<>();
    private final Map<String, Integer> happened = new HashMap<>();
    private final Map<String, List<String>> handedBack;
    private int stepsAtOnce;

    /** @param handedBack what a called process hands back, by its id */
    Trial(SampleValues samples, Set<String> formFields, Map<String, List<String>> handedBack) {
        this.samples = samples;
        this.formFields = formFields;
        this.handedBack = handedBack;
    }

    List<String> handedBack(String process) {
        return handedBack.getOrDefault(process, List.of());
    }

    static Trial current() {
        var trial = CURRENT.get();
        if (trial == null) {
            throw new IllegalStateException("nothing is on trial");
        }
        return trial;
    }

    void run(Runnable play) {
        CURRENT.set(this);
        try {
            play.run();
        } finally {
            CURRENT.remove();
        }
    }

    void nextPath() {
        choices.nextPath();
        path.clear();
        happened.clear();
        stepsAtOnce = 0;
    }

    /** Somebody does something: what follows counts anew. */
    void nextEvent() {
        stepsAtOnce = 0;
    }

    void passes(String id, @Nullable String name) {
        path.add(new Step(id, name == null || name.isBlank() ? id : name));
        if (++stepsAtOnce > MOST_STEPS_AT_ONCE) {
            throw new EndlessLoopException();
        }
    }

    /** How often something has happened on this path, this time included. */
    int times(String what) {
        return happened.merge(what, 1, Integer::sum);
    }

    int timesSoFar(String what) {
        return happened.getOrDefault(what, 0);
    }

    @Nullable
    String lastStep() {
        return path.isEmpty() ? null : path.get(path.size() - 1).id();
    }

    /** The path so far in words, each step once. */
    String told() {
        var names = new LinkedHashSet<String>();
        path.forEach(step -> names.add(step.name()));
        return String.join(" → ", names);
    }

    private record Step(String id, String name) {}

    /** A diagram goes round without anybody doing anything. */
    static class EndlessLoopException extends RuntimeException {
        EndlessLoopException() {
            super("一直转圈，没有人能让它停下");
        }
    }
}
