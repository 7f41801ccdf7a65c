package dev.ashlar.identity.domain;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class RefreshTokenStatusTest {
    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("identity.md", "refresh-token-lifecycle", RefreshTokenStatus.LIFECYCLE);
    }
}
