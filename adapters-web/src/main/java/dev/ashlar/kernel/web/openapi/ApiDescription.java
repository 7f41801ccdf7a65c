// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.kernel.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;

/** Description of the whole API: its name, its tokens, its problems, and the arguments that callers do not pass. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ashlar",
                        version = "1",
                        description = """
                                Refusals are RFC 9457 problems; GET /problems lists what their codes mean.

                                A request that got no answer, or a status of 500 or above, may have been carried out. GET and HEAD can always \
                                be repeated; the description of each other operation ends with the effect of a retry. A refused \
                                request is judged anew when it is repeated; Retry-After, if present, says when.

                                Where a replica answers reads, the answer to a change has a header Read-After. A request with the greatest \
                                value of its caller, compared as text, shows the change, whichever server answers. A request with \
                                Authorization and without Read-After is answered by the primary. Without both, an answer may be \
                                five seconds old.""",
                        contact = @Contact(name = "Ashlar"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "The server of this description."))
@SecurityScheme(
        name = ApiDescription.ACCESS_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token that a login returns.")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiDescription implements GlobalOpenApiCustomizer {
    static final String ACCESS_TOKEN = "accessToken";
    static final String PROBLEM_SCHEMA = "#/components/schemas/" + Problem.class.getSimpleName();

    ApiDescription() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, PageRequest.class, IfMatch.class, Once.class)
                .addResponseWrapperToIgnore(Versioned.class)
                .addResponseWrapperToIgnore(Answered.class);
    }

    /** Adds problems, which no operation returns as its result, and closes the schemas of request bodies to unknown fields. */
    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
        AnswerDescriptions.describeCommon(api.getComponents());
        var document = Json31.mapper().valueToTree(api);
        var inRequests = new TreeSet<String>();
        document.findValues("requestBody")
                .forEach(body -> gather(body, document.at("/components/schemas"), inRequests));
        inRequests.stream()
                .map(api.getComponents().getSchemas()::get)
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
