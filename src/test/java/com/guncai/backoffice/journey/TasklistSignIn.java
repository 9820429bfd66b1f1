package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** A member of staff at Tasklist's sign-in page. */
final class TasklistSignIn {
    private TasklistSignIn() {}

    /** Ends at the list of tasks. The page moves the focus to the name late, and would take typed text with it. */
    static void as(Page tasklist, int port, String user) {
        tasklist.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        var name = tasklist.getByPlaceholder("用户名");
        assertThat(name).isFocused();
        name.fill(user);
        tasklist.getByPlaceholder("密码").fill(user);
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录"))
                .click();
        assertThat(tasklist.getByText("待认领")).isVisible();
    }
}
