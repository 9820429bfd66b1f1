package com.guncai.backoffice.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of a model names and calls, read by the engine's own parser.
 *
 * @param names variables and beans
 * @param functions those of the engine ({@code dateTime()})
 * @param calls outer ones before those in their arguments
 */
record ParsedExpression(Set<String> names, Set<String> functions, List<Call> calls) {
    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /**
     * @param text with {@code ${…}} or <code>#{…}</code> in it
     * @throws org.camunda.bpm.impl.juel.TreeBuilderException when the engine cannot read it either
     */
    static ParsedExpression of(String text) {
        var tree = PARSER.build(text);
        var calls = new ArrayList<Call>();
        collect(tree.getRoot(), calls);
        return new ParsedExpression(
                StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false)
                        .map(IdentifierNode::getName)
                        .collect(Collectors.toSet()),
                StreamSupport.stream(tree.getFunctionNodes().spliterator(), false)
                        .map(FunctionNode::getName)
                        .collect(Collectors.toSet()),
                List.copyOf(calls));
    }

    private static void collect(Node node, List<Call> calls) {
        if (node instanceof AstMethod) {
            var property = node.getChild(0);
            calls.add(new Call(
                    property.getChild(0) instanceof AstIdentifier name ? name.getName() : null,
                    property instanceof AstDot dot ? name(dot) : null,
                    node.getChild(1).getCardinality()));
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i), calls);
        }
    }

    /** The parser keeps it to itself, but for its text: {@code ". name"}. */
    private static String name(AstDot dot) {
        return dot.toString().substring(2);
    }

    /**
     * @param bean on which it is called; {@code null} when that is no plain name, but what another call returns
     * @param method {@code null} when it is computed ({@code bean['name']()})
     */
    record Call(@Nullable String bean, @Nullable String method, int arguments) {}
}
