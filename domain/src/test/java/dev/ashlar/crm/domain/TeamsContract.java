// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Contract of {@link LeadTags} and {@link SalesHeads}. */
public abstract class TeamsContract {
    private final UserId actor = Prospects.user();

    /** Returns the ports under test. */
    protected abstract CrmStores stores();

    /** Returns the tags of a lead, in no order. */
    protected abstract List<LeadTagId> tagsOf(LeadId lead);

    @Test
    void findsTheTagsThatExist() {
        var tag = stored(Prospects.tag());

        assertThat(stores().tags().existing(List.of(tag.id(), Prospects.tag().id())))
                .containsExactly(tag.id());
    }

    @Test
    void linksATagOnce() {
        var lead = lead();
        var one = stored(Prospects.tag());
        var other = stored(Prospects.tag());

        assertThat(stores().tags().link(lead, List.of(one.id()), actor, NOW)).isEqualTo(1);
        assertThat(stores().tags().link(lead, List.of(one.id(), other.id()), actor, NOW))
                .isEqualTo(1);

        assertThat(tagsOf(lead)).containsExactlyInAnyOrder(one.id(), other.id());
    }

    @Test
    void removesTheOtherTagsOfALead() {
        var lead = lead();
        var neighbor = lead();
        var kept = stored(Prospects.tag());
        var removed = stored(Prospects.tag());
        for (var tagged : List.of(lead, neighbor)) {
            stores().tags().link(tagged, List.of(kept.id(), removed.id()), actor, NOW);
        }

        assertThat(stores().tags().unlinkOthers(lead, List.of(kept.id()))).isEqualTo(1);

        assertThat(tagsOf(lead)).containsExactly(kept.id());
        assertThat(tagsOf(neighbor)).hasSize(2);
        assertThat(stores().tags().unlinkOthers(lead, List.of())).isEqualTo(1);
        assertThat(tagsOf(lead)).isEmpty();
    }

    @Test
    void copiesTheTagsThatTheOtherLeadLacks() {
        var from = lead();
        var to = lead();
        var both = stored(Prospects.tag());
        var one = stored(Prospects.tag());
        stores().tags().link(from, List.of(both.id(), one.id()), actor, NOW);
        stores().tags().link(to, List.of(both.id()), actor, NOW);

        assertThat(stores().tags().copy(from, to)).isEqualTo(1);

        assertThat(tagsOf(to)).containsExactlyInAnyOrder(both.id(), one.id());
        assertThat(tagsOf(from)).hasSize(2);
    }

    @Test
    void listsTheActiveHeadsOfATeam() {
        var team = "Team " + Prospects.id();
        var head = head(team);
        var deputy = head(team.toUpperCase(Locale.ROOT));
        var former = head(team);
        var other = head("Team " + Prospects.id());

        assertThat(stores().heads().dismiss(former, NOW)).isTrue();
        assertThat(stores().heads().dismiss(former, NOW)).isFalse();
        assertThat(stores().heads().dismiss(actor, NOW)).isFalse();

        assertThat(stores().heads().headsBeside(head)).containsExactlyInAnyOrder(head, deputy);
        assertThat(stores().heads().headsBeside(former)).isEmpty();
        assertThat(stores().heads().headsBeside(other)).containsExactly(other);
        assertThat(stores().heads().headsBeside(actor)).isEmpty();
    }

    @Test
    void aHeadChangesTheTeam() {
        var team = "Team " + Prospects.id();
        var head = head(team);
        var mover = head("Team " + Prospects.id());
        stores().heads().dismiss(mover, NOW);

        stores().heads().appoint(new SalesHead(mover, team), NOW);

        assertThat(stores().heads().headsBeside(head)).containsExactlyInAnyOrder(head, mover);
    }

    private UserId head(String team) {
        var user = Prospects.user();
        stores().heads().appoint(new SalesHead(user, team), NOW);
        return user;
    }

    private LeadTag stored(LeadTag tag) {
        stores().tags().insert(tag);
        return tag;
    }

    private LeadId lead() {
        var lead = Prospects.lead(actor);
        stores().leads().insert(lead);
        return lead.id();
    }
}
