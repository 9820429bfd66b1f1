package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager changes brands and items from Camunda Modeler, and the mini-program offers them at once. */
@BackofficeTest
class OffersByManagersIT {
    @LocalServerPort
    int port;

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
        claim.put("item", "前保险杠、船舵");

        assertThat(new Claimant(port)
                        .submits(claim, Claimant.screenshot())
                        .is(400)
                        .text("/code"))
                .isEqualTo("ITEM_NOT_OFFERED");
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
