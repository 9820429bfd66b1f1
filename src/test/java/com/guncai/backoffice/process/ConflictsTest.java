package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** What is worth another attempt of a clerk's step, and what is not. */
class ConflictsTest {
    @Test
    void aConcurrentUpdateIsALostRace() {
        assertThat(Conflicts.isConflict(new OptimisticLockingException("updated")))
                .isTrue();
        assertThat(Conflicts.isConflict(
                        new ProcessEngineException("failed", new OptimisticLockingException("updated"))))
                .isTrue();
    }

    @Test
    void aDeadlockThatTheDatabaseEndedIsALostRace() {
        var deadlock = new BatchUpdateException("deadlock detected", "40P01", 0, new int[0]);
        assertThat(Conflicts.isConflict(new ProcessEngineException("flush", new IllegalStateException(deadlock))))
                .isTrue();
    }

    @Test
    void aBranchThatEndedBetweenTwoReadsIsALostRace() {
        assertThat(Conflicts.isConflict(new ProcessEngineException("ENGINE-03077 Cannot resolve parent with id 'a'")))
                .isTrue();
    }

    @Test
    void anythingElseIsNot() {
        assertThat(Conflicts.isConflict(new ProcessEngineException("broken"))).isFalse();
        assertThat(Conflicts.isConflict(new ProcessEngineException("unique", new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(Conflicts.isConflict(new ProcessEngineException("gone", new SQLException("gone"))))
                .isFalse();
    }
}
