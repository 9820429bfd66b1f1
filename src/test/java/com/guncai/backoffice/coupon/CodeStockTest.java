package com.guncai.backoffice.coupon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** What a code is kept from: to be handed out while somebody else disposes of it. */
class CodeStockTest {
    private final CouponProductRepository products = mock();
    private final CouponCodeRepository codes = mock();
    private final CodeStock stock = new CodeStock(products, codes, List.of(), event -> {}, Clock.systemUTC());

    @BeforeEach
    void thereIsAProduct() {
        CouponProduct product = mock();
        when(product.id()).thenReturn("movie-30");
        when(products.findAllLocked(Coupon.Kind.CODE)).thenReturn(List.of(product));
        when(products.findLocked("movie-30")).thenReturn(Optional.of(product));
    }

    @Test
    void aCodeThatIsGoneBeforeItIsMarkedIsNotHandedOut() {
        CouponCode first = mock();
        CouponCode second = mock();
        when(codes.earliest(anyString(), any(), any())).thenReturn(List.of(first, second));
        when(codes.issue(anyCollection(), any())).thenReturn(1);

        assertThatThrownBy(() -> stock.take("movie-30", 2)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void nothingIsDiscardedWhileSomebodyTakesCodes() {
        stock.discard();

        var order = inOrder(products, codes);
        order.verify(products).findAllLocked(Coupon.Kind.CODE);
        order.verify(codes).discard(eq(List.of("movie-30")), any(), any());
    }
}
