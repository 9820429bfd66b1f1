package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may see and change versions, the list of changes, and what managers take away. */
@BackofficeTest
class ProcessVersionsAccessIT {
    private static final String KEY = "FlowerOrderProcess";
    private static final String FLOWERS = KEY + ".bpmn";

    @LocalServerPort
    int port;

    StaffBrowser manager;

    @BeforeEach
    void meet() {
        manager = StaffBrowser.of(port, "manager");
    }

    @Test
    void aRefusalIsListedWithItsReasons() throws IOException {
        new Modeler(port, "manager")
                .deploys(FLOWERS, file(FLOWERS).replace("\"flower-desk\"", "\"flower-dsk\""))
                .is(400);

        var newest = new ObjectMapper()
                .readTree(manager.get("/staff/api/processes").body())
                .at("/changes/0");

        assertThat(newest.at("/staff").asText()).isEqualTo("manager");
        assertThat(newest.at("/outcome").asText()).isEqualTo("REFUSED");
        assertThat(newest.at("/models").asText()).isEqualTo(FLOWERS);
        assertThat(newest.at("/details").asText()).contains("不能部署", "flower-dsk");
    }

    @ParameterizedTest
    @CsvSource({"flower, 403, 403", "admin, 200, 403"})
    void onlyManagersChangeSomething(String user, int reading, int changing) throws IOException {
        var staff = StaffBrowser.of(port, user);

        assertThat(staff.get("/staff/api/processes").statusCode()).isEqualTo(reading);
        assertThat(staff.opens("/staff/processes").statusCode()).isEqualTo(reading);
        for (var change : List.of("restore", "migration")) {
            assertThat(staff.sends(
                                    "POST",
                                    "/staff/api/processes/" + KEY + "/" + change,
                                    "{\"version\":1,\"from\":1,\"to\":2}")
                            .statusCode())
                    .isEqualTo(changing);
        }
        assertThat(manager.posts("/staff/api/processes/" + KEY + "/restore").statusCode())
                .as("without the token of the session")
                .isEqualTo(403);
    }

    @Test
    void theToolkitHoldsTemplatesModelsInForceAndInstructions() throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(
                manager.get("/staff/processes-toolkit.zip").body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(names)
                .contains(
                        "主管工具包/说明.md",
                        "主管工具包/.camunda/element-templates/tasks.json",
                        "主管工具包/流程图/FlowerOrderProcess/FlowerOrderProcess.bpmn",
                        "主管工具包/流程图/FlowerOrderProcess/purchase-flowers.form",
                        "主管工具包/决策表/Deadlines.dmn",
                        "主管工具包/示例/approve-order.form");
    }
}
