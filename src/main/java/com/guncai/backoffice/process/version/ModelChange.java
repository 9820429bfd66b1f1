package com.guncai.backoffice.process.version;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list of changes: who did what to the models, or to the orders that run by them. */
@Entity
class ModelChange {
    @Id
    @GeneratedValue
    private Long id;

    private Instant at;

    @Nullable
    private String staff;

    @Enumerated(EnumType.STRING)
    private ModelAction action;

    @Enumerated(EnumType.STRING)
    private ModelOutcome outcome;

    @Nullable
    private String deploymentId;

    private String models;
    private String details;

    @SuppressWarnings("NullAway.Init")
    protected ModelChange() {}

    @SuppressWarnings("NullAway.Init")
    ModelChange(
            Instant at,
            @Nullable String staff,
            ModelAction action,
            ModelOutcome outcome,
            @Nullable String deploymentId,
            String models,
            String details) {
        this.at = at;
        this.staff = staff;
        this.action = action;
        this.outcome = outcome;
        this.deploymentId = deploymentId;
        this.models = models;
        this.details = details;
    }

    /** What is known only when the deployment has ended: who it was, and which files made versions. */
    void complete(@Nullable String who, String files, String notes) {
        staff = who;
        models = files;
        details = notes.isEmpty() ? details : notes + "；" + details;
    }

    Instant at() {
        return at;
    }

    @Nullable
    String staff() {
        return staff;
    }

    ModelAction action() {
        return action;
    }

    ModelOutcome outcome() {
        return outcome;
    }

    @Nullable
    String deploymentId() {
        return deploymentId;
    }

    String models() {
        return models;
    }

    String details() {
        return details;
    }
}
