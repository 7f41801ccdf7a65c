// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;

@SampleServer
class RenderedDescriptionTest {
    @Autowired
    private OpenApiWebMvcResource description;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Caller client;

    @Test
    void writesEachFormOnce() throws JsonProcessingException {
        assertThat(json("/docs.json")).isSameAs(json("/other"));
        assertThat(yaml("/docs.yaml")).isSameAs(yaml("/other"));
    }

    @Test
    void answersBothForms() {
        for (int asked = 0; asked < 2; asked++) {
            assertThat(client.get("/v3/api-docs").json().path("openapi").asString(""))
                    .startsWith("3.1");
            assertThat(client.get("/v3/api-docs.yaml").text())
                    .startsWith("openapi: 3.1")
                    .contains("/api/v1/samples");
        }
    }

    @Test
    void refusesOthersWhileItIsWritten() throws JsonProcessingException, InterruptedException, ExecutionException {
        var unwritten = beans.createBean(RenderedDescription.class);
        var first = new HeldRequest();
        try (var others = Executors.newSingleThreadExecutor()) {
            var writing = others.submit(() -> unwritten.openapiJson(first, "/docs.json", Locale.ENGLISH));
            try {
                first.reached.await();
                assertThatThrownBy(() -> unwritten.openapiYaml(new MockHttpServletRequest(), "/other", Locale.ENGLISH))
                        .isInstanceOfSatisfying(DomainException.class, refusal -> {
                            assertThat(refusal.type()).isEqualTo(KernelProblem.UNAVAILABLE);
                            assertThat(refusal.retryAfter()).isPositive();
                        });
            } finally {
                first.released.countDown();
            }
            assertThat(writing.get()).isNotEmpty();
        }
        assertThat(unwritten.openapiYaml(new MockHttpServletRequest(), "/other", Locale.ENGLISH))
                .isNotEmpty();
    }

    /** Request that is held when the description asks for its address. */
    private static final class HeldRequest extends MockHttpServletRequest {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public StringBuffer getRequestURL() {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            return super.getRequestURL();
        }
    }

    private byte[] json(String path) throws JsonProcessingException {
        return description.openapiJson(new MockHttpServletRequest(), path, Locale.ENGLISH);
    }

    private byte[] yaml(String path) throws JsonProcessingException {
        return description.openapiYaml(new MockHttpServletRequest(), path, Locale.ENGLISH);
    }
}
