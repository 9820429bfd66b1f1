package com.guncai.backoffice.sandbox;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One clerk for each desk, whose password is the user id; made when missing, after the application made its groups. */
@SandboxOnly
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoStaff implements ApplicationRunner {
    private static final Map<String, Clerk> CLERKS = Map.of(
            "flower", new Clerk("鲜花内勤", "flower-desk"),
            "topup", new Clerk("充值内勤", "top-up-desk"),
            "review", new Clerk("审核", "review-desk"),
            "finance", new Clerk("财务", "finance"),
            "coupon", new Clerk("券码内勤", "coupon-desk"),
            "service", new Clerk("客服", "customer-service"),
            "manager", new Clerk("主管", "managers"),
            "admin", new Clerk("系统管理员", "camunda-admin"));

    private final IdentityService identity;

    DemoStaff(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        CLERKS.forEach(this::createWhenMissing);
    }

    private void createWhenMissing(String id, Clerk clerk) {
        if (identity.createUserQuery().userId(id).count() > 0) return;
        var user = identity.newUser(id);
        user.setFirstName("演示");
        user.setLastName(clerk.name());
        user.setPassword(id);
        identity.saveUser(user);
        if (identity.createGroupQuery().groupId(clerk.group()).count() == 0) {
            var group = identity.newGroup(clerk.group());
            group.setName(clerk.name());
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
        identity.createMembership(id, clerk.group());
    }

    private record Clerk(String name, String group) {}
}
