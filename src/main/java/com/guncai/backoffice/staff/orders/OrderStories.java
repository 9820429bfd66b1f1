package com.guncai.backoffice.staff.orders;

import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.process.CaseDiagrams;
import com.guncai.backoffice.process.CaseHistory;
import com.guncai.backoffice.process.CaseTask;
import com.guncai.backoffice.process.FormLabels;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the story of an order together from what the modules know of it. Each look is recorded. */
@Service
@Transactional
class OrderStories {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z.:/_#+-]*");

    private final Orders orders;
    private final Customers customers;
    private final OrderNotes notes;
    private final List<StorySection> sections;
    private final CaseHistory history;
    private final CaseDiagrams diagrams;
    private final FormLabels labels;
    private final OrderReaders readers;
    private final OrderLookRepository looks;
    private final Clock clock;

    OrderStories(
            Orders orders,
            Customers customers,
            OrderNotes notes,
            List<StorySection> sections,
            CaseHistory history,
            CaseDiagrams diagrams,
            FormLabels labels,
            OrderReaders readers,
            OrderLookRepository looks,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.notes = notes;
        this.sections = sections;
        this.history = history;
        this.diagrams = diagrams;
        this.labels = labels;
        this.readers = readers;
        this.looks = looks;
        this.clock = clock;
    }

    /** @throws ProblemException {@code ORDER_NOT_FOUND}, also where it is no business of the reader's desk */
    OrderStory read(String orderNo, Authentication staff) {
        var order = visible(orderNo, staff);
        var reader = reader(order, staff);
        looks.save(new OrderLook(orderNo, staff.getName(), reader.needsContact(), BusinessTime.now(clock)));
        var told = told(order, reader);
        var cases = cases(told);
        var phone = customers.contact(order.customerId()).phone();
        return new OrderStory(
                order,
                phone == null ? "" : reader.phone(phone),
                told,
                history.tasks(orderNo, cases).stream()
                        .map(task -> new OrderStory.Task(task, entered(task, reader)))
                        .toList(),
                notes(orderNo, reader),
                diagrams.of(with(orderNo, cases)));
    }

    /** As above without a look: the notes, after one was added. */
    List<OrderNotes.Note> notes(String orderNo, Authentication staff) {
        return notes(orderNo, reader(visible(orderNo, staff), staff));
    }

    /** @return {@code null} when there is no such diagram of this order */
    @Transactional(readOnly = true)
    @Nullable
    String diagram(String orderNo, String instanceId, Authentication staff) {
        var order = visible(orderNo, staff);
        var own = diagrams.svg(List.of(orderNo), instanceId);
        return own != null ? own : diagrams.svg(cases(told(order, reader(order, staff))), instanceId);
    }

    void note(String orderNo, @Nullable String text, Authentication staff) {
        visible(orderNo, staff);
        notes.add(orderNo, text, staff.getName());
    }

    private StoryReader reader(Order order, Authentication staff) {
        return readers.reader(staff, order.service(), order.payableFen() > 0);
    }

    private Order visible(String orderNo, Authentication staff) {
        return orders.find(orderNo)
                .filter(order -> readers.scope(staff).covers(order))
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "没有这张订单"));
    }

    private List<OrderStory.Section> told(Order order, StoryReader reader) {
        var told = new LinkedHashMap<String, OrderStory.Section>();
        for (var section : sections) {
            var entries = section.entries(order, reader);
            if (!entries.isEmpty()) {
                told.computeIfAbsent(
                                section.name(),
                                name -> new OrderStory.Section(name, section.title(), new ArrayList<>()))
                        .entries()
                        .addAll(entries);
            }
        }
        return List.copyOf(told.values());
    }

    private static Set<String> cases(List<OrderStory.Section> told) {
        return told.stream()
                .flatMap(section -> section.entries().stream())
                .map(StoryEntry::caseNo)
                .filter(number -> !number.isEmpty())
                .collect(toSet());
    }

    private static List<String> with(String orderNo, Set<String> cases) {
        var all = new ArrayList<>(cases);
        all.add(orderNo);
        return all;
    }

    private List<OrderNotes.Note> notes(String orderNo, StoryReader reader) {
        return notes.of(orderNo).stream()
                .map(note -> new OrderNotes.Note(note.at(), note.who(), reader.text(note.text())))
                .toList();
    }

    /** Words may name people; numbers and answers do not, but for a mobile number. */
    private Map<String, String> entered(CaseTask task, StoryReader reader) {
        var readable = new LinkedHashMap<String, String>();
        labels.readable(task.key(), task.entered()).forEach((label, answer) -> {
            var typed = answer.typed();
            readable.put(
                    label,
                    MobileNumber.isValid(typed)
                            ? reader.phone(typed)
                            : NUMBER.matcher(typed).matches() ? answer.text() : reader.text(answer.text()));
        });
        return readable;
    }
}
