package dev.ashlar.kernel.web;

import dev.ashlar.kernel.web.json.TextValues;
import java.util.List;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Teaches Spring MVC the conventions that every controller relies on. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/web/web-defaults.properties")
class WebConventions implements WebMvcConfigurer, WebMvcRegistrations {
    private final ActorResolver actors;
    private final OnceResolver onces;

    WebConventions(ActorResolver actors, OnceResolver onces) {
        this.actors = actors;
        this.onces = onces;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new OperationMapping();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(List.of(actors, new PageRequestResolver(), new IfMatchResolver(), onces));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredParameters()).addPathPatterns("/api/**", "/problems/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        TextValues.register(registry);
    }
}
