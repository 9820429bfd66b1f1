package com.guncai.backoffice.topup;

import com.guncai.backoffice.order.CatalogSection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The face values in the catalogue, in fen. */
@Component
class TopUpCatalog implements CatalogSection {
    private final TopUpFaces faces;

    TopUpCatalog(TopUpFaces faces) {
        this.faces = faces;
    }

    @Override
    public Map<String, Object> content() {
        return Map.of("topUpFaces", faces.facesFen());
    }
}
