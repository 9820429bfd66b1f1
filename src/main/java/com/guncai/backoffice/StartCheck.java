package com.guncai.backoffice;

import com.guncai.backoffice.shared.IncompleteConfigurationException;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Stops an incompletely configured application before it opens a database or a port. */
class StartCheck implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent initialized) {
        if (!initialized.getSpringApplication().getAllSources().contains(BackofficeApplication.class)) {
            return; // a test of a part of it
        }
        var required =
                new RequiredConfiguration(initialized.getApplicationContext().getEnvironment());
        var faults = required.faults();
        if (!faults.isEmpty()) {
            throw new IncompleteConfigurationException(faults, required.isProduction());
        }
    }
}
