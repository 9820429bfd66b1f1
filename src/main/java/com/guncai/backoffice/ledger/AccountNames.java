package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.Services;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people call an account: {@code 成本 · 鲜花配送}. */
@Component
public class AccountNames {
    private static final Map<String, String> COUPONS = Map.of("DEDUCTION", "抵扣券", "CASHBACK", "返现券", "CODE", "兑换码");

    private final Services services;

    AccountNames(Services services) {
        this.services = services;
    }

    public String of(Account account) {
        var part = account.part();
        return part == null ? account.kind().label() : account.kind().label() + " · " + part(account.kind(), part);
    }

    private String part(Account.Kind kind, String part) {
        return kind == Account.Kind.PICC ? COUPONS.getOrDefault(part, part) : service(part);
    }

    /** The name of a service that may have been given up since. */
    public String service(String code) {
        return services.all().stream()
                .filter(service -> service.code().equals(code))
                .map(ServiceCode::label)
                .findFirst()
                .orElse(code);
    }
}
