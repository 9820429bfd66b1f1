package com.guncai.backoffice.staff.secondfactor;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs in with a code too.
 *
 * @param required whether anybody does
 * @param groups whose members do
 */
@Validated
@ConfigurationProperties("backoffice.second-factor")
record SecondFactorProperties(boolean required, @NotEmpty Set<String> groups) {}
