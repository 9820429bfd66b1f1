package com.guncai.backoffice.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Lets several act at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each call answered, in the order given. */
    @SafeVarargs
    public static <T> List<T> atOnce(Supplier<T>... calls) {
        return atOnce(List.of(calls));
    }

    /** As above. */
    public static <T> List<T> atOnce(List<Supplier<T>> calls) {
        var start = new CyclicBarrier(calls.size());
        var running = calls.stream()
                .map(call -> CompletableFuture.supplyAsync(
                        () -> {
                            meet(start);
                            return call.get();
                        },
                        task -> new Thread(task).start()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
