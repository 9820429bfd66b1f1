package com.guncai.backoffice.staff;

import com.guncai.backoffice.shared.Masked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that production makes while it has no administrator.
 *
 * @param user user id
 * @param password at least 12 characters with upper and lower case, a digit and a symbol; empty is no password
 */
@ConfigurationProperties("backoffice.first-administrator")
record FirstAdministratorProperties(@DefaultValue("admin") String user, @DefaultValue("") String password) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
