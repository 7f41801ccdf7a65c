// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.DiscountRequests;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of applications by sales and administrators, except own ones. */
@ApplicationService
public class ReviewService {
    private final ApplicationKeeper keeper;
    private final DiscountRequests discounts;
    private final InstantSource clock;

    ReviewService(ApplicationKeeper keeper, DiscountRequests discounts, InstantSource clock) {
        this.keeper = keeper;
        this.discounts = discounts;
        this.clock = clock;
    }

    /** Begins the review of a submitted application. */
    @Transactional
    public ApplicationView begin(Actor actor, ApplicationId id) {
        return review(actor, id, ApplicationStatus.UNDER_REVIEW, null);
    }

    /** Accepts an application under review. */
    @Transactional
    public ApplicationView accept(Actor actor, ApplicationId id, @Nullable String note) {
        return review(actor, id, ApplicationStatus.ACCEPTED, note);
    }

    /** Rejects an application, with the reason that the applicant reads. */
    @Transactional
    public ApplicationView reject(Actor actor, ApplicationId id, String note) {
        var rejected = review(actor, id, ApplicationStatus.REJECTED, note);
        discounts.endPending(id, "The application was rejected.", clock.instant());
        return rejected;
    }

    private ApplicationView review(Actor actor, ApplicationId id, ApplicationStatus next, @Nullable String note) {
        Staff.require(actor);
        var application = keeper.lockVisible(actor, id);
        var reviewed = application.reviewed(next, actor.userId(), clock.instant());
        keeper.move(actor.userId(), application, reviewed, note);
        return ApplicationView.of(reviewed, application.version() + 1);
    }
}
