package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description of the whole API, as a new client reads it. */
@JourneyTest
class ApiDescriptionJourney {
    @LocalServerPort
    private int port;

    @Test
    void describesEveryOperationInFull() {
        var description = Api.at(port).get("/v3/api-docs").is(200).text();
        assertThat(ApiDescriptionReview.faultsOf(description)).isEmpty();
    }
}
