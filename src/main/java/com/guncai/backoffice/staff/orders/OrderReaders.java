package com.guncai.backoffice.staff.orders;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.order.OrderSearch;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.Services;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Which orders a member of staff sees, and how much of them. A desk sees the orders of the services it works at; customer
 * service, finance and managers see all. Whom an order is about is shown in full to whoever has to reach them: the desk of the
 * service, customer service, and managers, who take over what stays undone.
 */
@Component
class OrderReaders {
    private static final String CUSTOMER_SERVICE = "customer-service";

    private static final Set<String> SEE_ALL =
            Set.of(CUSTOMER_SERVICE, "finance", StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id());

    /** They reach people of every order. */
    private static final Set<String> CALL = Set.of(CUSTOMER_SERVICE, StaffGroup.MANAGERS.id());

    private final Services services;
    private final List<CaseProcess> processes;
    private final List<StaffPageAccess> pages;
    private final Clock clock;

    OrderReaders(Services services, List<CaseProcess> processes, List<StaffPageAccess> pages, Clock clock) {
        this.clock = clock;
        this.services = services;
        this.processes = processes;
        this.pages = pages;
    }

    /** Whether a member of staff may begin something at an order, as the last part of its address says. */
    boolean mayBegin(String action, Authentication staff) {
        return pages.stream()
                .filter(page -> page.changes() && page.path().equals("/staff/api/orders/*/" + action))
                .anyMatch(page -> !Collections.disjoint(page.groups(), groups(staff)));
    }

    static Set<String> groups(Authentication staff) {
        return staff.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toUnmodifiableSet());
    }

    /**
     * What a search may look at.
     *
     * @throws ProblemException {@code REQUEST_INVALID} for a service that nobody declares
     */
    OrderSearch.Criteria criteria(OrderQuery query, Authentication staff) {
        return query.criteria(scope(staff, query.deskId(), service(query.service())), clock.instant());
    }

    /**
     * By its code; {@code null} for none.
     *
     * @throws ProblemException {@code REQUEST_INVALID} for one that nobody declares
     */
    @Nullable
    ServiceCode service(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : services.all().stream()
                        .filter(one -> one.code().equals(code))
                        .findAny()
                        .orElseThrow(() -> ProblemException.invalid(ProblemCode.REQUEST_INVALID, "没有这项业务"));
    }

    /** Of which orders a member of staff reads, by name. */
    List<ServiceCode> services(Authentication staff) {
        var scope = scope(staff);
        return Stream.concat(scope.priced().stream(), scope.claims().stream())
                .distinct()
                .sorted(Comparator.comparing(ServiceCode::label))
                .toList();
    }

    /** Which orders a member of staff sees. */
    OrderSearch.Scope scope(Authentication staff) {
        return scope(staff, "", null);
    }

    /** As above, narrowed to those of one desk unless it is empty, and of one service. */
    OrderSearch.Scope scope(Authentication staff, String desk, @Nullable ServiceCode only) {
        return new OrderSearch.Scope(visible(staff, desk, only, true), visible(staff, desk, only, false));
    }

    /** Who reads an order of a service. */
    StoryReader reader(Authentication staff, ServiceCode service, boolean priced) {
        var groups = groups(staff);
        var needsContact = !Collections.disjoint(groups, CALL)
                || (Collections.disjoint(groups, SEE_ALL) && worksAt(groups, service, priced));
        return new StoryReader(staff.getName(), groups, needsContact);
    }

    private Set<ServiceCode> visible(Authentication staff, String desk, @Nullable ServiceCode only, boolean priced) {
        var groups = groups(staff);
        var all = !Collections.disjoint(groups, SEE_ALL);
        return services.all().stream()
                .filter(service -> only == null || only.equals(service))
                .filter(service -> all || worksAt(groups, service, priced))
                .filter(service -> desk.isEmpty() || worksAt(Set.of(desk), service, priced))
                .collect(toUnmodifiableSet());
    }

    private boolean worksAt(Set<String> groups, ServiceCode service, boolean priced) {
        return processes.stream()
                .anyMatch(process ->
                        process.concerns(service, priced) && !Collections.disjoint(process.candidateGroups(), groups));
    }
}
