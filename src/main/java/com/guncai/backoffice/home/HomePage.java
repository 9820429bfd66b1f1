package com.guncai.backoffice.home;

import com.guncai.backoffice.shared.Masked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the home page ({@code static/index.html}) which doors are open here, so that it shows no dead link. */
@RestController
class HomePage {
    private final HomeProperties home;
    private final boolean apiPage;

    HomePage(HomeProperties home, @Value("${springdoc.swagger-ui.enabled}") boolean apiPage) {
        this.home = home;
        this.apiPage = apiPage;
    }

    @GetMapping("/home/doors")
    Doors doors() {
        var users = home.demoUsers().entrySet().stream()
                .map(user -> new DemoUser(user.getKey(), user.getValue()))
                .toList();
        return new Doors(apiPage, home.phone(), users);
    }

    record Doors(boolean apiPage, @Nullable String phone, List<DemoUser> demoUsers) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record DemoUser(String user, String desk) {}
}
