// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@SampleServer
class RenderedDescriptionTest {
    @Autowired
    private OpenApiWebMvcResource description;

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

    private byte[] json(String path) throws JsonProcessingException {
        return description.openapiJson(new MockHttpServletRequest(), path, Locale.ENGLISH);
    }

    private byte[] yaml(String path) throws JsonProcessingException {
        return description.openapiYaml(new MockHttpServletRequest(), path, Locale.ENGLISH);
    }
}
