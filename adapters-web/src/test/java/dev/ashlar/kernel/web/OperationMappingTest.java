package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@SampleServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationMappingTest {
    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();
    private final Observed ours = new Observed();

    @Autowired
    Caller client;

    @Autowired
    AbstractHandlerMethodMapping<RequestMappingInfo> requestMappingHandlerMapping;

    @BeforeAll
    void learnOperations() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("paths", Paths.class);
        for (var mapping : List.of(springs, ours)) {
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
        }
    }

    @Test
    void replacesTheHandlerMappingOfSpring() {
        assertThat(requestMappingHandlerMapping).isInstanceOf(OperationMapping.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles, /articles",
        "/articles/{slug}, /articles/",
        "/articles/{slug}/comments/{id}, /articles/",
        "/articles/a-{slug}, /articles/",
        "/{any}, /",
        "/files/**, /files/",
        "/file?, /"
    })
    void endsTheBeginningBeforeTheFirstVariable(String path, String beginning) {
        assertThat(OperationMapping.beginningOf(path)).isEqualTo(beginning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles",
                "/articles/",
                "/articles/one",
                "/articles/feed",
                "/articles/one/comments",
                "/articles/one/comments/2",
                "/articles/%C3%BC",
                "/art%69cles/one",
                "/%61rticles/feed",
                "/authors/one",
                "/writers/one",
                "/anything",
                "/anything/else",
                "/files/a/b/c",
                "/files/a/b",
                "/files/%61/b",
                "/nothing/at/all",
                "/"
            })
    void findsTheSameHandlersAsSpring(String path) throws Exception {
        var expected = request("GET", path);
        var request = request("GET", path);

        assertThat(nameOf(ours, request)).isEqualTo(nameOf(springs, expected));
        assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .isEqualTo(expected.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .isEqualTo(expected.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        assertThat(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null)
                .isEqualTo(expected.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) == null);
    }

    @Test
    void namesTheMethodsOfAPath() {
        assertThatThrownBy(() -> ours.getHandler(request("DELETE", "/articles/one")))
                .isInstanceOfSatisfying(
                        HttpRequestMethodNotSupportedException.class,
                        refusal -> assertThat(refusal.getSupportedMethods()).containsExactlyInAnyOrder("GET", "PUT"));
    }

    @Test
    void refusesToChooseBetweenEqualOperations() {
        for (var mapping : List.of(springs, ours)) {
            assertThatThrownBy(() -> mapping.getHandler(request("GET", "/twins/one")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Ambiguous");
        }
    }

    @Test
    void examinesOnlyOperationsWithTheBeginningOfThePath() throws Exception {
        ours.examined.clear();

        assertThat(nameOf(ours, request("GET", "/articles/one/comments"))).isEqualTo("comments");
        assertThat(ours.examined)
                .containsExactlyInAnyOrder(
                        "/{any}", "/articles/{slug}", "/articles/{slug}", "/articles/{slug}/comments");
    }

    @Test
    void servesEscapedPathsAndRefusesOtherMethods() {
        assertThat(client.get(SampleServer.SAMPLE.replace("samples", "s%61mples"))
                        .status())
                .isEqualTo(200);
        assertThat(client.send("PUT", SampleServer.SAMPLE, "{}").status()).isIn(401, 405);
        assertThat(client.get("/api/v1/nothing/here").status()).isEqualTo(404);
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static @Nullable String nameOf(HandlerMapping mapping, HttpServletRequest request) throws Exception {
        var found = mapping.getHandler(request);
        return found == null
                ? null
                : ((HandlerMethod) found.getHandler()).getMethod().getName();
    }

    private static final class Observed extends OperationMapping {
        final List<String> examined = new ArrayList<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo operation, HttpServletRequest request) {
            examined.addAll(operation.getPatternValues());
            return super.getMatchingMapping(operation, request);
        }
    }

    @Controller
    @Profile("of no application") // other tests scan this package
    static class Paths {
        @GetMapping("/articles")
        void list() {}

        @GetMapping("/articles/feed")
        void feed() {}

        @GetMapping("/articles/{slug}")
        void one() {}

        @PutMapping("/articles/{slug}")
        void put() {}

        @GetMapping("/articles/{slug}/comments")
        void comments() {}

        @GetMapping({"/authors/{id}", "/writers/{id}"})
        void author() {}

        @GetMapping("/{any}")
        void any() {}

        @GetMapping("/twins/{first}")
        void first() {}

        @GetMapping("/twins/{second}")
        void second() {}

        @GetMapping("/files/**")
        void files() {}

        @GetMapping("/files/a/{b}")
        void file() {}
    }
}
