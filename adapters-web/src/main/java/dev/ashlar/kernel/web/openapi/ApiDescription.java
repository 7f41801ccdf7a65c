package dev.ashlar.kernel.web.openapi;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Description of the whole API: its name, its tokens, its problems, and the arguments that callers do not pass. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ashlar",
                        version = "1",
                        description = "Refusals are RFC 9457 problems; GET /problems lists what their codes mean."))
@SecurityScheme(
        name = ApiDescription.ACCESS_TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token that logging in answers with.")
class ApiDescription {
    static final String ACCESS_TOKEN = "accessToken";
    static final String PROBLEM_SCHEMA = "#/components/schemas/" + Problem.class.getSimpleName();

    ApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, PageRequest.class, IfMatch.class, Once.class);
    }

    /** No operation returns problems as its result, so their schema has to be added. */
    @Bean
    GlobalOpenApiCustomizer problemSchemas() {
        return api -> ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
    }
}
