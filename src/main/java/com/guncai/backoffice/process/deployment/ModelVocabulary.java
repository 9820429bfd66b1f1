package com.guncai.backoffice.process.deployment;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements and attributes a diagram may contain: a list of what is allowed, so that what nobody thought of is not. Everything that
 * has the engine load classes, run scripts or start programs is missing from it.
 */
public final class ModelVocabulary {
    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** They say how something looks, or which program wrote it. */
    private static final Set<String> REMARKS = Set.of(
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/2000/xmlns/",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> ELEMENTS = words(
            """
            definitions process documentation extensionElements incoming outgoing sequenceFlow conditionExpression
            startEvent endEvent boundaryEvent intermediateCatchEvent intermediateThrowEvent
            userTask serviceTask businessRuleTask receiveTask task manualTask callActivity subProcess
            exclusiveGateway parallelGateway inclusiveGateway
            timerEventDefinition timeDate timeDuration timeCycle messageEventDefinition message terminateEventDefinition
            multiInstanceLoopCharacteristics loopCardinality completionCondition
            collaboration participant laneSet lane flowNodeRef childLaneSet textAnnotation text association group category categoryValue
            """);

    /** They execute nothing, but lose orders, or are not needed: refused for new diagrams, let alone in those that run. */
    private static final Set<String> INERT = words(
            """
            signal signalEventDefinition error errorEventDefinition escalation escalationEventDefinition condition
            conditionalEventDefinition compensateEventDefinition cancelEventDefinition linkEventDefinition source target
            transaction adHocSubProcess eventBasedGateway complexGateway sendTask messageFlow messageFlowAssociation
            dataObject dataObjectReference dataStoreReference dataStore dataState dataInputAssociation dataOutputAssociation sourceRef targetRef property
            itemDefinition ioSpecification dataInput dataOutput inputSet outputSet
            """);

    private static final Set<String> CAMUNDA_ELEMENTS = words(
            """
            inputOutput inputParameter outputParameter list value map entry in out failedJobRetryTimeCycle properties property
            """);

    private static final Set<String> ATTRIBUTES = words(
            """
            id name isExecutable processType isClosed sourceRef targetRef default gatewayDirection attachedToRef
            cancelActivity isInterrupting triggeredByEvent calledElement messageRef parallelMultiple isSequential
            processRef textFormat associationDirection instantiate startQuantity completionQuantity categoryValueRef
            exporter exporterVersion targetNamespace
            """);

    private static final Set<String> INERT_ATTRIBUTES = words(
            """
            signalRef errorRef escalationRef activityRef waitForCompletion isForCompensation eventGatewayType errorCode
            escalationCode structureRef itemSubjectRef dataObjectRef dataStoreRef isCollection behavior method ordering itemKind
            cancelRemainingInstances expressionLanguage typeLanguage implementation isImmediate capacity isUnlimited strict
            """);

    private static final Set<String> ANYWHERE = words(
            """
            asyncBefore asyncAfter async exclusive modelerTemplate modelerTemplateVersion modelerTemplateIcon
            """);

    private static final Map<String, Set<String>> CAMUNDA_ATTRIBUTES = Map.ofEntries(
            entry("process", words("historyTimeToLive isStartableInTasklist candidateStarterGroups versionTag")),
            entry("startEvent", words("formKey formRef formRefBinding formRefVersion initiator")),
            entry(
                    "userTask",
                    words("formRef formRefBinding formRefVersion assignee candidateGroups candidateUsers dueDate"
                            + " followUpDate priority")),
            entry("serviceTask", words("expression resultVariable")),
            entry("sendTask", words("expression resultVariable")),
            entry(
                    "businessRuleTask",
                    words("decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag mapDecisionResult"
                            + " resultVariable expression")),
            entry("callActivity", words("calledElementBinding calledElementVersion calledElementVersionTag")),
            entry("multiInstanceLoopCharacteristics", words("collection elementVariable")));

    /** Of elements in Camunda's own namespace, whose attributes have none. */
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "in", words("source sourceExpression target businessKey variables local"),
            "out", words("source sourceExpression target variables local"),
            "inputParameter", words("name"),
            "outputParameter", words("name"),
            "entry", words("key"),
            "value", words("id name"),
            "property", words("id name value"));

    private ModelVocabulary() {}

    /** Whether a new diagram may contain such an element. */
    static boolean contains(String namespace, String tag) {
        return switch (namespace) {
            case BPMN -> ELEMENTS.contains(tag);
            case CAMUNDA -> CAMUNDA_ELEMENTS.contains(tag);
            default -> DRAWING.contains(namespace);
        };
    }

    /** Whether the engine may read such an element of a diagram that was deployed earlier. */
    public static boolean toleratesElement(String namespace, String tag) {
        return contains(namespace, tag) || (namespace.equals(BPMN) && INERT.contains(tag));
    }

    /** @param attributeSpace empty for an attribute without a namespace */
    static boolean contains(String namespace, String tag, String attributeSpace, String attribute) {
        if (isDrawing(namespace) || REMARKS.contains(attributeSpace)) {
            return true;
        }
        if (namespace.equals(CAMUNDA)) {
            return attributeSpace.isEmpty()
                    && PARAMETERS.getOrDefault(tag, Set.of()).contains(attribute);
        }
        return switch (attributeSpace) {
            case "" -> ATTRIBUTES.contains(attribute);
            case CAMUNDA ->
                ANYWHERE.contains(attribute)
                        || CAMUNDA_ATTRIBUTES.getOrDefault(tag, Set.of()).contains(attribute);
            default -> false;
        };
    }

    /** As above for a diagram that was deployed earlier. */
    public static boolean toleratesAttribute(String namespace, String tag, String attributeSpace, String attribute) {
        return contains(namespace, tag, attributeSpace, attribute)
                || (namespace.equals(BPMN) && attributeSpace.isEmpty() && INERT_ATTRIBUTES.contains(attribute));
    }

    public static boolean isDrawing(@Nullable String namespace) {
        return DRAWING.contains(String.valueOf(namespace));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }
}
