package com.guncai.backoffice.journey;

import cn.binarywang.wx.miniapp.api.WxMaService;
import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.BackofficeApplication;
import com.guncai.backoffice.couponsales.CouponOrderTasks;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One of several nodes of the application on one database and before one sandbox, with the job executor on. */
record Node(ConfigurableApplicationContext context, String name) implements AutoCloseable {

    /** @param name of the engine, too: the JVM keeps its engines by name, and a job's log carries it */
    static Node on(String database, String name) {
        var context = new SpringApplicationBuilder(BackofficeApplication.class)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--sandbox.shared=true",
                        "--server.port=0",
                        "--server.shutdown=immediate",
                        "--camunda.bpm.process-engine-name=" + name,
                        "--camunda.bpm.job-execution.max-wait=500",
                        "--camunda.bpm.job-execution.wait-time-in-millis=200");
        return new Node(context, name);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Clerk clerk(String user) {
        return Clerk.atEngine(port(), user, name);
    }

    /** What the flower desk has open. */
    List<String> tasks(String orderNo) {
        return clerk("flower")
                .asks("/task?processInstanceBusinessKey=" + orderNo)
                .findValuesAsText("taskDefinitionKey");
    }

    /** The id of the flower desk's open task. */
    String task(String orderNo) {
        return clerk("flower").awaitsTask(orderNo).get("id").asText();
    }

    /** The flower desk completes {@code Task_PurchaseFlowers}. */
    Answer buys(String task, String shopName) {
        var tomorrow = OffsetDateTime.now(context.getBean(Clock.class))
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .plusDays(1)
                .withNano(0);
        return clerk("flower")
                .completes(
                        task,
                        Map.of(
                                "shopFound",
                                true,
                                "shopName",
                                shopName,
                                "shopPhone",
                                "0771-5550001",
                                "estimatedDeliveryAt",
                                tomorrow.toString(),
                                "purchaseOrderNo",
                                "MT" + System.nanoTime(),
                                "purchaseCostYuan",
                                128.5));
    }

    /** Puts movie codes into the stock and answers them. */
    List<String> stocks(int count) {
        var codes = Json.at(port()).post("/sandbox/codes", Map.of("count", count));
        return codes.is(201)
                .json()
                .at("/codes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** As when codes were imported at this node; in a transaction as the import's job has it. */
    boolean servesWaiting(String productId) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> context.getBean(CouponOrderTasks.class).serveWaiting(productId));
        return true;
    }

    /** WeChat Pay's notice of a payment comes here; the status it was answered with. */
    int notice(String orderNo) {
        return context.getBean(Sandbox.class).noticeTo(port(), orderNo).status();
    }

    /**
     * How many messages of a template about an order arrived.
     *
     * @param where the sandbox's list of messages
     */
    long arrived(String where, String template, String orderNo) {
        var messages = Json.at(port()).get(where).is(200).json();
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.get("template").asText().equals(template))
                .filter(message -> message.get("params").toString().contains(orderNo))
                .count();
    }

    /** The access token that this node holds. */
    String weChatToken() {
        return context.getBean(WxMaService.class).getWxMaConfig().getAccessToken();
    }

    /** @param rows a table and the condition on the order number, which is its one parameter */
    long count(String rows, String orderNo) {
        var count =
                context.getBean(JdbcTemplate.class).queryForObject("select count(*) from " + rows, Long.class, orderNo);
        return count == null ? 0 : count;
    }

    /** Whether this node carried out the job of a log entry. */
    boolean carriedOut(JsonNode job) {
        return job.get("hostname").asText().endsWith("$" + name);
    }

    /** Jobs are left to the other nodes meanwhile. */
    void restsDuring(Runnable work) {
        jobExecutor().shutdown();
        try {
            work.run();
        } finally {
            jobExecutor().start();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private JobExecutor jobExecutor() {
        var engine = context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        return ((ProcessEngineConfigurationImpl) engine).getJobExecutor();
    }
}
