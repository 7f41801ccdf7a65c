package dev.ashlar.bootstrap.architecture;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A test that fails when something goes missing which no rule sees.
 *
 * @param test its class, as the build runs it
 * @param method its method, which may be inherited from a contract
 */
record SeenByTests(String test, String method) {
    /** By the name of the mutant. */
    static final Map<String, SeenByTests> ALL = Map.ofEntries(
            entry("index ix_event_publication_failed", in("kernel", "EventIndexesTest", "includeOneForFailedEvents")),
            entry("index ix_orders_user_id", in("commerce", "CommerceQueryPlansTest", "everyQueryUsesAnIndex")),
            entry(
                    "index ix_scheduled_tasks_execution_time",
                    in("kernel", "ScheduledTasksTest", "haveTheColumnsOfDbScheduler")),
            entry(
                    "index ix_scheduled_tasks_last_heartbeat",
                    in("kernel", "ScheduledTasksTest", "haveTheColumnsOfDbScheduler")),
            entry(
                    "index ix_slot_feedbacks_about_id",
                    in("mentoring", "MentoringQueryPlansTest", "usesAnIndexForEachQuery")),
            entry("index ix_slots_mentor_id_meetings", in("mentoring", "SlotIndexesTest", "areUsedForOneMentor")),
            entry("index ix_slots_mentor_id_open", in("mentoring", "SlotIndexesTest", "areUsedForOneMentor")),
            entry("index ix_slots_taken_back", in("mentoring", "SlotIndexesTest", "areUsedForOneMentor")),
            entry(
                    "index uq_payments_captured",
                    in("commerce", "CommerceTamperingTest", "refusesASecondPaymentOfAnOrder")),
            entry(
                    "index uq_payments_pending",
                    in("commerce", "CommerceTamperingTest", "refusesASecondPaymentOfAnOrder")),
            entry(
                    "index uq_token_holds_ref_idempotency_key",
                    in("kernel", "ConstraintNamesTest", "findsEveryNamedConstraintInTheDatabase")),
            entry(
                    "key fk_tokens_head",
                    in("wallet", "LedgerTamperingTest", "refusesAWalletThatDisagreesWithItsLedger")),
            entry(
                    "mapper WalletViewMapper.requestsWanted owner",
                    in("wallet", "AllotmentViewsTest", "listsRequestsUnderEachFilter")),
            entry(
                    "mapper IdentityViewMapper.sessions owner",
                    in("identity", "IdentityViewMapperTest", "listsOnlyLiveSessionsOfTheUser")),
            entry(
                    "mapper OrderViewMapper.wanted owner",
                    in("commerce", "CommerceViewMapperTest", "listsOrdersNewestFirst")),
            entry(
                    "mapper CategoryMapper.remove version",
                    in("publishing", "CategoryMapperTest", "removesTheVersionThatWasRead")),
            entry(
                    "mapper CommentMapper.delete soft deletion",
                    in("publishing", "CommentMapperTest", "deletesACommentOnce")),
            entry(
                    "mapper CommentMapper.move soft deletion",
                    in("publishing", "CommentMapperTest", "deletesACommentOnce")),
            entry(
                    "mapper FavoriteMapper.remove owner",
                    in("publishing", "FavoriteMapperTest", "removesTheFavoriteOfOneReaderAndOneArticle")),
            entry(
                    "mapper ArticleMapper.delete soft deletion",
                    in("publishing", "ArticleMapperTest", "hidesDeletedArticles")),
            entry("mapper ArticleMapper.delete version", in("publishing", "ArticleMapperTest", "hidesDeletedArticles")),
            entry(
                    "mapper ArticleMapper.edit soft deletion",
                    in("publishing", "ArticleMapperTest", "hidesDeletedArticles")),
            entry(
                    "mapper ArticleMapper.move soft deletion",
                    in("publishing", "ArticleMapperTest", "hidesDeletedArticles")),
            entry(
                    "mapper ArticleViewMapper.matching owner",
                    in("publishing", "ArticleViewMapperTest", "countsTheListedArticlesUnderEveryFilter")),
            entry(
                    "mapper ArticleViewMapper.favorited owner",
                    in("publishing", "ArticleViewMapperTest", "showsAnArticleWithItsReception")),
            entry(
                    "mapper RefreshTokenMapper.revokeOthers owner",
                    in("identity", "RefreshTokenMapperTest", "endsAllSessionsOfAUserButOne")),
            entry("index ix_posts_author_id", in("publishing", "ArticleIndexesTest", "areTakenForOnePerson")),
            entry("index ix_posts_editor_id", in("publishing", "ArticleIndexesTest", "areTakenForOnePerson")),
            entry(
                    "mapper RefreshTokenMapper.revoke owner",
                    in("identity", "RefreshTokenMapperTest", "endsOneSessionOfItsUser")),
            entry(
                    "mapper SlotMapper.remove version",
                    in("mentoring", "SlotMapperTest", "removesASlotThatIsStillOpen")));

    private static SeenByTests in(String context, String test, String method) {
        return new SeenByTests("dev.ashlar." + context + ".persistence." + test, method);
    }

    @Override
    public String toString() {
        return test + "." + method;
    }
}
