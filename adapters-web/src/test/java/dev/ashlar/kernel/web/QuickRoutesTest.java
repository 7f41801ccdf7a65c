// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class QuickRoutesTest {
    private final QuickRoutes quick = new QuickRoutes();
    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

    @BeforeEach
    void register() throws ReflectiveOperationException {
        for (var routes : new RequestMappingHandlerMapping[] {quick, springs}) {
            routes.setApplicationContext(new StaticApplicationContext());
            routes.afterPropertiesSet();
            register(routes, "list", RequestMethod.GET, "/articles");
            register(routes, "one", RequestMethod.GET, "/articles/{slug}");
            register(routes, "feed", RequestMethod.GET, "/articles/feed");
            register(routes, "comment", RequestMethod.POST, "/articles/{slug}/comments");
            register(routes, "file", RequestMethod.GET, "/files/*.txt", "/old/{name}");
            register(routes, "any", RequestMethod.GET, "/{context}/reports");
        }
    }

    private static void register(
            RequestMappingHandlerMapping routes, String operation, RequestMethod method, String... paths)
            throws ReflectiveOperationException {
        routes.registerMapping(
                RequestMappingInfo.paths(paths)
                        .methods(method)
                        .options(routes.getBuilderConfiguration())
                        .build(),
                new Operations(),
                Operations.class.getDeclaredMethod(operation));
    }

    @ParameterizedTest
    @CsvSource({
        "/articles, list",
        "/articles/feed, feed",
        "/articles/stones, one",
        "/%61rticles/stones, one",
        "/articles;a=b/stones, one",
        "/articles/%66eed, feed",
        "/files/a.txt, file",
        "/old/a, file",
        "/articles/reports, one",
        "/wallet/reports, any",
        "/article/stones,",
        "/Articles/stones,",
    })
    void findsTheOperationThatSpringFinds(String path, @Nullable String operation) throws Exception {
        assertThat(find(quick, "GET", path)).isEqualTo(operation).isEqualTo(find(springs, "GET", path));
    }

    @Test
    void knowsTheMethodsOfAPath() {
        assertThatThrownBy(() -> find(quick, "DELETE", "/articles/stones/comments"))
                .isInstanceOfSatisfying(
                        HttpRequestMethodNotSupportedException.class,
                        failure -> assertThat(failure.getSupportedMethods()).containsExactly("POST"));
    }

    private static @Nullable String find(RequestMappingHandlerMapping routes, String method, String path)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var found = routes.getHandler(request);
        return found != null && found.getHandler() instanceof HandlerMethod handler
                ? handler.getMethod().getName()
                : null;
    }

    static class Operations {
        public void list() {}

        public void one() {}

        public void feed() {}

        public void comment() {}

        public void file() {}

        public void any() {}
    }
}
