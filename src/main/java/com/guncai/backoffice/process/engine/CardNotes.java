package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.CaseNotes;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Puts the notes of an order on each card of its tasks, and the way to its page. */
class CardNotes {
    private final ApplicationContext context;

    CardNotes(ApplicationContext context) {
        this.context = context;
    }

    TaskCard.Appendix of(CaseProcess process, String caseNo) {
        var notes = context.getBean(CaseNotes.class);
        var orderNo = process.orderNo(caseNo);
        var lines = notes.of(orderNo).stream().map(CardNotes::line).toList();
        return new TaskCard.Appendix("备注", lines, CardText.link("订单全程", notes.page(orderNo)));
    }

    private static List<CardText> line(CaseNotes.Note note) {
        return List.of(
                CardText.plain(BusinessTime.text(note.at())), CardText.plain(note.who()), CardText.strong(note.text()));
    }
}
