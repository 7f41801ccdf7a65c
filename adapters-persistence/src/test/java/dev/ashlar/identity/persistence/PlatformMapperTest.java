// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.domain.Platform;
import dev.ashlar.identity.domain.PlatformId;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class PlatformMapperTest {
    private final IdSource ids = IdSource.timeOrdered();

    @Autowired
    private PlatformMapper platforms;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void addsMissingPlatformsAndRenamesExistingOnes() {
        var mentor = platform("mentor", "Mentoring", NOW);
        platforms.put(List.of(mentor, platform("hire", "Hiring", NOW)));
        var later = NOW.plusSeconds(1);
        platforms.put(List.of(
                platform("hire", "Recruiting", later),
                platform("mentor", "Mentoring", later),
                platform("lms", "Learning", later)));

        assertThat(platforms.codes()).containsExactly("hire", "lms", "mentor");
        assertThat(row("hire"))
                .containsEntry("name", "Recruiting")
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(later))
                .hasSize(5);
        assertThat(row("mentor"))
                .containsEntry("id", mentor.id().value())
                .containsEntry("updated_at", Timestamp.from(NOW));
    }

    @Test
    void addsASinglePlatform() {
        assertThat(platforms.put(List.of(platform("crm", "Customer relations", NOW))))
                .isEqualTo(1);
        assertThat(platforms.codes()).containsExactly("crm");
    }

    private Map<String, @Nullable Object> row(String code) {
        return jdbc.sql("SELECT * FROM identity.platforms WHERE code = ?")
                .param(code)
                .query()
                .singleRow();
    }

    private Platform platform(String code, String name, Instant now) {
        return new Platform(new PlatformId(ids.next()), code, name, now, now);
    }
}
