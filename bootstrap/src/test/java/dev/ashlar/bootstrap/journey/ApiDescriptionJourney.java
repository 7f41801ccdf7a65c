// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.domain.Slug;
import java.util.List;
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

    @Test
    void describesDefaultsAmongTheValuesOfTheirParameters() {
        var defaults = Operation.all(Api.at(port)).stream()
                .flatMap(operation -> operation.description().at("/parameters").valueStream())
                .map(parameter -> parameter.at("/schema"))
                .filter(schema -> schema.has("default") && schema.has("enum"))
                .toList();
        assertThat(defaults)
                .isNotEmpty()
                .allSatisfy(
                        schema -> assertThat(schema.at("/enum").valueStream()).contains(schema.at("/default")));
    }

    /** A resource whose name is a word of the API's own paths could not be read. */
    @Test
    void reservesEveryNameThatIsNoSlug() {
        var paths = List.copyOf(
                Api.at(port).get("/v3/api-docs").is(200).json().at("/paths").propertyNames());
        var parents = paths.stream()
                .filter(path -> path.endsWith("/{slug}"))
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .toList();
        var names = paths.stream()
                .flatMap(path -> parents.stream()
                        .filter(path::startsWith)
                        .map(parent -> path.substring(parent.length()).split("/", 2)[0]))
                .filter(name -> !name.startsWith("{"))
                .toList();

        assertThat(names).isNotEmpty().isSubsetOf(Slug.RESERVED);
    }
}
