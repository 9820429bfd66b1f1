package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffPasswordPolicy;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a link of 员工 leads: whoever has it sets a password, once. The secret stands in the address behind the number sign. */
@Hidden
@Controller
class PasswordPage {
    static final String PATH = "/account/password";

    private final PasswordLinks links;

    PasswordPage(PasswordLinks links) {
        this.links = links;
    }

    @GetMapping(PATH)
    String page(ModelMap page) {
        page.put("rule", StaffPasswordPolicy.TEXT);
        page.put("shortest", StaffPasswordPolicy.SHORTEST);
        return "account/password";
    }

    @PostMapping(PATH)
    @ResponseBody
    Done set(@RequestBody Chosen chosen) {
        return new Done(links.setPassword(
                Objects.requireNonNullElse(chosen.secret(), ""), Objects.requireNonNullElse(chosen.password(), "")));
    }

    record Chosen(@Nullable String secret, @Nullable String password) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Done(String user) {}
}
