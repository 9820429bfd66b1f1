package com.guncai.backoffice.flower;

import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.SearchDigests;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What was ordered, for whom, and how it was fulfilled. What names a person is encrypted. */
@Entity
@EntityListeners(SearchDigests.class)
class FlowerOrder implements SearchDigests.Searchable {
    @Id
    private String orderNo;

    private String flowerId;
    private String flowerName;
    private String city;

    @Convert(converter = PersonalDataCipher.class)
    private String address;

    @Convert(converter = PersonalDataCipher.class)
    private String recipient;

    @Convert(converter = PersonalDataCipher.class)
    private String phone;

    private @Nullable String phoneDigest;
    private @Nullable String recipientDigest;
    private @Nullable String addressDigest;
    private Instant deliverySlot;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String cardMessage;

    @Convert(converter = TypedText.class)
    private @Nullable String shopName;

    @Convert(converter = TypedText.class)
    private @Nullable String shopPhone;

    private @Nullable Instant estimatedDeliveryAt;
    private @Nullable String purchaseOrderNo;
    private @Nullable Long purchaseCostFen;

    @Convert(converter = TypedText.class)
    private @Nullable String undeliverableReason;

    @Convert(converter = TypedText.class)
    private @Nullable String deliveryNote;

    private @Nullable Instant confirmedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected FlowerOrder() {}

    FlowerOrder(String orderNo, Flower flower, FlowerOrderRequest request) {
        this.orderNo = orderNo;
        this.flowerId = flower.id();
        this.flowerName = flower.name();
        this.city = request.city();
        this.address = request.address().strip();
        this.recipient = request.recipient().strip();
        this.phone = request.phone();
        this.deliverySlot = request.deliverySlot().toInstant();
        this.cardMessage = request.cardMessage();
    }

    void redirected(DeliveryChangeRequest change) {
        city = change.or(change.city(), city);
        address = change.or(change.address(), address);
        recipient = change.or(change.recipient(), recipient);
        phone = change.or(change.phone(), phone);
        var slot = change.deliverySlot();
        deliverySlot = slot == null ? deliverySlot : slot.toInstant();
    }

    @Override
    public void keep(SearchDigests digests) {
        phoneDigest = digests.phone(phone);
        recipientDigest = digests.name(recipient);
        addressDigest = digests.place(address);
    }

    void bought(ShopContact shop) {
        shopName = shop.name();
        shopPhone = shop.phone();
        estimatedDeliveryAt = shop.estimatedDeliveryAt();
        purchaseOrderNo = shop.purchaseOrderNo();
        purchaseCostFen = shop.purchaseCostFen();
    }

    void undeliverable(String reason) {
        undeliverableReason = reason;
    }

    /** To be delivered once more: a slot that is over becomes the next whole hour. */
    void reopened(Instant now) {
        if (deliverySlot.isBefore(now)) {
            deliverySlot = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        confirmedAt = null;
        deliveryNote = null;
        undeliverableReason = null;
    }

    void confirmedAt(Instant now) {
        confirmedAt = now;
    }

    void delivered(@Nullable String note) {
        deliveryNote = note;
    }

    String orderNo() {
        return orderNo;
    }

    String flowerId() {
        return flowerId;
    }

    String flowerName() {
        return flowerName;
    }

    String city() {
        return city;
    }

    String address() {
        return address;
    }

    /** Finds other orders that go to the same address; {@code null} until it is made for an order of an earlier release. */
    @Nullable
    String addressDigest() {
        return addressDigest;
    }

    String recipient() {
        return recipient;
    }

    String phone() {
        return phone;
    }

    Instant deliverySlot() {
        return deliverySlot;
    }

    @Nullable
    String cardMessage() {
        return cardMessage;
    }

    @Nullable
    String shopName() {
        return shopName;
    }

    @Nullable
    String shopPhone() {
        return shopPhone;
    }

    @Nullable
    Instant estimatedDeliveryAt() {
        return estimatedDeliveryAt;
    }

    @Nullable
    String purchaseOrderNo() {
        return purchaseOrderNo;
    }

    @Nullable
    Long purchaseCostFen() {
        return purchaseCostFen;
    }

    @Nullable
    String undeliverableReason() {
        return undeliverableReason;
    }

    /** What the clerk wrote when the flowers had arrived. */
    @Nullable
    String deliveryNote() {
        return deliveryNote;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }
}
