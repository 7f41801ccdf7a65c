// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiDescriptionReviewTest {
    @Test
    void findsEachFault() {
        assertThat(ApiDescriptionReview.faultsOf("""
                {"openapi":"3.0.1","servers":[{"url":"http://localhost"}],"components":{"schemas":{"Old":{},"Rows":{"properties":{"nextCursor":{}}}}},"paths":{
                  "/a":{"get":{"summary":" ","operationId":"a_1","responses":{"500":{}}}},
                  "/b":{"parameters":[],"post":{"summary":"b","description":"B.","tags":["b"],"security":[{"t":[]}],
                    "operationId":"a_1",
                    "requestBody":{"content":{"application/json":{}}},
                    "parameters":[{"name":"id","description":"Id."},{"name":"from"}],
                    "responses":{
                      "200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Rows"}}}},
                      "201":{},
                      "409":{"content":{"application/problem+json":{}}}}}}}}"""))
                .containsExactlyInAnyOrder(
                        "the document is not OpenAPI 3.1",
                        "the document names the host of the request",
                        "the schema Old is not used",
                        "GET /a has no description",
                        "GET /a does not tell if it needs a token",
                        "GET /a has no speaking operation id",
                        "POST /b has no speaking operation id",
                        "POST /b does not tell the effect of a retry",
                        "POST /b from has no description",
                        "POST /b 200 names a next page but takes no cursor",
                        "POST /b shares its operation id",
                        "GET /a has no summary",
                        "GET /a has no tag",
                        "GET /a has no 2xx response",
                        "GET /a has no problems",
                        "GET /a does not tell that another request may be in the way",
                        "POST /b does not tell that another request may be in the way",
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
                {"openapi":"3.1.0","servers":[{"url":"/"}],"components":{"responses":{"busy":{"content":{"x":{"examples":{"request.busy":{}}}}},"gone":{"content":{"x":{"examples":{"x":{}}}}}}},
                "paths":{"/a":{"delete":{"summary":"a","description":"A.\\n\\nA retry has no further effect.","operationId":"deleteAll",
                "tags":["a"],"security":[{"t":[]}],"responses":{"410":{"$ref":"#/components/responses/gone"},"409":{"$ref":"#/components/responses/busy"},
                  "204":{},"401":{"content":{"application/problem+json":{"examples":{"x":{}}}}}}}}}}""")).isEmpty();
    }
}
