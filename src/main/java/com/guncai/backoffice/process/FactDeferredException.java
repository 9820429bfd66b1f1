package com.guncai.backoffice.process;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * A diagram failed at a fact. The call succeeds when it is made again, which callers do as after a lost race. Has no cause,
 * so that nobody on its way takes it for what the diagram did.
 */
class FactDeferredException extends ConcurrencyFailureException {
    FactDeferredException(String fact) {
        super("a diagram failed at " + fact);
    }
}
