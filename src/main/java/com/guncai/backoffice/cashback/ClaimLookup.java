package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.OrderLookup;
import com.guncai.backoffice.order.SearchTerm;
import com.guncai.backoffice.shared.DigestColumns;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.SearchDigests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Claims are found by the payee's phone, name and account, and by the number of the transfer. */
@Configuration(proxyBeanMethods = false)
class ClaimLookup implements OrderLookup {
    /** Of Alipay, when it is no phone; of a bank card. */
    private static final Pattern ACCOUNT = Pattern.compile("\\S+@\\S+|\\d{16,19}");

    private static final String CLAIM = "select order_no from cashback_claim where ";

    private final PersonalDataCipher personalData;

    ClaimLookup(PersonalDataCipher personalData) {
        this.personalData = personalData;
    }

    @Override
    public Map<String, String> parameters(SearchTerm term) {
        return Map.of(
                "alipay",
                personalData.digest(Payee.alipay(term.plainPhone())),
                "card",
                personalData.digest(Payee.card(term.text())));
    }

    @Override
    public List<String> queries(SearchTerm term) {
        var queries = new ArrayList<String>();
        if (term.isPhone() || ACCOUNT.matcher(term.text()).matches()) {
            queries.add(CLAIM + "payee_digest in (:alipay, :card)");
        }
        if (term.isPhone()) {
            queries.add(CLAIM + "phone_digest = :phone");
        }
        if (term.isName()) {
            queries.add(CLAIM + "name_digest = :name");
        }
        if (term.isNumber()) {
            queries.add(CLAIM + "transfer_no in (:text, :upper)");
        }
        return queries;
    }

    @Bean
    static DigestColumns digestsOfClaims() {
        return new DigestColumns(
                "cashback_claim",
                "order_no",
                List.of(
                        new DigestColumns.Column("phone_digest", "phone", SearchDigests::phone),
                        new DigestColumns.Column("name_digest", "real_name", SearchDigests::name)));
    }
}
