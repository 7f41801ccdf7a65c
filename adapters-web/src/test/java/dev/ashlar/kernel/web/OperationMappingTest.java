package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

@SampleServer
class OperationMappingTest {
    private static final RequestMappingInfo.BuilderConfiguration PATHS = new RequestMappingInfo.BuilderConfiguration();

    static {
        PATHS.setPatternParser(PathPatternParser.defaultInstance);
    }

    @Autowired
    Caller client;

    @Autowired
    AbstractHandlerMethodMapping<RequestMappingInfo> requestMappingHandlerMapping;

    @Test
    void isTheOneThatIsUsed() {
        assertThat(requestMappingHandlerMapping)
                .isInstanceOf(OperationMapping.class)
                .isInstanceOf(RequestMappingHandlerMapping.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles, /articles",
        "/articles/{slug}, /articles/",
        "/articles/{slug}/comments/{id}, /articles/",
        "/{any}, /",
        "/files/**, /files/",
        "/file?, /file"
    })
    void aPathBeginsBeforeItsFirstVariable(String path, String beginning) {
        assertThat(OperationMapping.beginningOf(
                        RequestMappingInfo.paths(path).options(PATHS).build()))
                .isEqualTo(beginning);
    }

    @Test
    void severalPathsHaveNoBeginning() {
        assertThat(OperationMapping.beginningOf(
                        RequestMappingInfo.paths("/a", "/b").options(PATHS).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/articles/one, true",
        "/articles/, false",
        "/art%69cles/one, true",
        "/articles/%C3%BC, true",
        "/article/one, false",
        "/authors/one, false"
    })
    void findsWhatSpringWouldFind(String path, boolean isMeant) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        var operation =
                RequestMappingInfo.paths("/articles/{slug}").options(PATHS).build();
        assertThat(operation.getMatchingCondition(request) != null).isEqualTo(isMeant);
        assertThat(new OperationMapping().getMatchingMapping(operation, request) != null)
                .isEqualTo(isMeant);
    }

    @Test
    void otherSpellingsAreServedAndOtherMethodsNamed() {
        assertThat(client.get(SampleServer.SAMPLE.replace("samples", "s%61mples"))
                        .status())
                .isEqualTo(200);
        assertThat(client.send("PUT", SampleServer.SAMPLE, "{}").status()).isIn(401, 405);
        assertThat(client.get("/api/v1/nothing/here").status()).isEqualTo(404);
    }
}
