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

/** A notice is read up to the limit of all bodies, whatever came before this door. */
class NoticeDoorTest {
    private final NoticeJudge judge = mock(NoticeJudge.class);
    private final PaymentNotices notices = mock(PaymentNotices.class);

    @Test
    void aNoticeUpToTheLimitIsJudged() throws IOException {
        when(judge.judge(eq(notices), any(), any())).thenReturn(new Verdict(Verdict.Kind.ACCEPTED, null));

        assertThat(answer(BodyLimit.MAX_BYTES).value()).isEqualTo(204);
    }

    @Test
    void aLongerOneIsRefusedUnread() throws IOException {
        assertThat(answer(BodyLimit.MAX_BYTES + 1).value()).isEqualTo(413);

        verifyNoInteractions(judge);
    }

    private HttpStatusCode answer(int bytes) throws IOException {
        var request = new MockHttpServletRequest("POST", PaymentCallbacks.PATH);
        request.setContent(new byte[bytes]);
        return new NoticeDoor(judge).receive(request, notices).getStatusCode();
    }
}
