package com.guncai.backoffice.process;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets nodes that start at the same moment set things up one after the other. */
@Component
public class SetupLock {
    private final JdbcTemplate jdbc;

    SetupLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the caller's transaction ends. */
    public void take() {
        jdbc.queryForObject("select id from setup_lock for update", Integer.class);
    }
}
