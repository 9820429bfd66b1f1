package com.guncai.backoffice.process.deployment;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;

/** What an expression results in, as far as its text shows. */
enum ExpressionKind {
    YES_OR_NO,
    /** A number or a text, which answers no question. */
    NO_ANSWER,
    /** A fixed value. */
    FIXED,
    /** Whatever a variable holds or a call returns. */
    VALUE;

    private static final Set<AstBinary.Operator> COMPARE = Set.of(
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE,
            AstBinary.AND,
            AstBinary.OR);

    static ExpressionKind of(Node node) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return of(node.getChild(0));
        }
        if (node instanceof AstBoolean
                || node instanceof AstNull
                || node instanceof AstNumber
                || node instanceof AstString
                || node instanceof AstText) {
            return FIXED;
        }
        if (node instanceof AstBinary binary) {
            return COMPARE.contains(binary.getOperator()) ? YES_OR_NO : NO_ANSWER;
        }
        if (node instanceof AstUnary unary) {
            return unary.getOperator() == AstUnary.NEG ? NO_ANSWER : YES_OR_NO;
        }
        if (node instanceof AstChoice) {
            var one = of(node.getChild(1));
            return one == FIXED ? of(node.getChild(2)) == NO_ANSWER ? NO_ANSWER : VALUE : one;
        }
        return node.getCardinality() > 0 && node.getClass().getSimpleName().equals("AstComposite") ? NO_ANSWER : VALUE;
    }
}
