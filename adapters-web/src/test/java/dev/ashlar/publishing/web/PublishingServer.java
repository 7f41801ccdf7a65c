// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleReading;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.AuthorStats;
import dev.ashlar.publishing.application.CategoryDeletion;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CommentService;
import dev.ashlar.publishing.application.ReaderService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against publishing's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({PublishingServer.Web.class, Writers.class})
@MockitoBean(
        types = {
            ArticleReading.class,
            ArticleWriting.class,
            ArticleLifecycle.class,
            ReaderService.class,
            CommentService.class,
            CategoryService.class,
            CategoryDeletion.class,
            AuthorStats.class
        })
@interface PublishingServer {
    /** The controllers of this package. */
    @ComponentScan("dev.ashlar.publishing.web")
    class Web {}
}
