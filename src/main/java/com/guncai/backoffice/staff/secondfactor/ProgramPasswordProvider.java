package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.staff.StaffAuthenticationProvider;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * HTTP Basic, which has no second step: who owes a second factor signs programs in, such as Camunda Modeler, with the password
 * that the page gave out for them, and with no other.
 */
@Component
@WhenSecondFactorIsRequired
class ProgramPasswordProvider implements AuthenticationProvider {
    private final SecondFactors factors;
    private final IdentityService identity;

    ProgramPasswordProvider(SecondFactors factors, IdentityService identity) {
        this.factors = factors;
        this.identity = identity;
    }

    /** Left to the next provider for everybody else. */
    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        var user = attempt.getName();
        if (!factors.isAskedOf(user)) {
            return null;
        }
        if (!factors.isProgramPassword(user, String.valueOf(attempt.getCredentials()))) {
            throw new DisabledException("the password for programs is asked for");
        }
        return StaffAuthenticationProvider.known(identity, user);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
