// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.ProfileCopies;
import dev.ashlar.publishing.domain.ProfileCopiesContract;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class ProfileCopyMapperTest extends ProfileCopiesContract {
    @Autowired
    private ProfileCopyMapper copies;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected ProfileCopies copies() {
        return copies;
    }

    @Override
    protected Optional<VersionedProfile> stored(UserId user) {
        return jdbc.sql(
                        "SELECT username, display_name, bio, avatar_url, version FROM publishing.people WHERE user_id = ?")
                .param(user.value())
                .query((row, _) -> new VersionedProfile(
                        new PublicProfile(
                                user,
                                row.getString("username"),
                                row.getString("display_name"),
                                row.getString("bio"),
                                row.getString("avatar_url")),
                        row.getInt("version")))
                .optional();
    }
}
