package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.StaffPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages of orders: search, and the story of one. */
@StaffPage
@RequestMapping("/staff/orders")
class OrderPages {
    private static final int PAGE = 50;

    private final OrderList list;
    private final OrderStories stories;
    private final OrderReaders readers;
    private final OrderSearch search;
    private final List<StaffGroup> desks;
    private final StaffNames names;

    OrderPages(
            OrderList list,
            OrderStories stories,
            OrderReaders readers,
            OrderSearch search,
            List<StaffGroup> desks,
            StaffNames names) {
        this.list = list;
        this.stories = stories;
        this.readers = readers;
        this.search = search;
        this.desks = desks;
        this.names = names;
    }

    /** A page that is asked for by the one before comes alone, to be put below it. */
    @GetMapping
    String search(
            OrderQuery query,
            Authentication staff,
            Model model,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        model.addAttribute("page", list.page(query, staff, PageCursor.position(after), PAGE));
        model.addAttribute("query", query);
        model.addAttribute("parameters", query.parameters());
        model.addAttribute("names", names);
        if (part != null && after != null) {
            return "staff/orders :: rows";
        }
        model.addAttribute("services", readers.services(staff));
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("cities", search.cities());
        model.addAttribute(
                "desks",
                desks.stream()
                        .filter(desk -> !readers.scope(staff, desk.id(), null).isEmpty())
                        .toList());
        return "staff/orders";
    }

    @GetMapping("/{orderNo:[0-9A-Za-z]{1,32}}")
    String story(@PathVariable String orderNo, Authentication staff, Model model) {
        var story = stories.read(orderNo, staff);
        model.addAttribute("story", story);
        model.addAttribute("order", story.order());
        model.addAttribute("notes", story.notes());
        model.addAttribute("names", names);
        model.addAttribute(
                "refund", readers.mayBegin("refund", staff) && story.order().refundableFen() > 0);
        model.addAttribute("help", readers.mayBegin("after-sales", staff));
        return "staff/order";
    }

    @PostMapping("/{orderNo}/notes")
    String note(
            @PathVariable String orderNo,
            @RequestParam(required = false) @Nullable String text,
            Authentication staff,
            Model model) {
        stories.note(orderNo, text, staff);
        model.addAttribute("notes", stories.notes(orderNo, staff));
        model.addAttribute("names", names);
        return "staff/order :: notes";
    }

    @GetMapping("/{orderNo}/diagrams/{instance}.svg")
    @ResponseBody
    ResponseEntity<String> diagram(@PathVariable String orderNo, @PathVariable String instance, Authentication staff) {
        var svg = stories.diagram(orderNo, instance, staff);
        if (svg == null) {
            throw ProblemException.notFound(ProblemCode.NOT_FOUND, "没有这张流程图");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(svg);
    }
}
