package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may look at the settings, and change them. */
@BackofficeTest
class SettingsAccessIT {
    @LocalServerPort
    int port;

    @Test
    void onlyManagersComeIn() {
        var manager = StaffBrowser.of(port, "manager");
        for (var user : List.of("flower", "finance", "service")) {
            var staff = StaffBrowser.of(port, user);
            assertThat(staff.opens("/staff/settings").statusCode()).isEqualTo(403);
            assertThat(staff.opens("/staff/settings/flowers").statusCode()).isEqualTo(403);
            assertThat(staff.get("/staff/api/settings/duty").statusCode()).isEqualTo(403);
            assertThat(staff.sends("PUT", "/staff/api/settings/flowers/tulips-10", "{\"priceFen\": 1}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(manager.posts("/staff/settings/flowers/items/tulips-10").statusCode())
                .as("without the session's token")
                .isEqualTo(403);
        assertThat(manager.get("/staff/api/settings/nothing").statusCode()).isEqualTo(404);
        assertThat(manager.sends("PUT", "/staff/api/settings/coupon-products/new-one", "{\"name\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
