// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.Follows;
import dev.ashlar.publishing.domain.FollowsContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class FollowMapperTest extends FollowsContract {
    @Autowired
    private FollowMapper follows;

    @Autowired
    private ExportViewMapper exports;

    @Override
    protected Follows follows() {
        return follows;
    }

    @Override
    protected boolean isFollowing(UserId reader, UserId author) {
        return exports.follows(reader, null, 10).stream()
                .anyMatch(follow -> follow.userId().equals(author));
    }
}
