package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rights of a customer by the law on personal data: to read what is kept, and to have the account closed. */
@Service
@Transactional
class CustomerAccounts {
    private final CustomerRepository customers;
    private final List<CustomerData> kept;
    private final PersonalDataCipher personalData;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CustomerAccounts(
            CustomerRepository customers,
            List<CustomerData> kept,
            PersonalDataCipher personalData,
            JdbcTemplate jdbc,
            Clock clock) {
        this.customers = customers;
        this.kept = kept;
        this.personalData = personalData;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes, where the customer sees a code by it, that it was seen. */
    Map<String, Object> data(CurrentCustomer customer) {
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "customer",
                customers.findById(customer.id()).map(CustomerAccounts::person).orElseThrow(this::unknown));
        kept.forEach(module -> all.putAll(module.of(customer.id())));
        return all;
    }

    /**
     * Signs the customer out everywhere; the same WeChat user who comes again is a new customer.
     *
     * @throws ProblemException {@code ACCOUNT_IN_USE}
     */
    void close(CurrentCustomer customer) {
        // Waits for an order that is just being placed, which refers to this row.
        var rows = jdbc.queryForList("select id from customer where id = ? for update", Long.class, customer.id());
        if (rows.isEmpty()) {
            throw unknown();
        }
        kept.stream()
                .flatMap(module -> module.reasonToStay(customer.id()).stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw ProblemException.conflict(ProblemCode.ACCOUNT_IN_USE, reason);
                });
        kept.forEach(module -> module.cut(customer.id()));
        var nobody = "closed-" + UUID.randomUUID();
        jdbc.update(
                """
                update customer set openid = ?, openid_digest = ?, phone = null, phone_digest = null, closed_at = ?,
                    version = version + 1
                where id = ?""",
                personalData.convertToDatabaseColumn(nobody),
                personalData.digest(nobody),
                Timestamp.from(BusinessTime.now(clock)),
                customer.id());
    }

    private static Map<String, Object> person(Customer customer) {
        var person = new LinkedHashMap<String, Object>();
        person.put("id", String.valueOf(customer.id()));
        person.put("openid", customer.openid());
        person.put("phone", customer.phone());
        person.put("createdAt", BusinessTime.offset(customer.createdAt()));
        return person;
    }

    private ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.CUSTOMER_NOT_FOUND, "用户不存在，请重新登录");
    }
}
