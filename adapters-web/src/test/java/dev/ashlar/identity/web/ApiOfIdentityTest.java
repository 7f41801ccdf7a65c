package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.testing.ApiDescriptionReview;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class ApiOfIdentityTest {
    @Autowired
    private Caller client;

    @Test
    void itsDescriptionLacksNothing() {
        var description = client.get("/v3/api-docs").text();
        assertThat(description)
                .contains("/api/v1/auth/register", "/api/v1/me/sessions", "/api/v1/users/{id}/deactivate");
        assertThat(ApiDescriptionReview.faultsOf(description)).isEmpty();
    }
}
