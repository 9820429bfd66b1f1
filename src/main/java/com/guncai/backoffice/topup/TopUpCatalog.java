package com.guncai.backoffice.topup;

import com.guncai.backoffice.order.CatalogSection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The face values in the catalogue, in fen. */
@Component
class TopUpCatalog implements CatalogSection {
    private final TopUpProperties properties;

    TopUpCatalog(TopUpProperties properties) {
        this.properties = properties;
    }

    @Override
    public Map<String, Object> content() {
        return Map.of("topUpFaces", properties.facesFen());
    }
}
