// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.Availability;
import dev.ashlar.mentoring.domain.AvailabilityId;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Mentors;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Mentors, their profiles and their availability. */
@ApplicationService
public class MentorService {
    private static final String LIST = "mentoring.mentors";

    private final Mentors mentors;
    private final Availabilities availabilities;
    private final MentorViews views;
    private final SlotMaker slots;
    private final People people;
    private final IdSource ids;
    private final InstantSource clock;

    MentorService(
            Mentors mentors,
            Availabilities availabilities,
            MentorViews views,
            SlotMaker slots,
            People people,
            IdSource ids,
            InstantSource clock) {
        this.mentors = mentors;
        this.availabilities = availabilities;
        this.views = views;
        this.slots = slots;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns mentors who take bookings, newest account first. */
    public Page<MentorView> list(MentorFilter filter, PageRequest page) {
        var rows = views.mentors(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, mentor -> Cursor.of(LIST, mentor.userId()));
    }

    public long count(MentorFilter filter) {
        return views.countMentors(filter);
    }

    public MentorView get(UserId id) {
        return views.mentor(id)
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because(
                        "No mentor with the id " + id.value() + " takes bookings."));
    }

    /** Returns true if the actor is a mentor, active or not. */
    public boolean isMentor(Actor actor) {
        return mentors.find(actor.userId()).isPresent();
    }

    /** Returns the actor's own profile. */
    public MentorProfileView profile(Actor actor) {
        return MentorProfileView.of(own(actor));
    }

    /**
     * Saves the profile of a mentor or of an expert who becomes one; open generated slots are replaced. An edit that changes nothing
     * keeps version and slots. The role must be the present one, because the access token may count for some seconds more.
     *
     * @param version version that is changed; 0 to become a mentor
     */
    @Transactional
    public MentorProfileView saveProfile(Actor actor, int version, MentorProfile profile) {
        requireExpert(actor);
        if (people.lockRole(actor.userId()).filter(MentorService::mayOffer).isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("Your role was changed, or your account deactivated. Log in again.");
        }
        var now = clock.instant();
        var before = mentors.find(actor.userId());
        var after = before.map(mentor -> mentor.with(profile)).orElseGet(() -> Mentor.of(actor.userId(), profile));
        if (version != after.version() - 1) {
            throw KernelProblem.stale("Your profile", version);
        }
        if (before.filter(mentor -> mentor.profile().equals(profile)).isPresent()) {
            return MentorProfileView.of(before.get());
        }
        boolean stored = before.isPresent() ? mentors.edit(after, now) : mentors.add(after, now);
        if (!stored) {
            throw KernelProblem.stale("Your profile", version);
        }
        slots.renew(after);
        return MentorProfileView.of(after);
    }

    /** Ends the bookings of a mentor whose present role does not allow any; meetings stay. No effect if the person is no mentor. */
    @Transactional
    public void endBookings(UserId id) {
        if (people.lockRole(id).filter(MentorService::mayOffer).isEmpty()) {
            mentors.deactivate(id, clock.instant());
        }
    }

    /** Erases the presentation of a mentor, whose account is deleted. */
    @Transactional
    public void erasePitch(UserId id) {
        mentors.erasePitch(id, clock.instant());
    }

    /** Returns the actor's availability. */
    public AvailabilityView availability(Actor actor) {
        return availability(own(actor));
    }

    private AvailabilityView availability(Mentor mentor) {
        var owner = List.of(mentor.userId());
        return view(
                mentor,
                new Availability(availabilities.rules(owner), availabilities.overrides(owner)),
                mentor.availabilityVersion());
    }

    private static AvailabilityView view(Mentor mentor, Availability availability, int version) {
        return AvailabilityView.of(mentor.profile().plan().timeZone(), availability, version);
    }

    /** Replaces the actor's availability; open generated slots are replaced too. An edit that changes nothing keeps version and slots. */
    @Transactional
    public AvailabilityView saveAvailability(
            Actor actor, int version, List<WeeklyWindow> rules, List<DayWindow> overrides) {
        requireExpert(actor);
        var mentor = own(actor);
        var owner = mentor.userId();
        var availability = new Availability(
                rules.stream().map(window -> window.rule(newId(), owner)).toList(),
                overrides.stream()
                        .map(window -> window.override(newId(), owner))
                        .toList());
        // The version is read again after the rules, which another edit may have replaced in between.
        if (view(mentor, availability, version).equals(availability(mentor))
                && own(actor).availabilityVersion() == version) {
            return view(mentor, availability, version);
        }
        var now = clock.instant();
        if (!mentors.countAvailabilityEdit(owner, version, now)) {
            throw KernelProblem.stale("Your availability", version);
        }
        availabilities.replaceRules(owner, availability.rules(), now);
        availabilities.replaceOverrides(owner, availability.overrides(), now);
        // Read again under the lock of the edit: the profile may have been changed since.
        var locked = own(actor);
        slots.renew(locked);
        return view(locked, availability, version + 1);
    }

    private AvailabilityId newId() {
        return new AvailabilityId(ids.next());
    }

    private Mentor own(Actor actor) {
        return mentors.find(actor.userId())
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because(
                        "You are not a mentor. Save your mentor profile first."));
    }

    static void requireExpert(Actor actor) {
        if (actor.role() != Role.EXPERT && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only experts and administrators may offer slots.");
        }
    }

    private static boolean mayOffer(Role role) {
        return role == Role.EXPERT || role == Role.ADMIN;
    }
}
