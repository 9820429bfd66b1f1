package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** What is worth another attempt of a clerk's step, and what is not. */
class LostRacesTest {
    @Test
    void aConcurrentUpdateIsALostRace() {
        assertThat(LostRaces.isLost(new OptimisticLockingException("updated"))).isTrue();
        assertThat(LostRaces.isLost(new ProcessEngineException("failed", new OptimisticLockingException("updated"))))
                .isTrue();
    }

    @Test
    void aDeadlockThatTheDatabaseEndedIsALostRace() {
        var deadlock = new BatchUpdateException("deadlock detected", "40P01", 0, new int[0]);
        assertThat(LostRaces.isLost(new ProcessEngineException("flush", new IllegalStateException(deadlock))))
                .isTrue();
    }

    @Test
    void aBranchThatEndedBetweenTwoReadsIsALostRace() {
        assertThat(LostRaces.isLost(new ProcessEngineException("ENGINE-03077 Cannot resolve parent with id 'a'")))
                .isTrue();
    }

    @Test
    void anythingElseIsNot() {
        assertThat(LostRaces.isLost(new ProcessEngineException("broken"))).isFalse();
        assertThat(LostRaces.isLost(new ProcessEngineException("unique", new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(LostRaces.isLost(new ProcessEngineException("gone", new SQLException("gone"))))
                .isFalse();
    }
}
