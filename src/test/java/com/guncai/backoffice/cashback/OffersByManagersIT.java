package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manager changes brands and items from Camunda Modeler, and the mini-program offers them at once. */
@BackofficeTest
class OffersByManagersIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    String table;

    @BeforeEach
    void theTableAsItIs() throws IOException {
        table = Files.readString(Path.of("processes/CashbackOffers.dmn"));
    }

    @AfterEach
    void asBefore() {
        deploys(table);
    }

    @Test
    void anotherBrandIsOfferedAndTheOldOneIsNot() {
        deploys(table.replace("驴充充", "新电途"));

        assertThat(brands()).endsWith("天天快充", "新电途").doesNotContain("驴充充");
        var customer = new Claimant(port);
        var claim = Claimant.claim("EV_CHARGE");
        claim.put("brand", "驴充充");
        assertThat(customer.submits(claim, Claimant.screenshot()).is(400).text("/code"))
                .isEqualTo("BRAND_NOT_OFFERED");
        claim.put("brand", "新电途");
        customer.submits(claim, Claimant.screenshot()).is(201);
    }

    @Test
    void aTableThatCannotBeReadIsRefusedAndChangesNothing() {
        var before = brands();

        var refused = sends(table.replace("\"驴充充\"", "驴充充")).is(400);

        assertThat(refused.text("/message")).contains("表“返现品牌和项目”第 6 行“品牌”写的是 驴充充");
        assertThat(brands()).isEqualTo(before).contains("驴充充");
    }

    @Test
    void aServiceThatHadNothingToChooseFromGetsBrands() {
        deploys(table.replaceFirst("\"EV_CHARGE\"<", "\"EV_CHARGE\",\"FUEL\"<"));

        assertThat(brandsOf("FUEL")).containsExactly("小桔充电");
    }

    @Test
    void severalPanelsArePaintedOnOneClaim() {
        var claim = Claimant.claim("PAINT");
        claim.put("item", "前保险杠、左前门");
        new Claimant(port).submits(claim, Claimant.screenshot()).is(201);

        for (var item : List.of("前保险杠、船舵", "前保险杠、、左前门", "、")) {
            claim.put("item", item);
            assertThat(new Claimant(port)
                            .submits(claim, Claimant.screenshot())
                            .is(400)
                            .text("/code"))
                    .as(item)
                    .isEqualTo("ITEM_NOT_OFFERED");
        }
    }

    @Test
    void aRepeatedRequestIsTheSameClaimEvenWhenItsBrandIsGone() {
        var customer = new Claimant(port);
        var claim = Claimant.claim("EV_CHARGE");
        claim.put("brand", "驴充充");
        var receipt = Claimant.screenshot();
        var first = customer.submits(claim, receipt, "key-1").is(201).text("/orderNo");

        deploys(table.replace("驴充充", "新电途"));

        assertThat(customer.submits(claim, receipt, "key-1").is(201).text("/orderNo"))
                .isEqualTo(first);
    }

    @Test
    void whatAServiceHasNoListOfIsWrittenNowhere() {
        var customer = new Claimant(port);
        customer.gets("car-wash-50");
        var claim = Claimant.claim("CAR_WASH");
        claim.put("brand", "韦某某的洗车行");
        claim.put("item", "打蜡，电话 13900000003");

        var placed = customer.submits(claim, Claimant.screenshot()).is(201);

        assertThat(placed.json().at("/details").has("brand")).isFalse();
        assertThat(placed.json().at("/details").has("item")).isFalse();
        assertThat(new Clerk(port, "review").task(placed.text("/orderNo"))).isPresent();
        assertThat(Everything.in(jdbc)).doesNotContain("洗车行", "打蜡");
    }

    private void deploys(String dmn) {
        sends(dmn).is(200);
    }

    private Json.Answer sends(String dmn) {
        return Json.at(port)
                .as("manager", "manager")
                .post(
                        "/engine-rest/deployment/create",
                        new Multipart()
                                .field("deployment-name", "返现品牌和项目")
                                .file(
                                        "data",
                                        "CashbackOffers.dmn",
                                        "application/octet-stream",
                                        dmn.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> brands() {
        return brandsOf("EV_CHARGE");
    }

    private List<String> brandsOf(String code) {
        var services = Json.at(port).get("/api/v1/catalog").is(200).json().get("cashbackServices");
        return StreamSupport.stream(services.spliterator(), false)
                .filter(service -> service.get("service").asText().equals(code))
                .flatMap(service -> StreamSupport.stream(service.get("brands").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
