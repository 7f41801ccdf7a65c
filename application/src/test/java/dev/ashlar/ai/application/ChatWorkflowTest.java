// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.rows;
import static dev.ashlar.ai.domain.SampleCatalog.serving;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.ContentPolicies;
import dev.ashlar.ai.domain.InMemoryAiProviders;
import dev.ashlar.ai.domain.InMemoryBudgets;
import dev.ashlar.ai.domain.InMemoryDirtyHours;
import dev.ashlar.ai.domain.InMemoryInteractions;
import dev.ashlar.ai.domain.InMemoryLlms;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Order of providers, holds and records of a chat, on ports in memory. */
class ChatWorkflowTest {
    private static final Instant NOW = SampleBudgets.NOW;
    private static final String MODEL = "small";
    private static final String COST = "0.00020000";

    private final Actor caller = new Actor(SampleBudgets.user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    private final InMemoryLlms llms = new InMemoryLlms();
    private final InMemoryAiProviders providers = new InMemoryAiProviders(llms);
    private final InMemoryInteractions interactions = new InMemoryInteractions();
    private final InMemoryBudgets budgets = new InMemoryBudgets();
    private final ProviderSecrets secrets = mock(ProviderSecrets.class);
    private final ChatWorkflow workflow = workflow(interactions);
    private final AiProvider first = SampleCatalog.provider("First", 1, serving(MODEL, "free"));
    private final AiProvider second = SampleCatalog.provider("Second", 2, serving(MODEL));
    private final ScriptedExchange chat = new ScriptedExchange(MODEL);

    private ChatWorkflow workflow(Interactions stored) {
        var policies = mock(ContentPolicies.class);
        when(policies.of(any())).thenReturn(List.of());
        var recorder = new InteractionRecorder(llms, policies, stored, new InMemoryDirtyHours(), budgets);
        var service = new ChatService(providers, secrets, llms, new BudgetService(budgets, () -> NOW), recorder);
        return new ChatWorkflow(service, () -> SampleBudgets.callAt(NOW).value());
    }

    @BeforeEach
    void addModels() {
        var maker = factory("maker");
        llms.ensureFactory(maker);
        var small = llm(maker.id(), MODEL);
        llms.insert(small);
        llms.addPrices(small.id(), rows(usd("1", "10")), NOW.minusSeconds(60), NOW);
        llms.insert(llm(maker.id(), "free"));
        providers.insert(second, SampleCatalog.SEALED);
        providers.insert(first, SampleCatalog.SEALED);
    }

    @Test
    void recordsTheAnswerOfTheFirstProvider() {
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(first);
        assertThat(interactions.all()).singleElement().satisfies(stored -> {
            assertThat(stored.origin().providerId()).isEqualTo(first.id());
            assertThat(stored.origin().userId()).isEqualTo(caller.userId());
            assertThat(stored.origin().traceId()).isEqualTo(chat.traceId());
            assertThat(stored.usage()).isEqualTo(ScriptedExchange.USAGE);
            assertThat(stored.costUsd()).isEqualTo(COST);
        });
    }

    @Test
    void recordsEachAttempt() {
        chat.answers.put(first, ScriptedExchange.FAILURE);
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(first, second);
        assertThat(interactions.all())
                .extracting(stored -> stored.result().status())
                .containsExactlyInAnyOrder(InteractionStatus.FAILED, InteractionStatus.PENDING);
        assertThat(interactions.all())
                .extracting(Interaction::id)
                .doesNotHaveDuplicates()
                .allMatch(InteractionId::isOfCallThroughAshlar);
    }

    @Test
    void triesNoOtherProviderAfterTheFirstByte() {
        chat.answers.put(first, ScriptedExchange.BROKEN);
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(first);
    }

    @Test
    void refusesAChatThatNobodyAnswers() {
        chat.answers.put(first, ScriptedExchange.FAILURE);
        chat.answers.put(second, ScriptedExchange.FAILURE);
        assertRefused(AiProblem.PROVIDER_UNAVAILABLE, () -> workflow.complete(caller, chat));
        assertThat(interactions.all()).hasSize(2);
    }

    @Test
    void passesOverSuspendedProviders() {
        chat.suspended.add(first);
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(second);
        assertThat(interactions.all()).hasSize(1);
        chat.suspended.add(second);
        assertRefused(AiProblem.PROVIDER_UNAVAILABLE, () -> workflow.complete(caller, chat));
    }

    @Test
    void chargesABudgetWithTheCostAndFreesTheRest() {
        var budget = budget(SampleBudgets.of(caller.userId()), "0.0011");
        workflow.complete(caller, chat);
        assertThat(budgets.spent(budget, NOW)).isEqualByComparingTo(COST);
        assertThat(budgets.held(budget, NOW)).isZero();
    }

    @Test
    void freesTheHoldOfAFailedAttempt() {
        var budget = budget(SampleBudgets.of(caller.userId()), "0.0011");
        chat.answers.put(first, ScriptedExchange.FAILURE);
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(first, second);
        assertThat(budgets.held(budget, NOW)).isZero();
    }

    @Test
    void chargesABudgetWithAStreamThatBrokeOff() {
        var budget = budget(SampleBudgets.of(caller.userId()), "0.0011");
        chat.answers.put(first, ScriptedExchange.BROKEN);
        workflow.complete(caller, chat);
        assertThat(budgets.spent(budget, NOW)).isEqualByComparingTo(COST);
        assertThat(budgets.held(budget, NOW)).isZero();
    }

    @Test
    void refusesAChatThatABudgetDoesNotCover() {
        budget(SampleBudgets.of(caller.userId()), "0.00109999");
        assertRefused(AiProblem.BUDGET_EXCEEDED, () -> workflow.complete(caller, chat));
        assertThat(chat.sent).isEmpty();
        assertThat(chat.skipped).containsExactly(first, second);
        assertThat(interactions.all()).isEmpty();
    }

    @Test
    void asksTheProviderWhoseBudgetCoversTheChat() {
        budget(SampleBudgets.of(first.id()), "0.0001");
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(second);
    }

    @Test
    void refusesAModelWithoutAPriceUnlessItsProviderStoresSuchCalls() {
        var free = new ScriptedExchange("free");
        assertRefused(AiProblem.MODEL_UNPRICED, () -> workflow.complete(caller, free));
        var storing = new AiProvider.Edit(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.to(UnpricedCalls.STORE),
                Change.keep(),
                Change.keep(),
                null);
        providers.update(first.edited(storing, NOW), null, 0);
        workflow.complete(caller, free);
        assertThat(interactions.all())
                .singleElement()
                .satisfies(stored -> assertThat(stored.costUsd()).isNull());
    }

    @Test
    void refusesAnUnknownModel() {
        assertRefused(AiProblem.MODEL_NOT_FOUND, () -> workflow.complete(caller, new ScriptedExchange("large")));
    }

    @Test
    void refusesAModelOutOfUse() {
        var small = llms.findByName(MODEL).orElseThrow();
        llms.update(small.edited(new Llm.Edit(Change.keep(), Change.keep(), Change.to(false)), NOW), 0);
        assertRefused(AiProblem.MODEL_NOT_FOUND, () -> workflow.complete(caller, chat));
    }

    @Test
    void refusesACallerWithoutAVerifiedAddress() {
        var newcomer = new Actor(caller.userId(), Role.STUDENT, Actor.DEFAULT_PLATFORM, false, true);
        assertRefused(KernelProblem.FORBIDDEN, () -> workflow.complete(newcomer, chat));
        assertThat(chat.sent).isEmpty();
    }

    @Test
    void passesOverAProviderWhoseSecretDoesNotOpen() {
        when(secrets.open(first)).thenThrow(new IllegalStateException("edited"));
        workflow.complete(caller, chat);
        assertThat(chat.sent).containsExactly(second);
        assertThat(chat.skipped).containsExactly(first);
    }

    @Test
    void keepsTheAnswerIfItCannotBeRecorded() {
        var broken = mock(Interactions.class);
        doThrow(new IllegalStateException("down")).when(broken).insert(any());
        var budget = budget(SampleBudgets.of(caller.userId()), "1");
        workflow(broken).complete(caller, chat);
        assertThat(chat.sent).containsExactly(first);
        assertThat(budgets.held(budget, NOW)).isPositive();
    }

    @Test
    void givesAdmissionBackIfTheDatabaseFails() {
        var service = mock(ChatService.class);
        when(service.candidates(caller, MODEL))
                .thenReturn(providers.candidates(MODEL).subList(0, 1));
        doThrow(new IllegalStateException("down")).when(service).begin(any(), any(), any(), any());
        var failing = new ChatWorkflow(service, () -> SampleBudgets.callAt(NOW).value());
        assertThatThrownBy(() -> failing.complete(caller, chat)).hasMessage("down");
        assertThat(chat.skipped).containsExactly(first);
    }

    private Budget budget(BudgetTarget target, String limit) {
        var budget = SampleBudgets.opened(SampleBudgets.daily(target, limit));
        budgets.insert(budget);
        assertThat(budget.limitUsd()).isEqualByComparingTo(new BigDecimal(limit));
        return budget;
    }
}
