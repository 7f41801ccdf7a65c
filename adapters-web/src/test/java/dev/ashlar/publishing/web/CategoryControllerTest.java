// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.web;

import static dev.ashlar.publishing.web.Writers.ADMIN;
import static dev.ashlar.publishing.web.Writers.AUTHOR;
import static dev.ashlar.publishing.web.Writers.CATEGORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.publishing.application.CategoryDeletion;
import dev.ashlar.publishing.application.CategoryService;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PublishingServer
class CategoryControllerTest {
    private static final String CATEGORIES = "/api/v1/publishing/categories";
    private static final String ONE = CATEGORIES + "/" + CATEGORY.value();
    private static final String NAME = "{\"name\":\"News\"}";

    @Autowired
    private CategoryService categories;

    @Autowired
    private CategoryDeletion deletion;

    @Autowired
    private Caller client;

    @Autowired
    private Writers writers;

    @Test
    void listsCategoriesForEverybody() {
        given(categories.list(PageRequest.first()))
                .willReturn(new Page<>(List.of(new CategoryView(CATEGORY, "News", 2)), null));
        var answer = client.get(CATEGORIES);
        assertThat(answer.json().at("/items/0/name").asString()).isEqualTo("News");
        assertThat(answer.json().at("/items/0/version").asInt()).isEqualTo(2);
    }

    @Test
    void letsAdministratorsCreateCategories() {
        given(categories.create(ADMIN, "News")).willReturn(new CategoryView(CATEGORY, "News", 0));
        var made = writers.send(ADMIN, "POST", CATEGORIES, NAME);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(ONE);
        assertThat(made.header("ETag")).isEqualTo("\"0\"");
        given(categories.create(eq(AUTHOR), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(writers.send(AUTHOR, "POST", CATEGORIES, NAME).code()).isEqualTo("auth.forbidden");
        given(categories.create(eq(ADMIN), any())).willThrow(PublishingProblem.CATEGORY_NAME_TAKEN.because("Taken."));
        assertThat(writers.send(ADMIN, "POST", CATEGORIES, NAME).status()).isEqualTo(409);
        assertThat(client.send("POST", CATEGORIES, NAME).status()).isEqualTo(401);
    }

    @Test
    @Tag("rule-stale-update-refused")
    void letsAdministratorsRenameTheVersionOfIfMatch() {
        given(categories.rename(ADMIN, CATEGORY, 2, "News")).willReturn(new CategoryView(CATEGORY, "News", 3));
        assertThat(writers.send(ADMIN, "PATCH", ONE, NAME, "If-Match", "\"2\"").header("ETag"))
                .isEqualTo("\"3\"");
        assertThat(writers.send(ADMIN, "PATCH", ONE, NAME).status()).isEqualTo(428);
        given(categories.rename(eq(ADMIN), any(), anyInt(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read again."));
        assertThat(writers.send(ADMIN, "PATCH", ONE, NAME, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        given(categories.rename(eq(AUTHOR), any(), anyInt(), any()))
                .willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(writers.send(AUTHOR, "PATCH", ONE, NAME, "If-Match", "\"2\"").status())
                .isEqualTo(403);
    }

    @Test
    void letsAdministratorsDeleteCategories() {
        assertThat(writers.send(ADMIN, "DELETE", ONE, null, "If-Match", "\"2\"").status())
                .isEqualTo(204);
        then(deletion).should().delete(ADMIN, CATEGORY, 2);
        assertThat(writers.send(ADMIN, "DELETE", ONE, null).status()).isEqualTo(428);
        assertThat(client.send("DELETE", ONE, null).status()).isEqualTo(401);
    }
}
