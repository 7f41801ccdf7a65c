// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.crm.application.DuplicateReason;
import dev.ashlar.crm.application.DuplicateView;
import dev.ashlar.crm.application.LeadActivityView;
import dev.ashlar.crm.application.LeadComparison;
import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadTagView;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.application.OwnLead;
import dev.ashlar.crm.application.PipelineCount;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTag;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Views of crm with every filter, page by page, for those who may see the leads and for those who may not. */
@PersistenceTest
@RolledBack
@Kills(mutant = "mapper LeadMapper.ofPerson owner", test = "readsTheLeadsThatAPersonIs")
@Kills(mutant = "mapper LeadMapper.ofPerson owner again", test = "readsTheLeadsThatAPersonIs")
@Kills(mutant = "mapper LeadViewMapper.wanted owner", test = "readsLeadsWithEachFilter")
class LeadViewMapperTest {
    private final UserId owner = Prospects.user();
    private final UserId colleague = Prospects.user();
    private final LeadScope own = Prospects.scopeOf(owner);
    private final LeadScope team = Prospects.scopeOf(owner, colleague);
    private final LeadScope all = Prospects.everyones();
    private final List<LeadScope> strange = List.of(
            Prospects.scopeOf(Prospects.user()),
            new LeadScope("mentor", null),
            new LeadScope("mentor", List.of(owner)));

    @Autowired
    private CrmMappers mappers;

    @Autowired
    private LeadViewMapper views;

    @Test
    void readsLeadsOfTheScopePageByPage() {
        var first = stored(owner, "Ada Lovelace");
        var second = stored(colleague, "Grace Hopper");
        var third = stored(owner, "Alan Turing");
        var unowned = stored(null, "Edsger Dijkstra");

        assertThat(views.leads(own, LeadFilter.none(), null, 9))
                .extracting(LeadView::id)
                .containsExactly(third, first);
        assertThat(views.leads(team, LeadFilter.none(), null, 9))
                .extracting(LeadView::id)
                .containsExactly(third, second, first);
        assertThat(views.leads(team, LeadFilter.none(), third.value(), 1))
                .extracting(LeadView::id)
                .containsExactly(second);
        assertThat(views.leads(all, LeadFilter.none(), null, 9))
                .extracting(LeadView::id)
                .contains(unowned, third);
        assertThat(views.countLeads(own, LeadFilter.none())).isEqualTo(2);
        assertThat(views.countLeads(all, LeadFilter.none())).isEqualTo(4);
        for (var scope : strange) {
            assertThat(views.leads(scope, LeadFilter.none(), null, 9)).isEmpty();
            assertThat(views.countLeads(scope, LeadFilter.none())).isZero();
            assertThat(views.lead(scope, first)).isEmpty();
        }
        assertThat(views.lead(own, first)).isPresent();
        assertThat(views.lead(own, second)).isEmpty();
        assertThat(views.lead(all, unowned)).isPresent();
    }

    @Test
    void readsLeadsWithEachFilter() {
        var ada = stored(owner, "Ada Lovelace");
        var lost = stored(colleague, "Grace Hopper");
        mappers.leads().change(team, lead(lost).lost(), 0, NOW);
        var tag = tagged(ada);
        var applied = Prospects.applied(owner, Prospects.user(), Prospects.email());
        mappers.leads().insert(applied);

        assertFinds(new LeadFilter(LeadStatus.LOST, null, null, null, null), lost);
        assertFinds(new LeadFilter(null, colleague, null, null, null), lost);
        assertFinds(new LeadFilter(null, null, "my-analytics-school", null, null), applied.id());
        assertFinds(new LeadFilter(null, null, null, tag.id(), null), ada);
        assertFinds(new LeadFilter(null, null, null, null, "lovelace"), ada);
        assertThat(views.countLeads(own, new LeadFilter(null, colleague, null, null, null)))
                .isZero();
    }

    @Test
    void searchesPartsOfNamesAndAddressesLiterally() {
        var moebius = stored(owner, "Jos\u00e9 M\u00f6bius");
        var contact = LeadContact.of("100% Ada_L", null, "+4930777888", Prospects.NUMBERS);
        var odd = Prospects.lead(owner, contact);
        mappers.leads().insert(odd);
        stored(owner, "1000 Adam L");

        assertFinds(words("jose mob"), moebius);
        assertFinds(words("100%"), odd.id());
        assertFinds(words("ada_l"), odd.id());
        assertFinds(words("30777"), odd.id());
        assertFinds(words("030 55"), stored(owner, "Edsger Dijkstra", null, "030 55"));
        assertFinds(words(String.valueOf(lead(moebius).contact().email())), moebius);
    }

    @Test
    void readsTheTagsOfALeadByName() {
        var id = stored(owner, "Ada");
        var tag = tagged(id);

        assertThat(views.tagsOf(own, id)).containsExactly(new LeadTagView(tag.id(), tag.name()));
        assertThat(views.tagsOf(all, id)).hasSize(1);
        strange.forEach(scope -> assertThat(views.tagsOf(scope, id)).isEmpty());
        assertThat(views.tags(null, 100)).extracting(LeadTagView::id).contains(tag.id());
        assertThat(views.tags(tag.id().value(), 100))
                .extracting(LeadTagView::id)
                .doesNotContain(tag.id());
    }

    @Test
    void readsTheHistoryOfALeadAndOfThoseThatWereMergedIntoIt() {
        var older = stored(owner, "Ada");
        var younger = stored(owner, "Ada L");
        var first = noted(older);
        var second = noted(younger);
        mappers.leads().change(own, lead(younger).mergedInto(lead(older)), 0, NOW);

        assertThat(views.activities(own, older, null, 9))
                .extracting(LeadActivityView::id)
                .containsExactly(second, first);
        assertThat(views.activities(all, older, second.value(), 9))
                .extracting(LeadActivityView::id)
                .containsExactly(first);
        assertThat(views.activities(own, younger, null, 9))
                .extracting(LeadActivityView::id)
                .containsExactly(second);
        strange.forEach(
                scope -> assertThat(views.activities(scope, older, null, 9)).isEmpty());
    }

    @Test
    void findsDuplicatesByEmailAddressPhoneNumberAndName() {
        var oldest = stored(owner, "Ada Lovelace", "ada@example.com", "+4930111111");
        var byName = stored(owner, "Ada Lovelance", "other@example.com", null);
        var byPhone = stored(owner, "Edsger Dijkstra", null, "+4930111111");
        var byEmail = Prospects.applied(owner, Prospects.user(), "ADA@example.com");
        mappers.leads().insert(byEmail);
        stored(owner, "Adam Smith", "adam@example.com", "+4930222222");

        assertThat(duplicates(own))
                .extracting(duplicate -> duplicate.lead().id(), DuplicateView::olderId, DuplicateView::reason)
                .containsExactly(
                        tuple(byEmail.id(), oldest, DuplicateReason.EMAIL),
                        tuple(byPhone, oldest, DuplicateReason.PHONE),
                        tuple(byName, oldest, DuplicateReason.NAME));
        assertThat(views.comparisons(all, byPhone.value(), 2))
                .extracting(compared -> compared.lead().id(), LeadComparison::olderId)
                .containsExactly(tuple(byName, oldest), tuple(oldest, null));
        strange.forEach(scope -> assertThat(duplicates(scope)).isEmpty());
    }

    @Test
    void showsNoDuplicateOfAnothersLead() {
        stored(colleague, "Ada Lovelace", "ada@example.com", "+4930111111");
        stored(owner, "Ada Lovelace", "lovelace@example.com", "+4930111111");

        assertThat(duplicates(own)).isEmpty();
        assertThat(duplicates(team)).hasSize(1);
    }

    @Test
    void showsNoArchivedDuplicate() {
        var older = stored(owner, "Ada Lovelace");
        var younger = stored(owner, "Ada Lovelace");
        mappers.leads().change(own, lead(younger).mergedInto(lead(older)), 0, NOW);

        assertThat(duplicates(own)).isEmpty();
    }

    @Test
    void readsTheLeadsThatAPersonIs() {
        var person = Prospects.user();
        var lead = Prospects.applied(owner, person, Prospects.email());
        mappers.leads().insert(lead);
        mappers.leads().insert(Prospects.applied(owner, Prospects.user(), Prospects.email()));

        assertThat(views.ofUser(person, null, 9))
                .containsExactly(new OwnLead(
                        lead.id(), lead.contact(), "my-analytics-school", Prospects.PLATFORM, lead.createdAt()));
        assertThat(views.ofUser(person, lead.id().value(), 9)).isEmpty();
        assertThat(views.ofUser(owner, null, 9)).isEmpty();

        var merged = stored(owner, "Grace");
        mappers.leads().change(own, lead(merged).mergedInto(lead), 0, NOW);
        assertThat(views.ofUser(person, null, 9)).extracting(OwnLead::id).containsExactly(merged, lead.id());
        assertThat(views.ofUser(Prospects.user(), null, 9)).isEmpty();
    }

    @Test
    void countsThePipeline() {
        stored(owner, "Ada");
        stored(owner, "Grace");
        var lost = stored(colleague, "Alan");
        mappers.leads().change(team, lead(lost).lost(), 0, NOW);
        var merged = stored(owner, "Ada L");
        mappers.leads().change(own, lead(merged).mergedInto(lead(lost)), 0, NOW);
        stored(null, "Edsger");

        var ofOwner = new PipelineCount(LeadStatus.ACTIVE, owner, Prospects.FAIR, 2);
        var ofColleague = new PipelineCount(LeadStatus.LOST, colleague, Prospects.FAIR, 1);
        assertThat(views.pipeline(own)).containsExactly(ofOwner);
        assertThat(views.pipeline(team)).containsExactly(ofOwner, ofColleague);
        assertThat(views.pipeline(all))
                .containsExactlyInAnyOrder(
                        ofOwner, ofColleague, new PipelineCount(LeadStatus.ACTIVE, null, Prospects.FAIR, 1));
        strange.forEach(scope -> assertThat(views.pipeline(scope)).isEmpty());
    }

    private void assertFinds(LeadFilter filter, LeadId found) {
        assertThat(views.leads(team, filter, null, 9)).extracting(LeadView::id).containsExactly(found);
        assertThat(views.countLeads(team, filter)).isEqualTo(1);
    }

    private List<DuplicateView> duplicates(LeadScope scope) {
        return views.comparisons(scope, null, 9).stream()
                .flatMap(LeadComparison::duplicate)
                .toList();
    }

    private static LeadFilter words(String words) {
        return new LeadFilter(null, null, null, null, words);
    }

    private LeadId stored(@Nullable UserId leadOwner, String name) {
        return stored(leadOwner, name, Prospects.email(), null);
    }

    private LeadId stored(@Nullable UserId leadOwner, String name, @Nullable String email, @Nullable String phone) {
        var lead = Prospects.lead(leadOwner, LeadContact.of(name, email, phone, Prospects.NUMBERS));
        assertThat(mappers.leads().insert(lead)).isTrue();
        return lead.id();
    }

    private Lead lead(LeadId id) {
        return mappers.leads().find(all, id).orElseThrow();
    }

    private LeadTag tagged(LeadId lead) {
        var tag = Prospects.tag();
        mappers.tags().insert(tag);
        mappers.tags().link(lead, List.of(tag.id()), owner, NOW);
        return tag;
    }

    private LeadActivityId noted(LeadId lead) {
        var id = new LeadActivityId(Prospects.id());
        mappers.activities().insert(List.of(LeadActivity.of(id, lead, ActivityType.NOTE, "Hello", owner, NOW)));
        return id;
    }
}
