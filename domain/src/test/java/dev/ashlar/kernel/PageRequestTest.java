// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PageRequest.MAX_LIMIT + 1, Integer.MAX_VALUE})
    void refusesALimitOutOfBounds(int limit) {
        var refusal = assertRefused(KernelProblem.INVALID_REQUEST, () -> new PageRequest(limit, null));

        assertThat(refusal.errors())
                .extracting(DomainException.FieldError::pointer)
                .containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PageRequest.MAX_LIMIT})
    void readsOneRowMoreThanWanted(int limit) {
        assertThat(new PageRequest(limit, null).rowsToRead()).isEqualTo(limit + 1);
    }

    @Test
    void beginsTheFirstPageWithoutACursor() {
        assertThat(PageRequest.first()).isEqualTo(new PageRequest(PageRequest.DEFAULT_LIMIT, null));
        assertThat(PageRequest.first().afterLong("a.list")).isNull();
        assertThat(PageRequest.first().afterUuid("a.list")).isNull();
    }

    @Test
    void continuesLaterPagesAfterTheirCursor() {
        var id = new UserId(UUID.randomUUID());

        assertThat(new PageRequest(1, Cursor.of("a.list", 7)).afterLong("a.list"))
                .isEqualTo(7);
        assertThat(new PageRequest(1, Cursor.of("a.list", id)).afterUuid("a.list"))
                .isEqualTo(id.value());
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var page = new PageRequest(1, Cursor.of("a.list", 7));

        assertRefused(KernelProblem.INVALID_CURSOR, () -> page.afterLong("another.list"));
    }
}
