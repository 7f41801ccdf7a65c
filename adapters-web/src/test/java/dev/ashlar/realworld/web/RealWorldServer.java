// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.ReaderService;
import dev.ashlar.publishing.web.Writers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against the edge's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({RealWorldServer.Web.class, Writers.class})
@MockitoBean(
        types = {
            RegistrationWorkflow.class,
            CredentialWorkflow.class,
            AccountService.class,
            ArticleReading.class,
            ArticleWriting.class,
            ArticleLifecycle.class,
            ReaderService.class,
            CommentService.class
        })
@interface RealWorldServer {
    /** The controllers of this package. */
    @ComponentScan("dev.ashlar.realworld.web")
    class Web {}
}
