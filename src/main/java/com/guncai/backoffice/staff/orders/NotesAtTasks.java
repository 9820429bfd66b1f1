package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseNotes;
import com.guncai.backoffice.process.StaffDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps at the order what is written at its tasks, and shows it at the next. */
@Component
class NotesAtTasks implements CaseNotes {
    private final OrderNotes notes;
    private final Orders orders;

    private final StaffDirectory names;

    NotesAtTasks(OrderNotes notes, Orders orders, StaffDirectory names) {
        this.names = names;
        this.notes = notes;
        this.orders = orders;
    }

    @Override
    public void add(String orderNo, String text, String staff) {
        notes.add(orderNo, text, staff);
    }

    @Override
    public List<Note> of(String orderNo) {
        return notes.of(orderNo).stream()
                .map(note -> new Note(note.at(), names.name(note.who()), note.text()))
                .toList();
    }

    @Override
    public String page(String orderNo) {
        return orders.find(orderNo).isPresent() ? "/staff/orders/" + orderNo : "";
    }
}
