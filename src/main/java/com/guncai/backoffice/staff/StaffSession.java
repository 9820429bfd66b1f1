package com.guncai.backoffice.staff;

import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;

/** The session of Camunda's web applications, by which all pages of staff know who is there. */
public final class StaffSession {
    private StaffSession() {}

    /** @return the id of the user who signed in with a password; {@code null} when nobody did */
    public static @Nullable String user(@Nullable HttpSession session) {
        var known = session == null ? null : AuthenticationUtil.getAuthsFromSession(session);
        return known == null
                ? null
                : known.getAuthentications().stream()
                        .map(Authentication::getIdentityId)
                        .findFirst()
                        .orElse(null);
    }
}
