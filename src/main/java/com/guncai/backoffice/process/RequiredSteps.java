package com.guncai.backoffice.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the code needs of a diagram. A step is written as the action that it calls ({@code flowerOrderProcess.complete}) or as
 * the process that it calls ({@code RefundProcess}).
 *
 * @param ways how a case may end: every way from the start to the end passes the last step of one of these, and comes to each
 *     step by way of the one before
 * @param elsewhere steps that stand somewhere in the diagram besides
 */
public record RequiredSteps(List<List<String>> ways, Set<String> elsewhere) {
    /** Whatever is drawn will do. */
    public static final RequiredSteps NONE = new RequiredSteps(List.of(), Set.of());

    /** A case may end after these steps, in this order. */
    public static RequiredSteps endingBy(String... steps) {
        return NONE.orBy(steps);
    }

    /** As above, another way. */
    public RequiredSteps orBy(String... steps) {
        var more = new ArrayList<>(ways);
        more.add(List.of(steps));
        return new RequiredSteps(List.copyOf(more), elsewhere);
    }

    public RequiredSteps with(String... steps) {
        var more = new HashSet<>(elsewhere);
        more.addAll(List.of(steps));
        return new RequiredSteps(ways, Set.copyOf(more));
    }

    /** Each of them has to be there. */
    public List<String> all() {
        return Stream.concat(
                        ways.stream().flatMap(List::stream), elsewhere.stream().sorted())
                .distinct()
                .toList();
    }

    /** The steps after one of which a case may end. */
    public List<String> conclusions() {
        return ways.stream().map(way -> way.get(way.size() - 1)).toList();
    }
}
