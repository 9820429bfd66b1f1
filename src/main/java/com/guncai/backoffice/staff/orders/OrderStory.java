package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.process.CaseDiagrams.CaseDiagram;
import com.guncai.backoffice.process.CaseTask;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one order, as one reader may see it. */
final class OrderStory {
    /** Members that the JSON always has, and the order of the sections on the page. */
    private static final List<String> KNOWN = List.of(
            StorySection.PAYMENTS,
            StorySection.PURCHASES,
            StorySection.REFUNDS,
            StorySection.AFTER_SALES,
            StorySection.COUPONS,
            StorySection.MESSAGES,
            StorySection.TIMELINE);

    private final Order order;
    private final String phone;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Task> tasks;
    private final List<OrderNotes.Note> notes;
    private final List<CaseDiagram> diagrams;

    OrderStory(
            Order order,
            String phone,
            List<Section> sections,
            List<Task> tasks,
            List<OrderNotes.Note> notes,
            List<CaseDiagram> diagrams) {
        this.order = order;
        this.phone = phone;
        this.tasks = tasks;
        this.notes = notes;
        this.diagrams = diagrams;
        KNOWN.forEach(name -> sections.stream()
                .filter(section -> section.name().equals(name))
                .forEach(section -> this.sections.put(name, section)));
        sections.forEach(section -> this.sections.putIfAbsent(section.name(), section));
    }

    public Order order() {
        return order;
    }

    /** The customer's, as the reader may see it; empty when none is bound. */
    public String phone() {
        return phone;
    }

    /** What was ordered. */
    public List<StoryEntry> ordered() {
        return entries(StorySection.ORDERED);
    }

    /** All others that have entries. */
    public List<Section> sections() {
        return sections.values().stream()
                .filter(section -> !section.name().equals(StorySection.ORDERED))
                .toList();
    }

    public List<Task> tasks() {
        return tasks;
    }

    public List<OrderNotes.Note> notes() {
        return notes;
    }

    public List<CaseDiagram> diagrams() {
        return diagrams;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("order", orderJson());
        json.put("tasks", tasks.stream().map(Task::json).toList());
        json.put(
                "notes",
                notes.stream()
                        .map(note ->
                                Map.of("at", BusinessTime.offset(note.at()), "by", note.who(), "text", note.text()))
                        .toList());
        KNOWN.forEach(name -> json.putIfAbsent(name, members(name)));
        sections().forEach(section -> json.putIfAbsent(section.name(), members(section.name())));
        return json;
    }

    private Map<String, Object> orderJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("orderNo", order.orderNo());
        json.put("service", order.service());
        json.put("status", order.status());
        json.put("customerPhone", phone);
        json.put("priceFen", order.priceFen());
        json.put("discountFen", order.discountFen());
        json.put("payableFen", order.payableFen());
        json.put("paidFen", order.paidFen());
        json.put("refundableFen", order.refundableFen());
        json.put("createdAt", BusinessTime.offset(order.createdAt()));
        if (order.rejectReason() != null) {
            json.put("rejectReason", order.rejectReason());
        }
        var details = new LinkedHashMap<String, Object>();
        ordered().forEach(entry -> details.putAll(entry.members()));
        json.put("details", details);
        return json;
    }

    private List<Map<String, Object>> members(String name) {
        return entries(name).stream().map(StoryEntry::members).toList();
    }

    private List<StoryEntry> entries(String name) {
        var section = sections.get(name);
        return section == null ? List.of() : section.entries();
    }

    @Override
    public String toString() {
        return "OrderStory[masked]";
    }

    record Section(String name, String title, List<StoryEntry> entries) {}

    /** A task with what was entered, readable and as far as the reader may see it. */
    record Task(CaseTask task, Map<String, String> entered) {
        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("key", task.key());
            json.put("name", task.name());
            put(json, "claimedBy", task.claimedBy());
            put(json, "completedBy", task.completedBy());
            put(json, "createdAt", time(task.createdAt()));
            put(json, "completedAt", task.completed() ? time(task.endedAt()) : null);
            json.put("state", task.isOpen() ? "OPEN" : task.completed() ? "COMPLETED" : "CANCELLED");
            json.put("entered", entered);
            return json;
        }

        private static void put(Map<String, Object> json, String name, @Nullable Object value) {
            if (value != null) {
                json.put(name, value);
            }
        }

        private static @Nullable Object time(@Nullable Instant instant) {
            return instant == null ? null : BusinessTime.offset(instant);
        }

        @Override
        public String toString() {
            return "Task[masked]";
        }
    }
}
