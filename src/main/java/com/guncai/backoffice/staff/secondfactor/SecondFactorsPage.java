package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.StaffPage;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** 验证器: an administrator sees who has bound one, and frees who lost the phone. */
@StaffPage
@WhenSecondFactorIsRequired
class SecondFactorsPage {
    static final String PATH = "/staff/second-factors";
    private static final Logger log = LoggerFactory.getLogger(SecondFactorsPage.class);

    private final SecondFactors factors;

    private final StaffDirectory names;

    SecondFactorsPage(SecondFactors factors, StaffDirectory names) {
        this.names = names;
        this.factors = factors;
    }

    @GetMapping(PATH)
    String list(ModelMap page) {
        page.put(
                "rows",
                factors.all().stream()
                        .map(each -> new Row(
                                each.user(), names.name(each.user()), BusinessTime.text(each.at()), each.programs()))
                        .toList());
        return "staff/second-factors";
    }

    @DeleteMapping(PATH + "/{user}")
    @ResponseBody
    void reset(@PathVariable String user, Principal administrator, HttpServletResponse response) {
        factors.remove(user);
        log.info("{} removed the second factor of {}", administrator.getName(), user);
        response.setHeader("HX-Redirect", PATH);
    }

    record Row(String user, String name, String since, boolean programs) {}
}
