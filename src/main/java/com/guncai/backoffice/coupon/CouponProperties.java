package com.guncai.backoffice.coupon;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What goes with a code.
 *
 * @param notes what its owner has to know; {@code {face}} is its face value in yuan
 * @param cinema the mini-program in which codes are spent (淘票票)
 */
@Validated
@ConfigurationProperties("backoffice.coupon")
record CouponProperties(@NotEmpty List<@NotBlank String> notes, @NotNull MiniProgram cinema) {

    /** As {@code wx.navigateToMiniProgram} takes it. */
    record MiniProgram(@NotBlank String appId, @DefaultValue("") String path) {}
}
