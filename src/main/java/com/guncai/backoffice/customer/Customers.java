package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who the customers are and how they are reached. */
@Service
public class Customers {
    private final CustomerRepository customers;
    private final PersonalDataCipher personalData;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Customers(
            CustomerRepository customers,
            PersonalDataCipher personalData,
            TransactionTemplate transaction,
            Clock clock) {
        this.customers = customers;
        this.personalData = personalData;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The customer behind a WeChat user, made at the first sign-in. Two first sign-ins at once find the same one. */
    Profile signedIn(String openid) {
        var digest = personalData.digest(openid);
        var known = find(openid, digest);
        if (known.isPresent()) {
            return profile(known.get());
        }
        try {
            return profile(customers.saveAndFlush(new Customer(openid, digest, BusinessTime.now(clock))));
        } catch (DataIntegrityViolationException madeMeanwhile) {
            return profile(find(openid, digest).orElseThrow(() -> madeMeanwhile));
        }
    }

    /** One of an earlier release may still stand there in clear. */
    private Optional<Customer> find(String openid, String digest) {
        return customers.findByOpenidDigest(digest).or(() -> customers.findInClear(openid));
    }

    Profile bindPhone(CurrentCustomer customer, String phone) {
        return transaction.execute(status -> {
            var bound = find(customer.id());
            bound.bind(phone, personalData.digest(phone));
            return profile(bound);
        });
    }

    /** By which the customer's coupons are found; {@code null} while no phone is bound. */
    @Transactional(readOnly = true)
    public @Nullable String phoneDigest(CurrentCustomer customer) {
        return find(customer.id()).phoneDigest();
    }

    /** Whose coupons the customer may use. */
    @Transactional(readOnly = true)
    public CouponOwner couponOwner(CurrentCustomer customer) {
        return new CouponOwner(customer.id(), phoneDigest(customer));
    }

    /** How to reach a customer. */
    @Transactional(readOnly = true)
    public Contact contact(long customerId) {
        var customer = find(customerId);
        return new Contact(customer.openid(), customer.phone());
    }

    /** Phones in full by customer, in one query; who bound none is left out. */
    @Transactional(readOnly = true)
    public Map<Long, String> phones(Collection<Long> customerIds) {
        var phones = new HashMap<Long, String>();
        for (var customer : customerIds.isEmpty() ? List.<Customer>of() : customers.findByIdIn(customerIds)) {
            if (customer.phone() != null) {
                phones.put(customer.id(), customer.phone());
            }
        }
        return phones;
    }

    private Customer find(long id) {
        return customers
                .findById(id)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.CUSTOMER_NOT_FOUND, "用户不存在，请重新登录"));
    }

    private static Profile profile(Customer customer) {
        var phone = customer.phone();
        return new Profile(String.valueOf(customer.id()), phone == null ? null : MobileNumber.masked(phone));
    }

    /**
     * @param phone in full; {@code null} while none is bound
     */
    public record Contact(String openid, @Nullable String phone) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** As the API shows it: the phone masked, {@code null} until bound. */
    record Profile(String id, @Nullable String phone) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
