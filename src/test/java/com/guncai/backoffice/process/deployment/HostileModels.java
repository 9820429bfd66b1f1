package com.guncai.backoffice.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Diagrams that try to run something, made of payloads in each place where an engine could take them from. What a payload would do leaves
 * a trace: a file, a member of the administrators.
 */
final class HostileModels {
    static final String PROCESS = "Hostile";

    private HostileModels() {}

    /** @param name says what it is */
    record Model(String name, String xml) {}

    /** @param canary a file that is there when one of them ran */
    static List<Model> all(String canary) {
        var models = new ArrayList<Model>();
        expressions(canary).forEach(payload -> HostilePlaces.places()
                .forEach((place, xml) -> models.add(
                        new Model(place + " " + payload, diagram(xml.replace("PAYLOAD", escaped(payload)))))));
        HostilePlaces.constructs(canary).forEach((name, xml) -> models.add(new Model(name, diagram(xml))));
        return models;
    }

    static List<String> expressions(String canary) {
        var touch = "touch " + canary;
        var reflection = Stream.of(
                        "''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('%s')",
                        "''.class.forName('java.lang.Runtime').getRuntime().exec('%s')",
                        "''['getClass']().forName('java.lang.Runtime').getRuntime().exec('%s')",
                        "orderNo.getClass().forName('java.lang.ProcessBuilder').newInstance('%s')",
                        "1.getClass().getClassLoader().loadClass('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('%s')",
                        "dateTime().getClass().forName('java.lang.Runtime').getRuntime().exec('%s')",
                        "now().getClass().forName('java.lang.Runtime').getRuntime().exec('%s')",
                        "[].getClass()",
                        "payment.getClass().forName('java.lang.Runtime').getRuntime().exec('%s')",
                        "payment['getClass']().forName('java.lang.Runtime').getRuntime().exec('%s')")
                .map(text -> "${" + text.formatted(touch) + "}");
        var engine = Stream.of(
                        "execution.getProcessEngineServices().getIdentityService().createMembership('manager','camunda-admin')",
                        "execution.processEngineServices.identityService.createMembership('manager','camunda-admin')",
                        "execution['processEngineServices']['identityService'].createMembership('manager','camunda-admin')",
                        "execution.setVariable('x', 1)",
                        "task.execution.processEngineServices.identityService.createMembership('manager','camunda-admin')",
                        "identityService.createMembership('manager','camunda-admin')",
                        "processEngine.identityService.createMembership('manager','camunda-admin')",
                        "dataSource.getConnection().createStatement().execute('shutdown')",
                        "systemProperties['user.home'].getBytes()",
                        "S('{}').mapTo('java.net.URL')",
                        "XML('<a/>').xPath('/a')",
                        "JSON('{}').mapTo('javax.swing.JEditorPane')")
                .map(text -> "${" + text + "}");
        var money = Stream.of(
                        "refundProcess.decide('x', true, null, 'x')",
                        "refundProcess.recordTransfer('x', '1')",
                        "refundProcess.request('x')",
                        "cashbackClaimProcess.approve('x')",
                        "cashbackClaimProcess.recordTransfer('x', '1')",
                        "couponIssueProcess.decide('x', true)",
                        "couponIssueProcess.issue('x')",
                        "flowerOrderProcess.complete('x', 'x')",
                        "paymentProcess.startFulfilment('x')",
                        "refundProcess.cardContent('x')",
                        "refundProcess['decide']('x', true, null, 'x')")
                .map(text -> "${" + text + "}");
        return Stream.of(reflection, engine, money, money(canary))
                .flatMap(all -> all)
                .toList();
    }

    /** The same in other clothes. */
    private static Stream<String> money(String canary) {
        return Stream.of(
                "#{refundProcess.decide('x', true, null, 'x')}",
                "a${refundProcess.decide('x', true, null, 'x')}b",
                "${true ? refundProcess.decide('x', true, null, 'x') : 1}",
                "${notification.tellCustomer(refundProcess.decide('x', true, null, 'x'), 'CUSTOMER_REFUND_DONE')}",
                "${[refundProcess.decide('x', true, null, 'x')]}",
                "#{''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch " + canary + "')}",
                "${empty ''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch " + canary + "')}");
    }

    static String diagram(String step) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn" targetNamespace="x">
                  <bpmn:process id="Hostile" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start"/>
                    <bpmn:sequenceFlow id="In" sourceRef="Start" targetRef="Step"/>
                    %s
                    <bpmn:sequenceFlow id="Out" sourceRef="Step" targetRef="End"/>
                    <bpmn:endEvent id="End"/>
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(step);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
