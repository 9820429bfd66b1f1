package com.guncai.backoffice.staff.people;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accounts of staff from their making to their end. */
@BackofficeTest
class PeopleIT {
    private static final Pattern LINK = Pattern.compile("/account/password#([A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "Guang1Xi!Nan2Ning";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @Autowired
    StandInWatch watch;

    @Test
    void somebodyNewSetsThePasswordByALinkThatIsGoodOnce() {
        var admin = StaffBrowser.of(port, "admin");
        var secret = created(admin, "newcomer", "desk=flower-desk&desk=coupon-desk");

        assertThat(json(setting(secret, "Short1!", 400))).contains("至少 12 位");
        assertThat(json(setting("x".repeat(43), PASSWORD, 400))).contains("已用过或已过期");
        assertThat(json(setting(secret, PASSWORD, 200))).contains("newcomer");
        assertThat(json(setting(secret, PASSWORD, 400))).contains("已用过或已过期");

        var newcomer = StaffBrowser.of(port, "newcomer", PASSWORD);
        assertThat(newcomer.get("/staff/api/products").statusCode()).isEqualTo(200);
        assertThat(newcomer.opens("/staff/people").statusCode())
                .as("not for clerks")
                .isEqualTo(403);
        assertThat(page(admin)).contains("新增账号，岗位：券码台、鲜花台", "用链接设置了密码");
        assertThat(text(admin.submits("/staff/people", "user=newcomer&name=x"))).contains("已经有了");
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndTheTaskIsBackAtTheDesk() {
        var admin = StaffBrowser.of(port, "admin");
        setting(created(admin, "leaver", "desk=flower-desk"), PASSWORD, 200);
        var session = StaffBrowser.of(port, "leaver", PASSWORD);
        var task = heldBy("leaver");

        assertThat(admin.submits("/staff/people/disabling", "user=leaver").statusCode())
                .isEqualTo(200);

        assertThat(session.get("/staff/work").statusCode()).isNotEqualTo(200);
        assertThat(Json.at(port).as("leaver", PASSWORD).get("/engine-rest/task").status())
                .isEqualTo(401);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(identity.createUserQuery().userId("leaver").count())
                .as("not deleted")
                .isOne();
        assertThat(page(admin)).contains("停用，原岗位：鲜花台，1 个在办任务退回本组");
        assertThat(text(admin.submits("/staff/people/link", "user=leaver"))).contains("已停用");

        var again = secret(admin.submits("/staff/people/enabling", "user=leaver"));
        setting(again, PASSWORD, 200);
        assertThat(groups("leaver")).isEmpty();
    }

    @Test
    void nobodyDisablesTheOwnAccountAndOneAdministratorStays() {
        var admin = StaffBrowser.of(port, "admin");

        for (var change : Map.of("/staff/people/disabling", "user=admin", "/staff/people/desks", "user=admin")
                .entrySet()) {
            var refused = admin.submits(change.getKey(), change.getValue());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(text(refused)).contains("不能停用自己");
        }
        assertThat(groups("admin")).contains("camunda-admin");
    }

    @Test
    void twoAdministratorsWhoDisableEachOtherAreNotBothDisabled() {
        var admin = StaffBrowser.of(port, "admin");
        setting(created(admin, "firstadmin", "desk=camunda-admin"), PASSWORD, 200);
        setting(created(admin, "secondadmin", "desk=camunda-admin"), PASSWORD, 200);
        var first = StaffBrowser.of(port, "firstadmin", PASSWORD);
        var second = StaffBrowser.of(port, "secondadmin", PASSWORD);
        first.opens("/staff/people");
        second.opens("/staff/people");

        var answers = atOnce(
                () -> first.submits("/staff/people/disabling", "user=secondadmin"),
                () -> second.submits("/staff/people/disabling", "user=firstadmin"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
        assertThat(groups("firstadmin").length() + groups("secondadmin").length())
                .isPositive();
        admin.submits("/staff/people/disabling", "user=firstadmin");
        admin.submits("/staff/people/disabling", "user=secondadmin");
    }

    @Test
    void whoStandsInIsAtTheDeskForTheTimeAndNoLonger() {
        var admin = StaffBrowser.of(port, "admin");
        setting(created(admin, "standin", "desk=coupon-desk"), PASSWORD, 200);
        var today = BusinessTime.today(clock);

        assertThat(standIn(admin, "flower-desk", today.minusDays(1), today)).contains("不能从过去的日子开始");
        assertThat(standIn(admin, "camunda-admin", today, today)).contains("请选择代班的岗位");
        assertThat(standIn(admin, "coupon-desk", today, today)).contains("本来就在这个岗位");
        assertThat(standIn(admin, "flower-desk", today, today)).contains("代班 鲜花台");
        assertThat(standIn(admin, "flower-desk", today, today)).contains("已经安排了");
        assertThat(groups("standin")).contains("flower-desk").contains("coupon-desk");
        var task = heldBy("standin");

        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT25H")).is(200);

        await().until(() -> !groups("standin").contains("flower-desk"));
        assertThat(groups("standin")).contains("coupon-desk");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(page(admin)).contains("系统").contains("代班结束：鲜花台，1 个在办任务退回本组");
    }

    @Test
    void aDeskThatIsGivenForGoodOutlastsTheTimeOfStandingIn() {
        var admin = StaffBrowser.of(port, "admin");
        created(admin, "stayer", "desk=coupon-desk");
        var today = BusinessTime.today(clock);
        admin.submits("/staff/people/stand-ins", "user=stayer&group=review-desk&from=" + today + "&until=" + today);

        admin.submits("/staff/people/desks", "user=stayer&desk=coupon-desk&desk=review-desk");
        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT25H")).is(200);
        watch.look();

        assertThat(groups("stayer")).contains("review-desk").contains("coupon-desk");
        assertThat(admin.submits("/staff/people/desks", "user=stayer&desk=nobody")
                        .statusCode())
                .isEqualTo(400);
    }

    /** A clerk's task of flowers. */
    private String heldBy(String user) {
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var task = new Clerk(port, "flower").awaitsTask(orderNo).get("id").asText();
        tasks.setAssignee(task, user);
        return task;
    }

    private String created(StaffBrowser admin, String user, String desks) {
        return secret(admin.submits("/staff/people", "user=" + user + "&name=Xin&" + desks));
    }

    private static String secret(HttpResponse<byte[]> answer) {
        var found = LINK.matcher(text(answer));
        assertThat(found.find()).as(text(answer)).isTrue();
        return found.group(1);
    }

    private Json.Answer setting(String secret, String password, int status) {
        return Json.at(port)
                .post("/account/password", Map.of("secret", secret, "password", password))
                .is(status);
    }

    private String standIn(StaffBrowser admin, String desk, LocalDate from, LocalDate until) {
        return text(admin.submits(
                "/staff/people/stand-ins", "user=standin&group=" + desk + "&from=" + from + "&until=" + until));
    }

    private String groups(String user) {
        return String.join(
                " ",
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .toList());
    }

    private static String page(StaffBrowser admin) {
        return text(admin.opens("/staff/people"));
    }

    private static String json(Json.Answer answer) {
        return answer.body();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
