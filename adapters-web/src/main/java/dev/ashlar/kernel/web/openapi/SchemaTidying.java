package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Removal of schemas that no operation mentions, and closing of those of request bodies, which may have no unknown fields. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class SchemaTidying implements GlobalOpenApiCustomizer {
    @Override
    @SuppressWarnings("rawtypes")
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        var document = Json31.mapper().valueToTree(api);
        var definitions = document.at("/components/schemas");

        var mentioned = new TreeSet<String>();
        gather(document.at("/paths"), definitions, mentioned);
        gather(document.at("/components/responses"), definitions, mentioned);
        schemas.keySet().retainAll(mentioned);

        var inRequests = new TreeSet<String>();
        document.findValues("requestBody").forEach(body -> gather(body, definitions, inRequests));
        inRequests.stream()
                .map(schemas::get)
                .filter(schema -> schema.getProperties() != null && schema.getAdditionalProperties() == null)
                .forEach(schema -> schema.setAdditionalProperties(false));
    }

    private static void gather(JsonNode part, JsonNode definitions, Set<String> names) {
        for (var reference : part.findValuesAsText("$ref")) {
            var name = StringUtils.unqualify(reference, '/');
            if (names.add(name)) {
                gather(definitions.path(name), definitions, names);
            }
        }
    }
}
