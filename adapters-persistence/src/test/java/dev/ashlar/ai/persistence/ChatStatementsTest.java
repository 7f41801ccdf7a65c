// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleCatalog.SEALED;
import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static dev.ashlar.ai.domain.SampleCatalog.rows;
import static dev.ashlar.ai.domain.SampleCatalog.serving;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.ChatAttempt;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements of a chat: one reads its providers, and one transaction before each attempt reads the secret and holds the cost. */
@ServiceTest
class ChatStatementsTest {
    private static final String MODEL = "small";

    private final ChatWorkflow workflow;
    private final Llms llms;
    private final AiProviders providers;
    private final StatementCounter statements;
    private final TransactionTemplate transactions;
    private final Actor caller = new Actor(SampleBudgets.user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    private final ChatExchange chat = mock(ChatExchange.class);

    @Autowired
    private SecretVault vault;

    @Autowired
    ChatStatementsTest(
            ChatWorkflow workflow,
            Llms llms,
            AiProviders providers,
            StatementCounter statements,
            PlatformTransactionManager transactions) {
        this.workflow = workflow;
        this.llms = llms;
        this.providers = providers;
        this.statements = statements;
        this.transactions = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void offerAModel() {
        transactions.executeWithoutResult(_ -> {
            var llm = llm(llms.ensureFactory(factory("maker")), MODEL);
            llms.insert(llm);
            llms.addPrices(llm.id(), rows(usd("1", "10")), Instant.EPOCH, SampleCatalog.NOW);
            providers.insert(provider("Provider", 1, serving(MODEL)), SEALED);
        });
        given(vault.open(any(), any(), any())).willReturn(new ProviderSecret("secret"));
        given(chat.model()).willReturn(MODEL);
        given(chat.estimate()).willReturn(new CallEstimate(100, 0, 1, 100L));
        given(chat.traceId()).willReturn("4bf92f3577b34da6a3ce929d0e0e4736");
        given(chat.admits(any())).willReturn(true);
        given(chat.send(any(), any(), any())).willAnswer(_ -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return new ChatAttempt(CallResult.succeeded(200, 5, 1), null, null, null, true);
        });
    }

    @Test
    void readsLittleBeforeTheCall() {
        assertThat(statements.of(() -> workflow.complete(caller, chat)))
                .containsExactly(
                        "AiProviderMapper.candidates",
                        // one transaction
                        "AiProviderMapper.secretOf",
                        "PriceMapper.between",
                        "BudgetMapper.shareBudgets",
                        "BudgetMapper.holdEach",
                        // the call, and another transaction
                        "ContentPolicyMapper.of",
                        "PriceMapper.between",
                        "InteractionMapper.shareErasures",
                        "InteractionMapper.insertRows",
                        "DirtyHourMapper.add",
                        "BudgetMapper.book");
    }
}
