package com.guncai.backoffice.process.deployment;

import java.util.Map;

/** Steps of a diagram that have the engine evaluate something, or run something. */
final class HostilePlaces {
    private HostilePlaces() {}

    /** Where the engine evaluates an expression. */
    static Map<String, String> places() {
        var io = "<bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>";
        return Map.ofEntries(
                Map.entry("expression", task("camunda:expression=\"PAYLOAD\"", "")),
                Map.entry("delegate expression", task("camunda:delegateExpression=\"PAYLOAD\"", "")),
                Map.entry(
                        "start listener",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension("<camunda:executionListener event=\"start\" expression=\"PAYLOAD\"/>"))),
                Map.entry(
                        "end listener",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension(
                                        "<camunda:executionListener event=\"end\" delegateExpression=\"PAYLOAD\"/>"))),
                Map.entry(
                        "input",
                        task(
                                "camunda:expression=\"${null}\"",
                                io.formatted("<camunda:inputParameter name=\"a\">PAYLOAD</camunda:inputParameter>"))),
                Map.entry(
                        "output",
                        task(
                                "camunda:expression=\"${null}\"",
                                io.formatted("<camunda:outputParameter name=\"a\">PAYLOAD</camunda:outputParameter>"))),
                Map.entry(
                        "list",
                        task(
                                "camunda:expression=\"${null}\"",
                                io.formatted(
                                        "<camunda:inputParameter"
                                                + " name=\"a\"><camunda:list><camunda:value>PAYLOAD</camunda:value></camunda:list></camunda:inputParameter>"))),
                Map.entry(
                        "map",
                        task(
                                "camunda:expression=\"${null}\"",
                                io.formatted(
                                        "<camunda:inputParameter name=\"a\"><camunda:map><camunda:entry"
                                                + " key=\"k\">PAYLOAD</camunda:entry></camunda:map></camunda:inputParameter>"))),
                Map.entry(
                        "collection",
                        task(
                                "camunda:expression=\"${null}\"",
                                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"PAYLOAD\""
                                        + " camunda:elementVariable=\"e\"/>")),
                Map.entry(
                        "cardinality",
                        task(
                                "camunda:expression=\"${null}\"",
                                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>PAYLOAD</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")),
                Map.entry("assignee", user("camunda:assignee=\"PAYLOAD\"")),
                Map.entry("group", user("camunda:candidateGroups=\"PAYLOAD\"")),
                Map.entry("due date", user("camunda:candidateGroups=\"managers\" camunda:dueDate=\"PAYLOAD\"")),
                Map.entry("priority", user("camunda:candidateGroups=\"managers\" camunda:priority=\"PAYLOAD\"")),
                Map.entry("called", node("<bpmn:callActivity id=\"Step\" calledElement=\"PAYLOAD\"/>")),
                Map.entry(
                        "mapping in",
                        node("<bpmn:callActivity id=\"Step\" calledElement=\"MessageProcess\">"
                                + extension("<camunda:in sourceExpression=\"PAYLOAD\" target=\"orderNo\"/>")
                                + "</bpmn:callActivity>")),
                Map.entry(
                        "business key",
                        node("<bpmn:callActivity id=\"Step\" calledElement=\"MessageProcess\">"
                                + extension("<camunda:in businessKey=\"PAYLOAD\"/>") + "</bpmn:callActivity>")),
                Map.entry(
                        "timer",
                        node(
                                "<bpmn:intermediateCatchEvent"
                                        + " id=\"Step\"><bpmn:timerEventDefinition><bpmn:timeDuration>PAYLOAD</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")));
    }

    /** What needs no expression. */
    static Map<String, String> constructs(String canary) {
        var shell = extension(
                "<camunda:field name=\"command\"><camunda:string>touch</camunda:string></camunda:field><camunda:field"
                        + " name=\"arg1\"><camunda:string>"
                        + canary + "</camunda:string></camunda:field>");
        var code = "new java.io.File('" + canary + "').createNewFile()";
        return Map.ofEntries(
                Map.entry("shell task", task("camunda:type=\"shell\"", shell)),
                Map.entry(
                        "shell send task",
                        node("<bpmn:sendTask id=\"Step\" camunda:type=\"shell\">" + shell + "</bpmn:sendTask>")),
                Map.entry(
                        "shell behaviour",
                        task(
                                "camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"",
                                shell)),
                Map.entry(
                        "mail",
                        task(
                                "camunda:type=\"mail\"",
                                extension("<camunda:field"
                                        + " name=\"to\"><camunda:string>a@b.c</camunda:string></camunda:field><camunda:field"
                                        + " name=\"text\"><camunda:string>x</camunda:string></camunda:field>"))),
                Map.entry("external", task("camunda:type=\"external\" camunda:topic=\"t\"", "")),
                Map.entry(
                        "other namespace",
                        task(
                                "activiti:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"",
                                shell)),
                Map.entry(
                        "script",
                        node(
                                "<bpmn:scriptTask id=\"Step\""
                                        + " scriptFormat=\"juel\"><bpmn:script>${''.getClass()}</bpmn:script></bpmn:scriptTask>")),
                Map.entry(
                        "javascript",
                        node("<bpmn:scriptTask id=\"Step\" scriptFormat=\"javascript\"><bpmn:script>" + code
                                + "</bpmn:script></bpmn:scriptTask>")),
                Map.entry(
                        "groovy",
                        node("<bpmn:scriptTask id=\"Step\" scriptFormat=\"groovy\"><bpmn:script>" + code
                                + "</bpmn:script></bpmn:scriptTask>")),
                Map.entry(
                        "script listener",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension(
                                        "<camunda:executionListener event=\"start\"><camunda:script"
                                                + " scriptFormat=\"juel\">${execution.processEngineServices.identityService.createMembership('manager','camunda-admin')}</camunda:script></camunda:executionListener>"))),
                Map.entry(
                        "script input",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension(
                                        "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script"
                                                + " scriptFormat=\"juel\">${execution.processEngineServices.identityService.createMembership('manager','camunda-admin')}</camunda:script></camunda:inputParameter></camunda:inputOutput>"))),
                Map.entry(
                        "class listener",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension(
                                        "<camunda:executionListener event=\"start\""
                                                + " class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"/>"))),
                Map.entry(
                        "connector",
                        task(
                                "camunda:expression=\"${null}\"",
                                extension(
                                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"))),
                Map.entry(
                        "mapping class",
                        node("<bpmn:callActivity id=\"Step\" calledElement=\"MessageProcess\""
                                + " camunda:variableMappingClass=\"java.util.ArrayList\"/>")),
                Map.entry(
                        "throwing message",
                        node(
                                "<bpmn:intermediateThrowEvent id=\"Step\"><bpmn:messageEventDefinition"
                                        + " camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"/></bpmn:intermediateThrowEvent>")),
                Map.entry(
                        "form handler",
                        user("camunda:candidateGroups=\"managers\" camunda:formHandlerClass=\"java.util.ArrayList\"")),
                Map.entry(
                        "embedded form",
                        user("camunda:candidateGroups=\"managers\""
                                + " camunda:formKey=\"embedded:deployment:evil.html\"")));
    }

    private static String task(String attributes, String content) {
        return node(
                "<bpmn:serviceTask id=\"Step\" name=\"一步\" %s>%s</bpmn:serviceTask>".formatted(attributes, content));
    }

    private static String user(String attributes) {
        return node("<bpmn:userTask id=\"Step\" name=\"一步\" %s/>".formatted(attributes));
    }

    private static String node(String step) {
        return step;
    }

    private static String extension(String content) {
        return "<bpmn:extensionElements>" + content + "</bpmn:extensionElements>";
    }
}
