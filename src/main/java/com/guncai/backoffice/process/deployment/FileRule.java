package com.guncai.backoffice.process.deployment;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;

/** A deployment holds diagrams with their forms, and tables; each kind is known by its name, as the engine knows it. */
final class FileRule {
    private FileRule() {}

    static boolean isDiagram(String name) {
        return endsAs(name, BpmnDeployer.BPMN_RESOURCE_SUFFIXES);
    }

    static boolean isTable(String name) {
        return endsAs(name, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES);
    }

    static void check(Map<String, byte[]> files, Findings findings) {
        files.forEach((name, content) -> {
            if (name.endsWith(Forms.ENDING)) {
                Forms.check(name, content, findings);
            } else if (ReleasePages.isPage(name)) {
                page(name, content, findings);
            } else if (!isDiagram(name) && !isTable(name)) {
                findings.error("文件 %s 不能部署：只能是流程图（.bpmn）、表单（.form）和决策表（.dmn），把它从附加文件里去掉".formatted(name));
            }
        });
        var forms = files.keySet().stream()
                .filter(name -> name.endsWith(Forms.ENDING) || ReleasePages.isPage(name))
                .sorted()
                .toList();
        if (files.isEmpty()) {
            findings.error("没有选文件：打开流程图再部署");
        } else if (!forms.isEmpty() && files.keySet().stream().noneMatch(name -> isDiagram(name) || isTable(name))) {
            findings.error("只有表单 %s，单独部署不会生效：打开用它的流程图，把表单加到附加文件里，一起部署".formatted(String.join("、", forms)));
        }
    }

    private static void page(String name, byte[] content, Findings findings) {
        var ours = ReleasePages.content(name);
        if (ours == null) {
            findings.error("网页表单 %s 不是系统自带的，不能部署：改用 .form 表单".formatted(name));
        } else if (!Arrays.equals(ours, content)) {
            findings.error("网页表单 %s 和系统自带的不一样：不要改它，从附加文件里去掉，系统会用自带的".formatted(name));
        }
    }

    private static boolean endsAs(String name, String[] suffixes) {
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }
}
