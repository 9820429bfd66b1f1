package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A member of staff at Tasklist's sign-in page. */
final class TasklistSignIn {
    private TasklistSignIn() {}

    /**
     * Ends at the list of tasks. The page moves the focus to the name late, and on a busy machine once more: what was meant
     * for the password then stands behind the name. So both are typed until they stand where they belong.
     */
    static void as(Page tasklist, int port, String user) {
        tasklist.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        var name = tasklist.getByPlaceholder("用户名");
        var password = tasklist.getByPlaceholder("密码");
        assertThat(name).isFocused();
        await().pollInSameThread().untilAsserted(() -> {
            name.fill(user);
            password.fill(user);
            Assertions.assertThat(List.of(name.inputValue(), password.inputValue()))
                    .containsOnly(user);
        });
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录"))
                .click();
        assertThat(tasklist.getByText("待认领")).isVisible();
    }
}
