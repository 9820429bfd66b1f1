package com.guncai.backoffice.order;

import java.util.Map;

/** What a service adds to the catalogue. */
public interface CatalogSection {
    /** Members of the catalogue's JSON object. */
    Map<String, Object> content();
}
