package com.guncai.backoffice.home;

import com.guncai.backoffice.shared.Masked;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the home page shows where somebody tries the product out; production leaves it empty.
 *
 * @param phone path of the page that plays the customer's phone
 * @param demoUsers by user id, whose password is the id, the name of the desk
 */
@ConfigurationProperties("backoffice.home")
record HomeProperties(@Nullable String phone, @DefaultValue Map<String, String> demoUsers) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
