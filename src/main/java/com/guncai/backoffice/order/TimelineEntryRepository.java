package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface TimelineEntryRepository extends Repository<TimelineEntry, Long> {
    TimelineEntry save(TimelineEntry line);

    /** By time first: nodes draw ids ahead, so that a later line may bear a smaller one. */
    List<TimelineEntry> findByOrderNoInOrderByAtAscIdAsc(Collection<String> orderNos);
}
