package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose a task is. */
@BackofficeTest
class TaskClaimGuardIT {
    @LocalServerPort
    int port;

    MiniProgram customer;
    Clerk clerk;
    String task;

    @BeforeEach
    void aTaskOfTheFlowerDesk() {
        customer = MiniProgram.of(port, "13900000061");
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        clerk = new Clerk(port, "flower");
        task = clerk.awaitsTask(orderNo).get("id").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"topup", "no-such-user"})
    void nobodyClaimsForOthers(String other) {
        var refused = clerk.rest().post("/engine-rest/task/" + task + "/claim", Map.of("userId", other));

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("任务只能自己认领");
        clerk.claims(task).is(204);
    }

    @Test
    void whatAColleagueHasClaimedIsTheirsToComplete() {
        clerk.claims(task).is(204);

        var refused = new Clerk(port, "admin").completes(task, FlowerShop.foundFor(customer));

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body()).contains("任务已由 flower 认领");
        clerk.completes(task, FlowerShop.foundFor(customer)).is(204);
    }

    @Test
    void aTaskThatNobodyClaimedIsForWhoeverMayWorkAtIt() {
        clerk.completes(task, FlowerShop.foundFor(customer)).is(204);
    }
}
