// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.ApplicationSubmitted;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.ApplicationEvents;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.DiscountRequests;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of applications: create, edit, submit, list. */
@ApplicationService
public class AdmissionService {
    private static final String LIST = "admissions.applications";
    private static final String EVENTS = "admissions.application-events";

    private final Applications applications;
    private final ApplicationEvents history;
    private final ApplicationKeeper keeper;
    private final ApplicationChoices choices;
    private final DiscountRequests discounts;
    private final ApplicationViews views;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AdmissionService(
            Applications applications,
            ApplicationEvents history,
            ApplicationKeeper keeper,
            ApplicationChoices choices,
            DiscountRequests discounts,
            ApplicationViews views,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.applications = applications;
        this.history = history;
        this.keeper = keeper;
        this.choices = choices;
        this.discounts = discounts;
        this.views = views;
        this.events = events;
        this.clock = clock;
    }

    /** Lists applications, newest first: the actor's own, or all for sales and administrators. */
    public Page<ApplicationView> list(
            Actor actor, @Nullable BatchId batch, @Nullable ApplicationStatus status, PageRequest page) {
        var filter = visibleTo(actor, batch, status);
        var rows = views.applications(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, application -> Cursor.of(LIST, application.id()));
    }

    /** Counts the applications that the list returns. */
    public long count(Actor actor, @Nullable BatchId batch, @Nullable ApplicationStatus status) {
        return views.countApplications(visibleTo(actor, batch, status));
    }

    /** Returns an application: an own one, or any for sales and administrators. */
    public ApplicationDetails get(Actor actor, ApplicationId id) {
        return views.details(id)
                .filter(found -> Staff.includes(actor)
                        || found.application().applicant().userId().equals(actor.userId()))
                .orElseThrow(() -> ApplicationKeeper.notFound(id));
    }

    /** Lists the changes of the status of an application that the actor may see, oldest first. */
    public Page<ApplicationEventView> events(Actor actor, ApplicationId id, PageRequest page) {
        get(actor, id);
        var rows = views.events(id, page.afterLong(EVENTS), page.rowsToRead());
        return Page.of(rows, page, event -> Cursor.of(EVENTS, event.version()));
    }

    /** Creates a draft of the actor at the current price of the course. */
    @Transactional
    public ApplicationView create(Actor actor, Choice choice) {
        var application = choices.draft(actor, choice);
        if (!applications.insert(application)) {
            throw applications.findLive(actor.userId(), choice.courseId()).isPresent()
                    ? AdmissionsProblem.APPLICATION_EXISTS.because(
                            "You have an application for this course. Edit it, or withdraw it first.")
                    : AdmissionsProblem.APPLICATIONS_EXCEEDED.because("At most " + Application.MAX_A_DAY
                            + " applications may be created within 24 hours. Try again tomorrow.");
        }
        history.insert(ApplicationEvent.created(application));
        return ApplicationView.of(application, application.version());
    }

    /** Edits an application of the actor. Another batch ends a pending discount request. */
    @Transactional
    public ApplicationView edit(Actor actor, ApplicationId id, int version, ApplicationEdit edit) {
        var application = keeper.lockOwn(actor, id);
        if (application.version() != version) {
            throw KernelProblem.stale("Application " + application.applicationNo(), version);
        }
        var edited = application.with(edit, clock.instant());
        if (edited.equals(application)) {
            return ApplicationView.of(application, version);
        }
        choices.requireChange(application, edited);
        if (!Objects.equals(edited.choice().batchId(), application.choice().batchId())) {
            discounts.endPending(id, "The batch was changed.", clock.instant());
        }
        keeper.store(application, edited);
        return ApplicationView.of(edited, version + 1);
    }

    /** Hands a draft of the actor in; refused if its batch has been closed meanwhile. */
    @Transactional
    public ApplicationView submit(Actor actor, ApplicationId id) {
        var draft = keeper.lockOwn(actor, id);
        var submitted = draft.submitted();
        choices.requireChoosable(submitted.batchId());
        keeper.move(actor.userId(), draft, submitted, null);
        events.publishEvent(new ApplicationSubmitted(
                id,
                submitted.applicationNo(),
                submitted.userId(),
                submitted.choice().courseId(),
                submitted.batchId(),
                submitted.applicant().platform(),
                clock.instant()));
        return ApplicationView.of(submitted, draft.version() + 1);
    }

    private static ApplicationFilter visibleTo(
            Actor actor, @Nullable BatchId batch, @Nullable ApplicationStatus status) {
        return new ApplicationFilter(Staff.includes(actor) ? null : actor.userId(), batch, status);
    }
}
