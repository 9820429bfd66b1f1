package com.guncai.backoffice.process.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
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
 * @param alone names that are not just there to call something on them
 * @param kind what it results in, as far as one sees it
 */
record ParsedExpression(
        Set<String> names, Set<String> functions, List<Call> calls, Set<String> alone, ExpressionKind kind) {
    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /**
     * @param text with {@code ${…}} or <code>#{…}</code> in it
     * @throws org.camunda.bpm.impl.juel.TreeBuilderException when the engine cannot read it either
     */
    static ParsedExpression of(String text) {
        var tree = PARSER.build(text);
        var calls = new ArrayList<Call>();
        var alone = new HashSet<String>();
        collect(tree.getRoot(), calls, alone);
        return new ParsedExpression(
                StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false)
                        .map(IdentifierNode::getName)
                        .collect(Collectors.toSet()),
                StreamSupport.stream(tree.getFunctionNodes().spliterator(), false)
                        .map(FunctionNode::getName)
                        .collect(Collectors.toSet()),
                List.copyOf(calls),
                alone,
                ExpressionKind.of(tree.getRoot()));
    }

    private static void collect(Node node, List<Call> calls, Set<String> alone) {
        if (node instanceof AstIdentifier name) {
            alone.add(name.getName());
        }
        if (!(node instanceof AstMethod)) {
            children(node).forEach(child -> collect(child, calls, alone));
            return;
        }
        var property = node.getChild(0);
        var base = property.getChild(0) instanceof AstIdentifier name ? name.getName() : null;
        var arguments = node.getChild(1);
        calls.add(new Call(
                base,
                property instanceof AstDot dot ? name(dot) : null,
                children(arguments).map(ParsedExpression::text).toList()));
        children(property)
                .filter(child -> !(child instanceof AstIdentifier))
                .forEach(child -> collect(child, calls, alone));
        collect(arguments, calls, alone);
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }

    private static Argument text(Node argument) {
        return new Argument(argument instanceof AstString text ? String.valueOf(text.eval(null, null)) : null);
    }

    /** The parser keeps it to itself, but for its text: {@code ". name"}. */
    private static String name(AstDot dot) {
        return dot.toString().substring(2);
    }

    /** @param text what it says, when it is a fixed text */
    record Argument(@Nullable String text) {}

    /**
     * @param bean on which it is called; {@code null} when that is no plain name, but what another call returns
     * @param method {@code null} when it is computed ({@code bean['name']()})
     */
    record Call(@Nullable String bean, @Nullable String method, List<Argument> arguments) {
        List<@Nullable String> texts() {
            var texts = new ArrayList<@Nullable String>();
            arguments.forEach(argument -> texts.add(argument.text()));
            return texts;
        }
    }
}
