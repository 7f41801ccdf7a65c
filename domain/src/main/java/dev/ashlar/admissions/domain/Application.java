// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.ReadableNumber;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Application of one person for one course. Its reviewer is another person.
 *
 * @param applicationNo number that people read; unique
 * @param version number of changes of any kind
 */
public record Application(
        ApplicationId id,
        String applicationNo,
        Applicant applicant,
        Choice choice,
        Tuition tuition,
        Standing standing,
        Instant createdAt,
        int version) {
    /** Maximum number of applications that one person creates within 24 hours. */
    public static final int MAX_A_DAY = 20;

    /** Creates a draft at the price of the course. */
    public static Application of(ApplicationId id, Applicant applicant, Choice choice, Money price, Instant at) {
        return new Application(
                id,
                ReadableNumber.of(id.value()),
                applicant,
                choice,
                new Tuition(price, price),
                Standing.draft(),
                at,
                0);
    }

    public ApplicationStatus status() {
        return standing.status();
    }

    public UserId userId() {
        return applicant.userId();
    }

    /** Returns the batch of an application that is no draft any more. */
    public BatchId batchId() {
        var batch = choice.batchId();
        if (batch == null) {
            throw AdmissionsProblem.BATCH_MISSING.because(
                    "Application " + applicationNo + " names no batch. Choose one first.");
        }
        return batch;
    }

    /** Returns true if a seat is reserved for the applicant. */
    public boolean hasOffer() {
        return standing.hasOffer();
    }

    /** Returns this application after an edit. On a waiting list, another batch means the end of its waiting list. */
    public Application with(ApplicationEdit edit, Instant at) {
        if (!status().isEditable()) {
            throw AdmissionsProblem.APPLICATION_CLOSED.because("Application " + applicationNo + " is "
                    + Labels.of(status()) + ". Create a new application for another batch.");
        }
        var batch = edit.batchId().applyTo(choice.batchId());
        Fields.require(batch != null || status() == ApplicationStatus.DRAFT, "/batchId", "must not be null");
        var college = edit.collegeId().applyTo(choice.collegeId());
        boolean isMoved = !Objects.equals(batch, choice.batchId());
        if (isMoved) {
            requireNoOffer();
        }
        var next = isMoved && status() == ApplicationStatus.WAITLISTED ? standing.waiting(at, null) : standing;
        return new Application(
                id,
                applicationNo,
                applicant,
                new Choice(choice.courseId(), batch, college),
                tuition,
                next,
                createdAt,
                version);
    }

    /** Hands the application in. */
    public Application submitted() {
        batchId();
        return to(ApplicationStatus.SUBMITTED, null);
    }

    /** Returns this application after a review step of another person. */
    public Application reviewed(ApplicationStatus next, UserId reviewer, Instant at) {
        if (reviewer.equals(userId())) {
            throw AdmissionsProblem.OWN_APPLICATION.because(
                    "Application " + applicationNo + " is your own. Ask another person to review it.");
        }
        if (next == ApplicationStatus.ACCEPTED && status() == ApplicationStatus.WAITLISTED) {
            throw AdmissionsProblem.ILLEGAL_TRANSITION.because(
                    subject() + " is waitlisted. Seats are offered in the order of the waiting list.");
        }
        return next == ApplicationStatus.WAITLISTED ? waiting(reviewer, at) : to(next, reviewer);
    }

    /** Puts an accepted application on the waiting list, as its applicant asks. */
    public Application waitlisted(Instant at) {
        if (status() != ApplicationStatus.ACCEPTED) {
            throw AdmissionsProblem.ILLEGAL_TRANSITION.because(subject() + " is " + Labels.of(status())
                    + ". Only an accepted applicant can ask to wait for a seat.");
        }
        return waiting(null, at);
    }

    /** Gives the applicant a seat. */
    public Application enrolled() {
        return to(ApplicationStatus.ENROLLED, null);
    }

    /** Gives the application up. */
    public Application withdrawn() {
        return to(ApplicationStatus.WITHDRAWN, null);
    }

    /** Returns this application at the price of an approved discount. */
    public Application discountedTo(Money price) {
        requireDiscountable();
        return new Application(
                id, applicationNo, applicant, choice, tuition.discountedTo(price), standing, createdAt, version);
    }

    /** Refuses discounts of an application that is over or has a seat. */
    public void requireDiscountable() {
        if (!status().isEditable()) {
            throw AdmissionsProblem.APPLICATION_CLOSED.because("Application " + applicationNo + " is "
                    + Labels.of(status()) + ". Its price can no longer change.");
        }
    }

    private Application waiting(@Nullable UserId reviewer, Instant at) {
        requireNoOffer();
        ApplicationStatus.LIFECYCLE.require(
                status(), ApplicationStatus.WAITLISTED, AdmissionsProblem.ILLEGAL_TRANSITION, subject());
        return in(standing.waiting(at, reviewer));
    }

    private Application to(ApplicationStatus next, @Nullable UserId reviewer) {
        ApplicationStatus.LIFECYCLE.require(status(), next, AdmissionsProblem.ILLEGAL_TRANSITION, subject());
        return in(standing.in(next, reviewer));
    }

    private void requireNoOffer() {
        if (hasOffer()) {
            throw AdmissionsProblem.SEAT_OFFERED.because("A seat is offered to application " + applicationNo + " until "
                    + standing.offerExpiresAt() + ". Enroll, or withdraw the application.");
        }
    }

    private String subject() {
        return "Application " + applicationNo;
    }

    private Application in(Standing next) {
        return new Application(id, applicationNo, applicant, choice, tuition, next, createdAt, version);
    }
}
