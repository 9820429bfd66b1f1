package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.ManagedDecision;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager's mistake in a decision table is told when the table is deployed, and the version before stays in force. */
@BackofficeTest
class DecisionDeploymentIT {
    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    List<ManagedDecision> managed;

    @AfterEach
    void backToTheRelease() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "小桔充电"             | 中国石化             | 第 1 行“品牌”写的是 中国石化，要写文字，两边加英文引号
            "小桔充电"             | “小桔充电”           | 第 1 行“品牌”写的是 “小桔充电”，要写文字，两边加英文引号
            "云快充"               | "云快充" + (         | 第 2 行“品牌”写的是 "云快充" + (，要写文字，两边加英文引号
            "云快充"               | ''                   | 第 2 行的品牌和项目都空着
            "小保养（机油机滤）"   | "机油、机滤"         | 第 7 行的项目里不能有顿号
            "EV_CHARGE"<           | "EV_CHARG"<          | 第 1 行“业务”写的是 "EV_CHARG"，只能是 "FUEL"、"EV_CHARGE"、"CAR_WASH"、"MAINTENANCE"、"PAINT"
            "EV_CHARGE"<           | EV_CHARGE<           | 第 1 行“业务”写的是 EV_CHARGE，只能是
            "EV_CHARGE"<           | "EV_CHARGE", FUEL<   | 第 1 行“业务”写的是 "EV_CHARGE", FUEL，只能是
            "EV_CHARGE"<           | <                    | 第 1 行“业务”空着，只能是
            name="brand"           | name="brands"        | 结果列“品牌”的名称是 brands，只能是 brand、item
            name="brand"           | name="item"          | 少了名称是 brand 的结果列
            >service<              | >kind<               | 条件列“业务”的名称是 kind，只能是 service
            typeRef="string"       | typeRef="integer"    | 条件列“业务”的类型要选 string
            RULE ORDER             | FIRST                | 命中策略（Hit policy）要选 Rule order
            "InputEntry_EvCharge1" | "InputEntry_EvCharge1" expressionLanguage="groovy" | 第 1 行“业务”的表达式语言要选 FEEL
            <decision id="CashbackOffers" | <decision id="Offers" | ID 是 Offers，要改回 CashbackOffers
            """)
    void brandsThatWouldBeMissingAreRefused(String right, String wrong, String told) throws IOException {
        isRefused("CashbackOffers", "返现品牌和项目", right, wrong, told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            >30<               | >三十<             | 第 1 行“采购几天的量（0 不买）”写的是 三十，要写 0 到 9999 的整数
            >30<               | >30.5<             | 第 1 行“采购几天的量（0 不买）”写的是 30.5，要写 0 到 9999 的整数
            >30<               | >-30<              | 第 1 行“采购几天的量（0 不买）”写的是 -30，要写 0 到 9999 的整数
            >30<               | >30 天<            | 第 1 行“采购几天的量（0 不买）”写的是 30 天，要写 0 到 9999 的整数
            >0<                | ><                 | 第 2 行“采购几天的量（0 不买）”空着，要写 0 到 9999 的整数
            "movie-30"         | "move-30"          | 第 1 行“券（movie-30 是 30 元电影券）”写的是 "move-30"，只能是 "movie-30"
            "movie-30"         | "flower-30"        | 第 1 行“券（movie-30 是 30 元电影券）”写的是 "flower-30"，只能是 "movie-30"
            &lt; 14            | &lt; 十四          | 第 1 行“库存可用天数”写的是 < 十四，要写数字条件
            &lt; 14            | &lt; "14"          | 第 1 行“库存可用天数”写的是 < "14"，要写数字条件
            &lt; 14            | &lt; 0             | 第 1 行“库存可用天数”写的是 < 0，要写数字条件
            &lt; 14            | ＜14               | 第 1 行“库存可用天数”写的是 ＜14，要写数字条件
            <text></text>      | <text>"movie-30"</text> | 最后一行（第 2 行）的条件要全部空着
            >daysOfStock<      | >days<             | 条件列“库存可用天数”的名称是 days，只能是 productId、daysOfStock
            name="orderForDays" typeRef="integer" | name="orderForDays" typeRef="boolean" | 结果列“采购几天的量（0 不买）”的类型要选 integer
            FIRST              | COLLECT            | 命中策略（Hit policy）要选 First
            <decision id="CodeRestock" name="采购时机" | <decision id="Restock" name="采购" | 文件 CodeRestock.dmn 里没有 ID 是 CodeRestock 的表
            """)
    void purchasesThatWouldNotBeMadeAreRefused(String right, String wrong, String told) throws IOException {
        isRefused("CodeRestock", "采购时机", right, wrong, told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <text>"managers"<  | <text>managers<    | 第 1 行“审核人”写的是 managers，只能是 "customer-service"、"managers"
            <text>"managers"<  | <text>"finance"<   | 第 1 行“审核人”写的是 "finance"，只能是 "customer-service"、"managers"
            &gt; 300           | &gt; 300 元        | 第 1 行“可退金额（元）”写的是 > 300 元，要写数字条件
            <text></text>      | <text>&lt;= 300</text> | 最后一行（第 2 行）的条件要全部空着
            refundableFen / 100 | refundableFen     | 条件列“可退金额（元）”的名称是 refundableFen，只能是 refundableFen / 100
            """)
    void refundsThatNobodyWouldDecideAreRefused(String right, String wrong, String told) throws IOException {
        isRefused("RefundApproval", "退单审核权限", right, wrong, told);
    }

    @Test
    void whatStandsBelowARowWithoutConditionsIsRefused() throws IOException {
        var below = table("CodeRestock").replace("\"movie-30\"", "").replace("&lt; 14", "-");

        assertThat(deploys("CodeRestock.dmn", below).is(400).text("/message")).contains("第 1 行没有条件，它下面的行用不上");
    }

    /** The engine takes every name that ends so. */
    @Test
    void aTableIsCheckedWhateverItsFileIsCalled() throws IOException {
        var wrong = table("CodeRestock").replace(">30<", ">三十<");

        for (var name : List.of("采购.dmn", "CodeRestock.dmn11.xml", "CodeRestockdmn")) {
            assertThat(deploys(name, wrong).is(400).text("/message")).contains("写的是 三十");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CashbackOffers | "驴充充"        | "新电途"
            CashbackOffers | "EV_CHARGE"<    | "EV_CHARGE","FUEL"<
            CashbackOffers | label="品牌"    | label="可选品牌"
            CodeRestock    | &lt; 14         | [0..20]
            CodeRestock    | >30<            | >45<
            CodeRestock    | name="采购时机" | name="采购时机（春节）"
            RefundApproval | &gt; 300        | &gt;= 99.5
            """)
    void aRightTableIsInForceAtOnce(String table, String before, String after) throws IOException {
        var version = newestVersion(table);

        deploys(table + ".dmn", changed(table, before, after)).is(200);

        assertThat(newestVersion(table)).isEqualTo(version + 1);
    }

    @Test
    void aTableOfAManagersOwnNamesGroupsThatAreThere() throws IOException {
        var own = table("RefundApproval")
                .replace("id=\"RefundApproval\" name=\"退单审核权限\"", "id=\"NightApproval\" name=\"夜班审核\"")
                .replace("dmnElementRef=\"RefundApproval\"", "dmnElementRef=\"NightApproval\"");

        deploys("夜班审核.dmn", own).is(200);
        var withoutQuotes = own.replace("<text>\"managers\"<", "<text>managers<");
        assertThat(deploys("夜班审核.dmn", withoutQuotes).is(400).text("/message")).contains("组 managers 不存在");
    }

    @Test
    void eachTableOfTheReleaseIsChecked() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            assertThat(managed.stream().map(table -> table.key() + ".dmn"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".dmn"))
                                    .toList());
        }
    }

    private void isRefused(String table, String name, String right, String wrong, String told) throws IOException {
        var version = newestVersion(table);

        var answer = deploys(table + ".dmn", changed(table, right, wrong)).is(400);

        assertThat(answer.text("/message")).contains("不能部署").contains(name).contains(told);
        assertThat(newestVersion(table)).isEqualTo(version);
    }

    private int newestVersion(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String changed(String table, String right, String wrong) throws IOException {
        var text = table(table);
        assertThat(text).contains(right);
        return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    }

    private static String table(String name) throws IOException {
        return Files.readString(Path.of("processes", name + ".dmn"));
    }

    private Json.Answer deploys(String file, String dmn) {
        return Json.at(port)
                .as("manager", "manager")
                .post(
                        "/engine-rest/deployment/create",
                        new Multipart()
                                .field("deployment-name", "表")
                                .field("deployment-source", "Camunda Modeler")
                                .file("data", file, "application/octet-stream", dmn.getBytes(StandardCharsets.UTF_8)));
    }
}
