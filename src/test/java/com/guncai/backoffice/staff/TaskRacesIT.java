package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who comes second at a task is told so, whatever they asked: 409 and a sentence, not a failure of the server. Completing and
 * resolving are not among them: the engine does these again by itself.
 */
@BackofficeTest
class TaskRacesIT {
    @LocalServerPort
    int port;

    @Autowired
    DataSource source;

    @Autowired
    JdbcTemplate jdbc;

    String task;

    @BeforeEach
    void aTaskOfTheFlowerDesk() {
        var customer = MiniProgram.of(port, "13900000062");
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        task = new Clerk(port, "flower").awaitsTask(orderNo).get("id").asText();
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("flower", "claim", (clerk, path) -> clerk.post(path + "/claim", Map.of("userId", "flower"))),
                call("manager", "unclaim", (boss, path) -> boss.post(path + "/unclaim")),
                call("manager", "assignee", (boss, path) -> boss.post(path + "/assignee", Map.of("userId", "flower"))),
                call("manager", "delegate", (boss, path) -> boss.post(path + "/delegate", Map.of("userId", "flower"))),
                call("manager", "update", (boss, path) -> boss.put(path, Map.of("priority", 60))));
    }

    private static Arguments call(String user, String name, BiFunction<Json, String, Answer> call) {
        return Arguments.argumentSet(name, user, call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatLosesARaceIsAConflict(String user, BiFunction<Json, String, Answer> call) throws SQLException {
        var rest = Json.at(port).as(user, user);
        CompletableFuture<Answer> answer;
        try (var first = source.getConnection();
                var change = first.prepareStatement("update ACT_RU_TASK set REV_ = REV_ + 1 where ID_ = ?")) {
            first.setAutoCommit(false);
            change.setString(1, task);
            change.executeUpdate();
            answer = CompletableFuture.supplyAsync(() -> call.apply(rest, "/engine-rest/task/" + task));
            var asked = answer;
            await().pollInterval(5, TimeUnit.MILLISECONDS).until(() -> asked.isDone() || somebodyWaits());
            first.commit();
        }

        var lost = answer.join();

        assertThat(lost.status()).as(lost.body()).isEqualTo(409);
        assertThat(lost.text("/message")).isEqualTo("刚刚有别的操作改动了它，这次没有办成，请刷新后再试");
        assertThat(call.apply(rest, "/engine-rest/task/" + task).status()).isEqualTo(204);
    }

    @Test
    void whatAColleagueHasClaimedIsNamed() {
        new Clerk(port, "flower").claims(task).is(204);

        var second = Json.at(port)
                .as("admin", "admin")
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "admin"));

        assertThat(second.is(409).text("/message")).isEqualTo("任务已由 flower 认领");
    }

    private boolean somebodyWaits() {
        return jdbc.queryForList("select 1 from information_schema.sessions where blocker_id is not null")
                        .size()
                > 0;
    }
}
