package dev.ashlar.publishing.persistence;

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

    @Override
    protected Follows follows() {
        return follows;
    }
}
