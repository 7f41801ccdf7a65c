// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadTag;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.crm.domain.LeadTags;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Tags, and the tags of leads. */
@ApplicationService
public class LeadTagService {
    private static final String LIST = "crm.tags";

    private final LeadTags tags;
    private final LeadKeeper keeper;
    private final LeadViews views;
    private final SalesScopes scopes;
    private final IdSource ids;
    private final InstantSource clock;

    LeadTagService(
            LeadTags tags, LeadKeeper keeper, LeadViews views, SalesScopes scopes, IdSource ids, InstantSource clock) {
        this.tags = tags;
        this.keeper = keeper;
        this.views = views;
        this.scopes = scopes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists all tags, oldest first. */
    public Page<LeadTagView> list(Actor actor, PageRequest page) {
        SalesScopes.requireStaff(actor);
        var rows = views.tags(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, tag -> Cursor.of(LIST, tag.id()));
    }

    /** Creates a tag; a taken name is refused. */
    @Transactional
    public LeadTagView create(Actor actor, String name) {
        SalesScopes.requireStaff(actor);
        var tag = LeadTag.of(new LeadTagId(ids.next()), name, clock.instant());
        tags.insert(tag);
        return LeadTagView.of(tag);
    }

    /** Gives a lead these tags and no others; those that it has keep their times. Returns the tags by name. */
    @Transactional
    public List<LeadTagView> retag(Actor actor, LeadId id, Set<LeadTagId> wanted) {
        Fields.require(
                wanted.size() <= LeadTag.MAX_PER_LEAD, "/tagIds", "must be at most " + LeadTag.MAX_PER_LEAD + " tags");
        var scope = scopes.of(actor);
        keeper.lock(scope, id).requireLive();
        requireExisting(wanted);
        tags.unlinkOthers(id, wanted);
        tags.link(id, wanted, actor.userId(), clock.instant());
        return views.tagsOf(scope, id);
    }

    private void requireExisting(Set<LeadTagId> wanted) {
        var existing = tags.existing(wanted);
        wanted.stream().filter(tag -> !existing.contains(tag)).findFirst().ifPresent(missing -> {
            throw CrmProblem.TAG_NOT_FOUND
                    .because("Tag " + missing.value() + " does not exist. Create it first.")
                    .at("/tagIds", "must be tags that exist");
        });
    }
}
