package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.shared.BodyLimit;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.web.MockHttpServletRequest;

/** A notification is read up to the limit of all bodies, whatever came before this endpoint. */
class NotificationEndpointTest {
    private final NotificationVerifier verifier = mock(NotificationVerifier.class);
    private final PaymentNotificationHandler notifications = mock(PaymentNotificationHandler.class);

    @Test
    void aNoticeUpToTheLimitIsJudged() throws IOException {
        when(verifier.verify(eq(notifications), any(), any()))
                .thenReturn(new NotificationResult(NotificationResult.Kind.ACCEPTED, null));

        assertThat(answer(BodyLimit.MAX_BYTES).value()).isEqualTo(204);
    }

    @Test
    void aLongerOneIsRefusedUnread() throws IOException {
        assertThat(answer(BodyLimit.MAX_BYTES + 1).value()).isEqualTo(413);

        verifyNoInteractions(verifier);
    }

    private HttpStatusCode answer(int bytes) throws IOException {
        var request = new MockHttpServletRequest("POST", PaymentCallbacks.PATH);
        request.setContent(new byte[bytes]);
        return new NotificationEndpoint(verifier)
                .receive(request, notifications)
                .getStatusCode();
    }
}
