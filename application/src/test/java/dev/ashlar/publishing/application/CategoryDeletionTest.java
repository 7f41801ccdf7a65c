// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.CategoryId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CategoryDeletionTest {
    private final CategoryService categories = mock();
    private final CategoryDeletion deletion = new CategoryDeletion(categories);

    @Test
    void deletesACategoryThatHasNoArticlesLeft() {
        var admin = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN, Actor.DEFAULT_PLATFORM);
        var id = new CategoryId(UUID.randomUUID());
        given(categories.clear(admin, id, 2)).willReturn(1000, 3, 0);
        deletion.delete(admin, id, 2);
        var order = inOrder(categories);
        order.verify(categories, times(3)).clear(admin, id, 2);
        order.verify(categories).delete(admin, id, 2);
    }
}
