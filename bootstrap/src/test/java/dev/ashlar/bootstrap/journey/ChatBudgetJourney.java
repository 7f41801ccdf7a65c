// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.bootstrap.provider.FakeProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 64 chats at once on a budget for ten. */
@JourneyTest
class ChatBudgetJourney {
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final String CHAT = "/api/v1/ai/v1/chat/completions";
    private static final int CHATS = 64;
    private static final String BODY = """
            {"model": "sandbox-small", "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 1000}""";

    /** Prices of the demo data. */
    private static final ModelPrices PRICES = new ModelPrices(
            Map.of(UsageType.PROMPT, new BigDecimal("0.15"), UsageType.COMPLETION, new BigDecimal("0.6")));

    @LocalServerPort
    private int port;

    @Autowired
    private FakeProvider provider;

    @Test
    void letsTenPassAndSpendsNothingBeyond() throws InterruptedException, ExecutionException {
        var admin = Api.at(port).demo("admin");
        var callers = List.of(
                admin,
                Api.at(port).demo("student"),
                Api.at(port).demo("mentor"),
                Api.at(port).demo("sales"));
        var limit = new CallEstimate(BODY.length(), 0, 1, 1000L)
                .greatestCost(PRICES, 128_000, 16_000)
                .multiply(BigDecimal.TEN);
        var budget = admin.post(BUDGETS, budget(admin, limit)).is(201).header("Location");
        provider.order("!wait");
        int before = provider.requests();
        var refused = new AtomicInteger();
        var answers = new ArrayList<Future<Api.Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CHATS; number++) {
                answers.add(threads.submit(chat(callers.get(number % callers.size()), refused)));
            }
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> provider.requests() - before + refused.get() == CHATS);
                assertThat(provider.requests() - before).isEqualTo(10);
                assertThat(window(admin, budget, "heldUsd")).isEqualByComparingTo(limit);
            } finally {
                provider.order("");
            }
        }
        for (var answer : answers) {
            assertThat(answer.get().status()).as(answer.get().text()).isIn(200, 429);
        }
        await().until(() -> window(admin, budget, "heldUsd").signum() == 0);
        assertThat(window(admin, budget, "spentUsd")).isPositive().isLessThanOrEqualTo(limit);
        callers.getFirst().send("POST", CHAT, BODY).is(200);
    }

    private static Callable<Api.Answer> chat(Api caller, AtomicInteger refused) {
        return () -> {
            var answer = caller.send("POST", CHAT, BODY);
            if (answer.status() != 200) {
                refused.incrementAndGet();
            }
            return answer;
        };
    }

    private static Map<String, String> budget(Api admin, BigDecimal limit) {
        var provider = admin.get("/api/v1/ai/providers")
                .is(200)
                .json()
                .at("/items/0/id")
                .asString();
        return Map.of("scope", "provider", "providerId", provider, "period", "day", "limitUsd", limit.toPlainString());
    }

    private static BigDecimal window(Api admin, String budget, String amount) {
        return new BigDecimal(
                admin.get(budget).is(200).json().at("/window/" + amount).asString());
    }
}
