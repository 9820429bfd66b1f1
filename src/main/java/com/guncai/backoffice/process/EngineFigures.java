package com.guncai.backoffice.process;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What only a manager can set going again. */
@Component
class EngineFigures implements BoardFigures {
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final OpenWork work;
    private final UnattendedCases unattended;

    EngineFigures(OpenWork work, UnattendedCases unattended) {
        this.work = work;
        this.unattended = unattended;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public Set<String> groups() {
        return Set.of(StaffGroup.MANAGERS.id());
    }

    @Override
    public List<Figure> figures() {
        var incidents = work.incidents();
        var lost = unattended.found();
        return List.of(
                new Figure("异常", Long.toString(incidents), "步骤失败，等主管处理", Tone.ofTrouble(incidents), COCKPIT),
                new Figure("没有流程的订单", Integer.toString(lost), "已付款但没有流程在办", Tone.ofTrouble(lost), null));
    }
}
