// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.AiErasure;
import dev.ashlar.ai.application.AiErasureService;
import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.ai.domain.SampleInteractions;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Users whose calls are stored, and whose budgets are added, while they are erased. */
@ServiceTest
class ErasureConcurrencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final UserId person = user();
    private final Actor owner = new Actor(person, Role.STUDENT, Actor.DEFAULT_PLATFORM);
    private final Actor admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private final BudgetTarget target = SampleBudgets.of(person);

    @Autowired
    private InteractionIngestService ingest;

    @Autowired
    private InteractionService calls;

    @Autowired
    private Interactions interactions;

    @Autowired
    private AiErasure erasure;

    @Autowired
    private AiErasureService steps;

    @Autowired
    private BudgetAdminService budgets;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private PlatformTransactionManager transactions;

    @TestBean
    private InteractionRetention retention;

    private JdbcClient psql;
    private AiProviderId provider;

    static InteractionRetention retention() {
        return new InteractionRetention(13);
    }

    @BeforeEach
    void keepWholeContents() {
        psql = database.database().psql();
        provider = TestProviders.insert(psql);
        psql.sql("UPDATE ai.ai_providers SET content_policy = 'full' WHERE id = ?")
                .param(provider.value())
                .update();
    }

    /** The erasure would not see the call if it did not wait for it. */
    @Test
    void clearsACallThatIsBeingStored() {
        var erasing = during(this::store, () -> erasure.erase(person));

        assertThat(erasing).succeedsWithin(PATIENCE);
        assertThat(contents()).isZero();
    }

    /** The mark alone waits, too, and not only the deletion of budgets after it. */
    @Test
    void marksAUserAfterTheCallsThatAreBeingStored() {
        var transaction = new TransactionTemplate(transactions);
        var marking = transaction.execute(_ -> {
            store();
            var running = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(_ -> interactions.markErased(person, clock.instant())));
            await().until(() -> database.database().waiting() == 1 || running.isDone());
            assertThat(running).isNotDone();
            return running;
        });

        assertThat(marking).succeedsWithin(PATIENCE);
    }

    /** The call would not see the mark if it did not wait for it. */
    @Test
    void storesNoContentsWhileTheErasureBegins() {
        var storing = during(() -> steps.begin(person), this::store);

        assertThat(storing).succeedsWithin(PATIENCE);
        assertThat(psql.sql("SELECT count(*) FROM ai.ai_interactions WHERE user_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(contents()).isZero();
    }

    /** The error would not see the mark if its report did not wait for it. */
    @Test
    void storesNoErrorWhileTheErasureBegins() {
        store();
        var call = new InteractionId(psql.sql("SELECT id FROM ai.ai_interactions WHERE user_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single());

        var reporting = during(
                () -> steps.begin(person), () -> calls.change(owner, call, InteractionStatus.FAILED, "Said Ann"));

        assertThat(reporting).succeedsWithin(PATIENCE);
        assertThat(psql.sql("SELECT error FROM ai.ai_interactions WHERE id = ?")
                        .param(call.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Deleted with the account");
    }

    @Race(5)
    void leavesNoContentsOfCallsThatAreStoredMeanwhile() {
        var outcomes = Together.run(8, number -> () -> {
            if (number == 4) {
                erasure.erase(person);
            } else {
                IntStream.range(0, 20).forEach(_ -> store());
            }
            return number;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(contents()).isZero();
    }

    @Test
    void deletesABudgetThatIsBeingAdded() {
        var erasing = during(this::addBudget, () -> erasure.erase(person));

        assertThat(erasing).succeedsWithin(PATIENCE);
        assertThat(budgetsOfThePerson()).isZero();
    }

    @Test
    void refusesABudgetWhileTheErasureBegins() {
        var adding = during(() -> steps.begin(person), this::addBudget);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(adding::join)
                .havingCause()
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_REQUEST));
        assertThat(budgetsOfThePerson()).isZero();
    }

    /** Starts a task within the transaction of another one, which is committed as soon as the task waits for it, or has not waited. */
    private CompletableFuture<Void> during(Runnable first, Runnable second) {
        return new TransactionTemplate(transactions).execute(_ -> {
            first.run();
            // Without an end, joining it would wait for ever for a task that hangs.
            var running = CompletableFuture.runAsync(second).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            await().until(() -> database.database().waiting() == 1 || running.isDone());
            return running;
        });
    }

    private void store() {
        var origin = new InteractionOrigin(provider, SampleInteractions.MODEL, person, Actor.DEFAULT_PLATFORM, TRACE);
        ingest.ingestAll(owner, List.of(with(interaction(origin, clock.instant()), "{}", "{}")));
    }

    private void addBudget() {
        budgets.create(admin, target, BudgetPeriod.DAY, BigDecimal.TEN);
    }

    private int contents() {
        return psql.sql(
                        "SELECT coalesce(sum(num_nonnulls(request, response, trace_id)), 0) FROM ai.ai_interactions WHERE user_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private int budgetsOfThePerson() {
        return psql.sql("SELECT count(*) FROM ai.ai_budgets WHERE user_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
