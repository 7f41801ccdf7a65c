package dev.ashlar.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.identity.application.AccountMailWorkflow;
import dev.ashlar.identity.application.IdentityHousekeeping;
import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.publishing.application.PublishingHousekeeping;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.LedgerService;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every job of the application, one bean each. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(Idempotency idempotency) {
        return Job.every(Duration.ofHours(1), "kernel.forget-idempotency-keys", idempotency::forgetOld)
                .task();
    }

    @Bean
    RecurringTask<Void> resubmitEvents(EventResubmissionWorkflow events) {
        return Job.every(Duration.ofSeconds(10), "kernel.resubmit-events", events::resubmit)
                .task();
    }

    @Bean
    RecurringTask<Void> sendAccountMails(AccountMailWorkflow mails) {
        return Job.every(Duration.ofSeconds(5), "identity.send-account-mails", mails::sendDue)
                .task();
    }

    @Bean
    RecurringTask<Void> forgetExpiredSessions(IdentityHousekeeping housekeeping) {
        return Job.every(Duration.ofHours(1), "identity.forget-expired-sessions", housekeeping::forgetExpiredSessions)
                .task();
    }

    @Bean
    RecurringTask<Void> forgetOneTimeTokens(IdentityHousekeeping housekeeping) {
        return Job.every(Duration.ofHours(1), "identity.forget-one-time-tokens", housekeeping::forgetOneTimeTokens)
                .task();
    }

    @Bean
    RecurringTask<Void> expireHolds(LedgerService ledger) {
        return Job.every(Duration.ofMinutes(1), "wallet.expire-holds", ledger::expireHolds)
                .task();
    }

    @Bean
    RecurringTask<Void> expireOrders(OrderService orders) {
        return Job.every(Duration.ofMinutes(5), "commerce.expire-orders", orders::expireOrders)
                .task();
    }

    @Bean
    RecurringTask<Void> reconcilePayments(PaymentWorkflow payments) {
        return Job.every(Duration.ofMinutes(5), "commerce.reconcile-payments", payments::reconcile)
                .task();
    }

    @Bean
    RecurringTask<Void> reconcileWallets(CorrectionService corrections) {
        return Job.at("0 30 3 * * *", "wallet.reconcile", () -> {
                    corrections.reconcile();
                    return 0; // it finds and tells; finding again would only tell again
                })
                .task();
    }

    @Bean
    RecurringTask<Void> removePastSlots(SlotHousekeeping slots) {
        return Job.every(Duration.ofHours(24), "mentoring.remove-past-slots", slots::removePast)
                .task();
    }

    @Bean
    RecurringTask<Void> expireSlotRequests(SlotHousekeeping slots) {
        return Job.every(Duration.ofMinutes(1), "mentoring.expire-requests", slots::expireRequests)
                .task();
    }

    @Bean
    RecurringTask<Void> approveUndecidedCancellations(SlotHousekeeping slots) {
        return Job.every(Duration.ofMinutes(1), "mentoring.approve-undecided-cancellations", slots::approveUndecided)
                .task();
    }

    @Bean
    RecurringTask<Void> completeEndedMeetings(SlotHousekeeping slots) {
        return Job.every(Duration.ofMinutes(15), "mentoring.complete-ended-meetings", slots::completeEnded)
                .task();
    }

    @Bean
    RecurringTask<Void> makeSlots(SlotHousekeeping slots) {
        return Job.at("0 15 2 * * *", "mentoring.make-slots", slots::makeSlots).task();
    }

    @Bean
    RecurringTask<Void> publishScheduledArticles(PublishingHousekeeping articles) {
        return Job.every(Duration.ofMinutes(1), "publishing.publish-due", articles::publishDue)
                .task();
    }

    @Bean
    RecurringTask<Void> emptyTrash(PublishingHousekeeping articles) {
        return Job.every(Duration.ofHours(24), "publishing.empty-trash", articles::emptyTrash)
                .task();
    }
}
