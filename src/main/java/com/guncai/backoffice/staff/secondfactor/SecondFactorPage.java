package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.StaffPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 登录验证: binds an authenticator app, asks for its code, and gives out a password for programs. */
@StaffPage
@WhenSecondFactorIsRequired
class SecondFactorPage {
    static final String PATH = "/staff/second-factor";
    private static final String NEXT = "/camunda/app/tasklist/default/";
    private static final String ISSUER = "滚财履约后台";

    private final SecondFactors factors;

    SecondFactorPage(SecondFactors factors) {
        this.factors = factors;
    }

    @GetMapping(PATH)
    String page(Principal staff, HttpSession session, HttpServletResponse response, ModelMap page) {
        response.setHeader("Cache-Control", "no-store");
        var enrolledAt = factors.enrolledAt(staff.getName());
        if (enrolledAt == null) {
            var secret = ProvenSession.secretToEnrol(session, staff.getName());
            page.put("qr", QrCode.of(ISSUER, staff.getName(), secret));
            page.put("secret", secret.replaceAll("(.{4})(?!$)", "$1 "));
            return "staff/second-factor-enrolment";
        }
        if (!ProvenSession.is(session, staff.getName(), enrolledAt)) {
            return "staff/second-factor-code";
        }
        page.put("since", BusinessTime.text(enrolledAt));
        return "staff/second-factor";
    }

    @PostMapping(PATH + "/enrolment")
    @ResponseBody
    void enrol(@RequestParam String code, Principal staff, HttpServletRequest request, HttpServletResponse response) {
        var secret = ProvenSession.secretShown(request.getSession(), staff.getName());
        if (secret == null) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "页面已过期，请刷新后重新扫码");
        }
        factors.enrol(staff.getName(), secret, code);
        goOn(staff, request, response);
    }

    @PostMapping(PATH + "/code")
    @ResponseBody
    void check(@RequestParam String code, Principal staff, HttpServletRequest request, HttpServletResponse response) {
        factors.check(staff.getName(), code);
        goOn(staff, request, response);
    }

    /** For who has given the code in this session. */
    @PostMapping(PATH + "/program-password")
    String programPassword(Principal staff, HttpSession session, HttpServletResponse response, ModelMap page) {
        var enrolledAt = factors.enrolledAt(staff.getName());
        if (enrolledAt == null || !ProvenSession.is(session, staff.getName(), enrolledAt)) {
            throw ProblemException.conflict(ProblemCode.REQUEST_INVALID, "请先输入验证码");
        }
        response.setHeader("Cache-Control", "no-store");
        page.put("password", factors.newProgramPassword(staff.getName()));
        return "staff/second-factor-password";
    }

    private void goOn(Principal staff, HttpServletRequest request, HttpServletResponse response) {
        Instant enrolledAt = Objects.requireNonNull(factors.enrolledAt(staff.getName()));
        ProvenSession.remember(request, staff.getName(), enrolledAt);
        response.setHeader("HX-Redirect", NEXT);
    }
}
