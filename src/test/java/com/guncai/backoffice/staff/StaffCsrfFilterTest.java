package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Another site cannot make the browser of a clerk change something. */
class StaffCsrfFilterTest {
    private final StaffCsrfFilter filter = new StaffCsrfFilter();

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void aChangeNeedsTheTokenOfTheSession(String method) throws Exception {
        assertThat(answers(method, "secret", "secret")).isEqualTo(200);
        assertThat(answers(method, "secret", "guess")).isEqualTo(403);
        assertThat(answers(method, "secret", null)).isEqualTo(403);
    }

    @Test
    void aFormOfAnotherSiteCannotSendTheHeader() throws Exception {
        assertThat(answers("POST", null, null)).isEqualTo(403);
        assertThat(answers("POST", null, " ")).isEqualTo(403);
    }

    @Test
    void rightAfterTheSignInTheHeaderAloneProvesWhoseScriptItIs() throws Exception {
        assertThat(answers("POST", null, "anything")).isEqualTo(200);
    }

    @Test
    void readingNeedsNone() throws Exception {
        assertThat(answers("GET", "secret", null)).isEqualTo(200);
    }

    private int answers(String method, @Nullable String known, @Nullable String sent) throws Exception {
        var request = new MockHttpServletRequest(method, "/staff/api/orders/1/notes");
        if (known != null) {
            request.getSession().setAttribute("CAMUNDA_CSRF_TOKEN", known);
        }
        if (sent != null) {
            request.addHeader("X-XSRF-TOKEN", sent);
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
