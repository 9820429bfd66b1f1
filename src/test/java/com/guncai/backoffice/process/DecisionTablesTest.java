package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is read from tables that nobody checked: the engine here takes all of them, as one of an earlier release did. */
class DecisionTablesTest {
    private static final Map<String, String> CHARGING = Map.of("service", "EV_CHARGE");

    private static final ManagedDecision OFFERS = new ManagedDecision() {
        @Override
        public String key() {
            return "CashbackOffers";
        }

        @Override
        public String title() {
            return "返现品牌和项目";
        }

        @Override
        public List<DecisionColumn> inputs() {
            return List.of();
        }

        @Override
        public List<DecisionColumn> outputs() {
            return List.of(
                    DecisionColumn.text("brand").orEmpty(),
                    DecisionColumn.text("item").orEmpty());
        }
    };

    static ProcessEngine engine;
    DecisionTables tables;
    String table;

    @BeforeAll
    static void start() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("tables")
                .setJdbcUrl("jdbc:h2:mem:tables")
                .buildProcessEngine();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @BeforeEach
    void theTableIsInForce() throws IOException {
        var beans = new StaticListableBeanFactory(Map.of("offers", OFFERS));
        tables = new DecisionTables(
                engine.getRepositoryService(),
                engine.getDecisionService(),
                beans.getBeanProvider(ManagedDecision.class));
        table = Files.readString(Path.of("processes/CashbackOffers.dmn"));
        deploy(table);
    }

    @AfterEach
    void noTableIsLeft() {
        var repository = engine.getRepositoryService();
        repository
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theNewestVersionCounts() {
        assertThat(brands()).startsWith("小桔充电", "云快充");

        deploy(table.replace("\"云快充\"", "\"新电途\""));

        assertThat(brands()).startsWith("小桔充电", "新电途");
    }

    @Test
    void whatCannotBeEvaluatedLeavesTheVersionBefore() {
        var before = brands();

        deploy(table.replace("\"云快充\"", "\"云快充\" + ("));

        assertThat(brands()).isEqualTo(before).contains("云快充");
    }

    @Test
    void aCellThatLeadsToNothingLeavesTheVersionBefore() {
        var before = brands();

        deploy(table.replace("\"云快充\"", "云快充"));

        assertThat(brands()).isEqualTo(before).contains("云快充");
    }

    @Test
    void whenNobodyAskedTheVersionBeforeTheRowsThatSaySomethingCount() {
        deploy(table.replace("\"云快充\"", "云快充"));

        assertThat(brands()).startsWith("小桔充电", "特来电").doesNotContainNull();
    }

    private void deploy(String dmn) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("CashbackOffers.dmn", dmn)
                .deploy();
    }

    private List<Object> brands() {
        return tables.newest("CashbackOffers").rows(CHARGING).stream()
                .map(row -> row.get("brand"))
                .toList();
    }
}
