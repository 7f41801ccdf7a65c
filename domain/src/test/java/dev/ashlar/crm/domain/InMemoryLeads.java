// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Leads} for tests of one thread. */
final class InMemoryLeads implements Leads {
    private final Map<LeadId, Lead> leads = new LinkedHashMap<>();

    List<Lead> all() {
        return List.copyOf(leads.values());
    }

    @Override
    public boolean insert(Lead lead) {
        boolean isNew = live().noneMatch(other -> isSame(lead, other));
        if (isNew) {
            leads.put(lead.id(), lead);
        }
        return isNew;
    }

    @Override
    public Optional<Lead> find(LeadScope scope, LeadId id) {
        return Optional.ofNullable(leads.get(id)).filter(scope::includes);
    }

    @Override
    public Optional<Lead> lock(LeadScope scope, LeadId id) {
        return find(scope, id);
    }

    @Override
    public List<Lead> lockBoth(LeadScope scope, LeadId one, LeadId other) {
        return Stream.of(one, other)
                .distinct()
                .flatMap(id -> find(scope, id).stream())
                .sorted(Comparator.comparing(lead -> lead.id().value().toString()))
                .toList();
    }

    @Override
    public boolean change(LeadScope scope, Lead next, int expectedVersion, Instant at) {
        boolean unchanged = find(scope, next.id())
                .filter(lead -> lead.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            put(next, next.contact(), next.origin(), next.standing());
        }
        return unchanged;
    }

    @Override
    public int repoint(LeadId from, LeadId to, Instant at) {
        return update(
                        lead -> from.equals(lead.standing().mergedIntoId()),
                        lead -> put(lead, lead.contact(), lead.origin(), standing(lead, lead.status(), to)))
                .size();
    }

    @Override
    public int link(String source, String email, UserId userId, ApplicationId applicationId, Instant at) {
        boolean isTaken = live().anyMatch(lead -> lead.origin().source().equals(source)
                && userId.equals(lead.origin().userId()));
        return update(
                        lead -> !isTaken
                                && lead.status() != LeadStatus.ARCHIVED
                                && lead.origin().source().equals(source)
                                && lead.origin().userId() == null
                                && isSame(email, lead.contact().email()),
                        lead -> put(
                                lead,
                                lead.contact(),
                                new LeadOrigin(
                                        source,
                                        lead.origin().platform(),
                                        userId,
                                        applicationId,
                                        lead.origin().legacyRawId()),
                                lead.standing()))
                .size();
    }

    @Override
    public void lockApplicant(UserId userId) {
        // nobody else is there
    }

    @Override
    public List<Lead> lockOfApplicant(String source, UserId userId, String email) {
        return live().filter(lead -> lead.origin().source().equals(source)
                        && (userId.equals(lead.origin().userId())
                                || isSame(email, lead.contact().email())))
                .sorted(Comparator.comparing(lead -> lead.id().value().toString()))
                .toList();
    }

    @Override
    public List<LeadId> convertOf(UserId userId, Instant at) {
        return update(
                lead -> userId.equals(lead.origin().userId())
                        && LeadStatus.LIFECYCLE.allows(lead.status(), LeadStatus.CONVERTED),
                lead -> put(
                        lead, lead.contact(), lead.origin(), lead.converted(at).standing()));
    }

    @Override
    public List<PersonalLead> leadsOf(UserId userId) {
        return personal(lead -> isOf(userId, lead));
    }

    private boolean isOf(UserId userId, Lead lead) {
        var into = lead.standing().mergedIntoId();
        return userId.equals(lead.origin().userId())
                || (into != null && userId.equals(leads.get(into).origin().userId()));
    }

    @Override
    public List<PersonalLead> leadsWith(String email, UserId userId) {
        var found = all().stream()
                .filter(lead -> isSame(email, lead.contact().email()))
                .map(InMemoryLeads::kept)
                .toList();
        return personal(lead -> found.contains(kept(lead))
                && (lead.origin().userId() == null || lead.origin().userId().equals(userId)));
    }

    /** Returns the lead that has the others of the person. */
    private static LeadId kept(Lead lead) {
        var into = lead.standing().mergedIntoId();
        return into == null ? lead.id() : into;
    }

    private List<PersonalLead> personal(Predicate<Lead> chosen) {
        return all().stream()
                .filter(chosen)
                .map(lead -> new PersonalLead(
                        lead.id(), lead.contact().email(), lead.origin().legacyRawId()))
                .toList();
    }

    @Override
    public int releaseAddress(String email, UserId userId, Instant at) {
        return update(
                        lead -> isSame(email, lead.contact().email())
                                && lead.origin().userId() != null
                                && !lead.origin().userId().equals(userId),
                        lead -> put(lead, released(lead), lead.origin(), lead.standing()))
                .size();
    }

    private static LeadContact released(Lead lead) {
        var contact = lead.contact();
        boolean isReachable = contact.phoneTyped() != null || lead.status() == LeadStatus.ARCHIVED;
        return new LeadContact(
                contact.name(),
                isReachable ? null : lead.id().value() + LeadContact.UNKNOWN,
                contact.phone(),
                contact.phoneTyped());
    }

    @Override
    public int erase(Collection<LeadId> ids, Instant at) {
        var nobody = new LeadContact("Deleted user", null, null, null);
        return update(
                        lead -> ids.contains(lead.id()) && !lead.contact().equals(nobody),
                        lead -> put(
                                lead,
                                nobody,
                                lead.origin(),
                                standing(
                                        lead,
                                        LeadStatus.ARCHIVED,
                                        lead.standing().mergedIntoId())))
                .size();
    }

    private List<LeadId> update(Predicate<Lead> chosen, UnaryOperator<Lead> change) {
        var all = all().stream().filter(chosen).toList();
        all.forEach(change::apply);
        return all.stream().map(Lead::id).toList();
    }

    private Lead put(Lead lead, LeadContact contact, LeadOrigin origin, LeadStanding standing) {
        var next = new Lead(lead.id(), contact, origin, standing, lead.createdAt(), lead.version() + 1);
        leads.put(lead.id(), next);
        return next;
    }

    private Stream<Lead> live() {
        return all().stream().filter(lead -> lead.status() != LeadStatus.ARCHIVED);
    }

    private static LeadStanding standing(Lead lead, LeadStatus status, @Nullable LeadId mergedInto) {
        return new LeadStanding(
                status, lead.standing().ownerId(), lead.standing().convertedAt(), mergedInto);
    }

    private static boolean isSame(Lead one, Lead other) {
        var user = one.origin().userId();
        return one.origin().source().equals(other.origin().source())
                && ((user != null && user.equals(other.origin().userId()))
                        || isSame(one.contact().email(), other.contact().email()));
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && other != null && Spelling.key(one).equals(Spelling.key(other));
    }
}
