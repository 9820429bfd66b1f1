package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that belong to an order: written at one of its tasks or on its page, read on the card of every later task and in its
 * story. The customer does not read them; what he should read is {@link Orders#note}. A case that is no order, a batch, has
 * notes by its own number.
 */
@Service
@Transactional
public class OrderNotes {
    /** Characters. */
    public static final int LONGEST = 500;

    private final OrderNoteRepository notes;
    private final Clock clock;

    OrderNotes(OrderNoteRepository notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * @param who user id of staff, or who else says it: {@code 用户}
     * @throws ProblemException {@code NOTE_REQUIRED}, {@code TEXT_TOO_LONG}
     */
    public void add(String orderNo, @Nullable String text, String who) {
        var note = text == null ? "" : text.strip();
        if (note.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.NOTE_REQUIRED, "请填写备注");
        }
        if (note.codePointCount(0, note.length()) > LONGEST) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "备注最多 " + LONGEST + " 字");
        }
        notes.save(new OrderNote(orderNo, note, who, BusinessTime.now(clock)));
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(String orderNo) {
        return notes.findByCaseNoOrderByAtAscIdAsc(orderNo).stream()
                .map(note -> new Note(note.at(), note.who(), note.text()))
                .toList();
    }

    /** @param who user id of staff, or who else said it */
    public record Note(Instant at, String who, String text) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
