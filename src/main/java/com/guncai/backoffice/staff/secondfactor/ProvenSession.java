package com.guncai.backoffice.staff.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a session remembers of the second factor: that it was given, for this user and by this phone. */
final class ProvenSession {
    private static final String PROVEN = ProvenSession.class.getName();
    private static final String SECRET = PROVEN + ".secret";

    private ProvenSession() {}

    static boolean is(HttpSession session, String user, Instant enrolledAt) {
        return mark(user, enrolledAt).equals(session.getAttribute(PROVEN));
    }

    /** Whether any code was given in it. */
    static boolean isMarked(HttpSession session) {
        return session.getAttribute(PROVEN) != null;
    }

    /** The session goes on under another id. */
    static void remember(HttpServletRequest request, String user, Instant enrolledAt) {
        request.changeSessionId();
        var session = request.getSession();
        session.removeAttribute(SECRET);
        session.setAttribute(PROVEN, mark(user, enrolledAt));
    }

    /** What the page shows until a code of it is typed: the same while the session lasts. */
    static String secretToEnrol(HttpSession session, String user) {
        var known = secretShown(session, user);
        if (known != null) {
            return known;
        }
        var secret = OneTimeCodes.newSecret();
        session.setAttribute(SECRET, user + " " + secret);
        return secret;
    }

    static @Nullable String secretShown(HttpSession session, String user) {
        var shown = session.getAttribute(SECRET) instanceof String text ? text : "";
        return shown.startsWith(user + " ") ? shown.substring(user.length() + 1) : null;
    }

    private static String mark(String user, Instant enrolledAt) {
        return user + " " + enrolledAt.toEpochMilli();
    }
}
