package com.guncai.backoffice.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be ordered. Each service adds its sections. */
@Tag(name = "目录")
@RestController
class CatalogController {
    private final List<CatalogSection> sections;

    CatalogController(List<CatalogSection> sections) {
        this.sections = sections;
    }

    @Operation(summary = "可以买什么、送到哪里")
    @GetMapping("/api/v1/catalog")
    Map<String, Object> catalog() {
        var catalog = new LinkedHashMap<String, Object>();
        sections.forEach(section -> catalog.putAll(section.content()));
        return catalog;
    }
}
