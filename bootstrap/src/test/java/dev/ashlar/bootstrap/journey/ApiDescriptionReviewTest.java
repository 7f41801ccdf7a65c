package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionReviewTest {
    @Test
    void findsEachFault() {
        assertThat(ApiDescriptionReview.faultsOf("""
                {"openapi":"3.0.1","paths":{
                  "/a":{"get":{"summary":" ","responses":{"500":{}}}},
                  "/b":{"parameters":[],"post":{"summary":"b","tags":["b"],"security":[{}],
                    "requestBody":{"content":{"application/json":{}}},
                    "responses":{
                      "200":{"content":{"application/json":{"schema":{}}}},
                      "201":{},
                      "409":{"content":{"application/problem+json":{}}}}}}}}"""))
                .containsExactlyInAnyOrder(
                        "the document is not OpenAPI 3.1",
                        "GET /a has no summary",
                        "GET /a has no tag",
                        "GET /a has no 2xx response",
                        "GET /a has no problems",
                        "POST /b needs a token but is never 401",
                        "POST /b request application/json has no example",
                        "POST /b 200 application/json has no example",
                        "POST /b 201 has no content",
                        "POST /b 409 shows no problem");
    }

    @Test
    void findsAnEmptyDocument() {
        assertThat(ApiDescriptionReview.faultsOf("{\"openapi\":\"3.1.0\"}"))
                .containsExactly("the document has no operations");
    }

    @Test
    void passesWhatIsWhole() {
        assertThat(ApiDescriptionReview.faultsOf("""
                {"openapi":"3.1.0","paths":{"/a":{"delete":{"summary":"a","tags":["a"],"security":[{}],"responses":{
                  "204":{},"401":{"content":{"application/problem+json":{"examples":{"x":{}}}}}}}}}}""")).isEmpty();
    }
}
