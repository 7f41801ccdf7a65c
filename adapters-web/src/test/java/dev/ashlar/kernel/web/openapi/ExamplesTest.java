// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExamplesTest {
    private final Examples examples =
            new Examples(List.of(() -> List.of(new Stone("granite", null))), new JsonMapper());

    @Test
    void showsARecordInItsJsonWithItsNulls() {
        var schema = new Schema<>();
        examples.customise(api("Stone", schema));
        assertThat(schema.getExample()).hasToString("{\"kind\":\"granite\",\"color\":null}");
    }

    @Test
    void refusesAnExampleThatNoOperationMentions() {
        var api = api("Brick", new Schema<>());
        assertThatThrownBy(() -> examples.customise(api))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Stone");
    }

    private static OpenAPI api(String name, Schema<?> schema) {
        return new OpenAPI().paths(new Paths()).components(new Components().addSchemas(name, schema));
    }

    private record Stone(String kind, @Nullable String color) {}
}
