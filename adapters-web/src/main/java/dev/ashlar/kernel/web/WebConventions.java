package dev.ashlar.kernel.web;

import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.json.TextValues;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Conventions of Spring MVC that every controller relies on. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/web/web-defaults.properties")
class WebConventions implements WebMvcConfigurer {
    private final ActorResolver actors;
    private final OnceFactory onces;

    WebConventions(ActorResolver actors, OnceFactory onces) {
        this.actors = actors;
        this.onces = onces;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
        resolvers.add(new RequestArgument<>(PageRequest.class, PageParameters::read));
        resolvers.add(new RequestArgument<>(IfMatch.class, IfMatch::of));
        resolvers.add(new RequestArgument<>(Once.class, onces::of));
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
