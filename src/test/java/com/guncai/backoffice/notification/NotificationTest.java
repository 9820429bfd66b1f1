package com.guncai.backoffice.notification;

import static com.guncai.backoffice.notification.NotificationSlice.Step.CURRENT;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A step of a process in the module's own slice; each test is a new order and a new step. */
@DataJpaTest
@ContextConfiguration(classes = NotificationSlice.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class NotificationTest {
    @Autowired
    protected MessageProcess messageProcess;

    @Autowired
    protected MessageRepository messages;

    @Autowired
    protected ScriptedSms sms;

    @Autowired
    protected MovableClock clock;

    protected String orderNo = "";

    @BeforeEach
    void aNewStep() {
        orderNo = "F" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        CURRENT.set(UUID.randomUUID().toString());
        clock.tomorrow(LocalTime.of(10, 0));
    }

    @AfterEach
    void forget() {
        sms.reset();
    }

    protected void tellDesk() {
        messageProcess.sendToDesk(orderNo, "flower-desk", "DESK_ORDER_PAID");
    }

    protected void nextStep() {
        CURRENT.set(UUID.randomUUID().toString());
    }

    protected List<Message> written() {
        return messages.findByOrderNoOrderById(orderNo);
    }

    protected Message only() {
        var all = written();
        if (all.size() != 1) {
            throw new AssertionError("expected one message but found " + all.size());
        }
        return all.get(0);
    }
}
