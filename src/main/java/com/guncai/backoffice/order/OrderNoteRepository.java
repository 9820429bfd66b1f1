package com.guncai.backoffice.order;

import java.util.List;
import org.springframework.data.repository.Repository;

interface OrderNoteRepository extends Repository<OrderNote, Long> {
    OrderNote save(OrderNote note);

    List<OrderNote> findByCaseNoOrderByAtAscIdAsc(String caseNo);
}
