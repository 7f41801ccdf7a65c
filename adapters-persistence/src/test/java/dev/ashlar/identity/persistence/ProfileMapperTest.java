// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.ProfilesContract;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class ProfileMapperTest extends ProfilesContract {
    @Autowired
    private ProfileMapper profiles;

    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected User person(String name) {
        var user = People.student(name);
        users.insert(user, People.PASSWORD_HASH);
        return user;
    }

    @Test
    void writesEachColumn() {
        var id = person("ada").id();
        profiles.insert(new Profile(id, "Ada", "Bio", "https://example.org/a", "Europe/London", "en", NOW, NOW));
        assertThat(jdbc.sql("SELECT * FROM identity.profiles WHERE user_id = ?")
                        .param(id.value())
                        .query()
                        .singleRow())
                .containsEntry("display_name", "Ada")
                .containsEntry("bio", "Bio")
                .containsEntry("avatar_url", "https://example.org/a")
                .containsEntry("time_zone", "Europe/London")
                .containsEntry("locale", "en")
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .hasSize(8);
    }
}
