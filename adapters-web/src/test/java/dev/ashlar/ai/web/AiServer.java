// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.AiProviderService;
import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.BudgetWorkflow;
import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.kernel.web.slice.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against the controllers of AI above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import(AiServer.Web.class)
@MockitoBean(
        types = {
            AiProviderService.class,
            BudgetAdminService.class,
            BudgetWorkflow.class,
            ChatWorkflow.class,
            InteractionIngestService.class,
            InteractionService.class,
            LlmService.class,
            ProviderWorkflow.class,
            ReconciliationService.class,
            StatsService.class
        })
@interface AiServer {
    /** The controllers of this package, each created on its first call, so that a test mocks only what it calls. */
    @ComponentScan(basePackages = "dev.ashlar.ai.web", lazyInit = true)
    class Web {}
}
