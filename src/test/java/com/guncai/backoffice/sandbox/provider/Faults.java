package com.guncai.backoffice.sandbox.provider;

import com.guncai.backoffice.sandbox.provider.Fault.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults still to come, oldest first. */
public final class Faults {
    /** Calls an SDK makes on its own; a fault meets them only when it names them, so that it hits what was meant. */
    private static final Set<String> BEHIND_THE_SCENES = Set.of("token", "certificates");

    private final List<Fault> pending = new ArrayList<>();

    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    public synchronized void clear() {
        pending.clear();
    }

    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    /** Takes the fault that this call meets, if any. */
    public synchronized Optional<Fault> take(Target target, String operation) {
        for (int i = 0; i < pending.size(); i++) {
            var fault = pending.get(i);
            if (fault.target() != target || !hits(fault, operation)) continue;
            if (fault.times() == 1) pending.remove(i);
            else pending.set(i, fault.once());
            return Optional.of(fault);
        }
        return Optional.empty();
    }

    private static boolean hits(Fault fault, String operation) {
        return fault.operation() == null
                ? !BEHIND_THE_SCENES.contains(operation)
                : fault.operation().equals(operation);
    }
}
