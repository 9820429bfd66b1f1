package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.IncompleteConfigurationException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the one account by which all others are made, when production starts for the first time. Once there is an
 * administrator, the configured name and password mean nothing any more and may be taken away.
 */
@Component
@Profile("prod")
@Order(25)
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identity;
    private final SetupLock setupLock;
    private final FirstAdministratorProperties configured;

    FirstAdministrator(IdentityService identity, SetupLock setupLock, FirstAdministratorProperties configured) {
        this.identity = identity;
        this.setupLock = setupLock;
        this.configured = configured;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        setupLock.take();
        var group = StaffGroup.ADMINISTRATORS.id();
        if (identity.createUserQuery().memberOfGroup(group).count() > 0) {
            return;
        }
        var user = identity.newUser(configured.user());
        user.setFirstName(configured.user());
        user.setLastName(StaffGroup.ADMINISTRATORS.label());
        user.setPassword(configured.password());
        check(user);
        identity.saveUser(user);
        identity.createMembership(user.getId(), group);
        log.info(
                "The first administrator {} was made; the password may be taken out of the configuration",
                user.getId());
    }

    private void check(User user) {
        if (!identity.checkPasswordAgainstPolicy(configured.password(), user).isValid()) {
            throw new IncompleteConfigurationException(
                    List.of("ADMIN_PASSWORD (backoffice.first-administrator.password) must be given while there is no"
                            + " administrator: at least 12 characters with upper and lower case, a digit and a symbol,"
                            + " and without the user's name"),
                    true);
        }
    }
}
