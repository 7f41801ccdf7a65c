// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.json.JsonBodies;
import dev.ashlar.kernel.web.json.TextValues;
import dev.ashlar.kernel.web.limits.LimitedRequests;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Conventions of Spring MVC that every controller relies on. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/web/web-defaults.properties")
record WebConventions(ActorArgument actors, Idempotency idempotency, JsonMapper json, LimitedRequests limits)
        implements WebMvcConfigurer {
    /** Paths of the API's description, and of answers to what has failed before. */
    private static final List<String> NO_OPERATIONS = List.of("/docs/**", "/v3/**", "/error");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument(Actor.class, actors::read));
        resolvers.add(new Argument(PageRequest.class, (parameter, request) -> PageParameters.read(request)));
        resolvers.add(new Argument(IfMatch.class, (parameter, request) -> IfMatch.of(request)));
        resolvers.add(new Argument(Once.class, (parameter, request) -> Once.of(request, idempotency, json)));
    }

    /** Leaves JSON and the bytes of operations that declare another form. Libraries on the class path would add theirs. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .withJsonConverter(new JsonBodies(json))
                .configureMessageConvertersList(all -> all.removeIf(
                        one -> !(one instanceof JsonBodies) && !(one instanceof ByteArrayHttpMessageConverter)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).excludePathPatterns(NO_OPERATIONS);
        registry.addInterceptor(new DeclaredParameters()).excludePathPatterns(NO_OPERATIONS);
        registry.addInterceptor(new PlainBodies()).excludePathPatterns(NO_OPERATIONS);
        // The last one: limits are kept by the primary.
        registry.addInterceptor(new ReadAfter()).excludePathPatterns(NO_OPERATIONS);
    }

    /** Older clients of the RealWorld API end their paths with a slash. */
    @Bean
    static FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        var filter = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/api/**").wrapRequest().build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3); // an @Order of this method would not count for a filter
        return filter;
    }

    @Bean
    static WebMvcRegistrations routes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickRoutes();
            }
        };
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new TextValues());
    }

    /** Argument of handlers that is known by its type and read from the request. */
    private record Argument(Class<?> type, BiFunction<MethodParameter, NativeWebRequest, @Nullable Object> reader)
            implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return reader.apply(parameter, request);
        }
    }
}
