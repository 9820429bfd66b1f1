package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A page fills the layout: its title, its own files, its content. */
class StaffLayoutTest {
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    @BeforeEach
    void templatesAreOurs() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    @Test
    void aPageIsShownInTheFrameOfAll() {
        var page = shows("staff/batches", Map.of());

        assertThat(page).containsOnlyOnce("<html").containsOnlyOnce("<main>");
        assertThat(page).contains("<title>券码与批次 · 滚财履约后台</title>", "href=\"/staff/batches.css\"", "staff/batches.js");
        assertThat(page).contains("<a href=\"/staff/batches\" aria-current=\"page\">券码与批次</a>");
        assertThat(page).contains("<a href=\"/staff/orders\">订单</a>", "<span>券码台</span>");
        assertThat(page).contains("hx-headers=\"{&quot;X-XSRF-TOKEN&quot;: &quot;0A1B&quot;}\"");
    }

    @Test
    void aProblemIsASentenceAndNoMarkup() {
        assertThat(shows("staff/problem", Map.of("detail", "没有 <b>这个</b> 订单"))).contains("没有 &lt;b&gt;这个&lt;/b&gt; 订单");
    }

    private String shows(String template, Map<String, Object> model) {
        var entries = List.of(
                new StaffShell.Entry("订单", "/staff/orders", false),
                new StaffShell.Entry("券码与批次", "/staff/batches", true));
        var context = new Context();
        context.setVariable("shell", new StaffShell.Shell("券码台", entries, "0A1B"));
        context.setVariables(model);
        return templates.process(template, context);
    }
}
