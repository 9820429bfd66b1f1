package com.guncai.backoffice.topup;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be topped up.
 *
 * @param facesFen the face values on offer, in fen; each is its own price
 */
@Validated
@ConfigurationProperties("backoffice.top-up")
record TopUpProperties(@NotEmpty @DefaultValue({"5000", "10000"}) List<@Positive Long> facesFen) {}
