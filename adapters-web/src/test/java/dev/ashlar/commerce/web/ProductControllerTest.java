// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import static dev.ashlar.commerce.web.Buyers.ADMIN;
import static dev.ashlar.commerce.web.Buyers.PACK;
import static dev.ashlar.commerce.web.Buyers.PRODUCT;
import static dev.ashlar.commerce.web.Buyers.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CommerceServer
class ProductControllerTest {
    private static final String PRODUCTS = "/api/v1/products";
    private static final String ONE = PRODUCTS + "/" + PRODUCT.value();
    private static final String NEW = """
            {"sku": "pack", "name": "Pack", "kind": "token_pack", "tokenAmount": 100,
             "price": {"amount": "25.00", "currency": "EUR"}, "stock": 10}""";
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000c1", "sku": "pack", "name": "Pack", "kind": "token_pack",
             "tokenAmount": 100, "price": {"amount": "25.00", "currency": "EUR"}, "stock": 10, "available": 9,
             "active": true, "version": 3}""";

    @Autowired
    private Buyers people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private ProductService products;

    @Test
    void listsProductsWithFilterTotalAndNextPage() {
        given(products.list(STUDENT, ProductKind.TOKEN_PACK, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(PACK), Cursor.of("commerce.products", PRODUCT)));
        given(products.count(STUDENT, ProductKind.TOKEN_PACK)).willReturn(3L);
        var answer = people.get(STUDENT, PRODUCTS + "?kind=token_pack&limit=1&count=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/total").asInt()).isEqualTo(3);
        assertThat(answer.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void returnsAProductWithItsVersion() {
        given(products.get(PRODUCT)).willReturn(PACK);
        var answer = people.get(STUDENT, ONE);
        assertThat(answer.header("ETag")).startsWith("\"3-");
        assertThat(answer.json()).isEqualTo(json.readTree(JSON));
    }

    @Test
    void createsAProductAndReturnsItsLocation() {
        given(products.create(ADMIN, new NewProduct(PACK.offer(), 10))).willReturn(PACK);
        var answer = people.send(ADMIN, "POST", PRODUCTS, NEW);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void editsTheVersionOfIfMatch() {
        var edit = new ProductEdit(Change.keep(), Change.to(Money.of("3.5", "USD")), Change.keep(), Change.to(false));
        given(products.edit(ADMIN, PRODUCT, 2, edit)).willReturn(PACK);
        var body = "{\"price\": {\"amount\": \"3.50\", \"currency\": \"USD\"}, \"active\": false}";
        var answer = people.send(ADMIN, "PATCH", ONE, body, "If-Match", "\"2\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");

        assertThat(people.send(ADMIN, "PATCH", ONE, body).code()).isEqualTo("request.version-required");
        then(products).should(times(1)).edit(any(), any(), anyInt(), any());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "pack"  | ""                                           | /sku
            "Pack"  | " "                                          | /name
            "token_pack" | "tokens"                                | /kind
            100     | 0                                            | /tokenAmount
            "stock": 10 | "stock": -1                              | /stock
            "25.00" | 25.00                                        | /price/amount
            "25.00" | "25,00"                                      | /price/amount
            "25.00" | "2.5e1"                                      | /price/amount
            "25.00" | "25.001"                                     | /price
            "25.00" | "99999999999.00"                             | /price
            "EUR"   | "euro"                                       | /price
            {"amount": "25.00", "currency": "EUR"} | null          | /price
            """)
    void refusesMalformedProductsWithAPointer(String right, String wrong, String pointer) {
        var answer = people.send(ADMIN, "POST", PRODUCTS, NEW.replace(right, wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @ParameterizedTest
    @CsvSource({"SKU_TAKEN, 409, commerce.sku-taken"})
    void answersRefusalsOfCreation(CommerceProblem problem, int status, String code) {
        given(products.create(any(), any())).willThrow(problem.because("No."));
        var answer = people.send(ADMIN, "POST", PRODUCTS, NEW);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCT_NOT_FOUND, 404, commerce.product-not-found",
        "STOCK_INSUFFICIENT, 409, commerce.stock-insufficient"
    })
    void answersRefusalsOfAnEdit(CommerceProblem problem, int status, String code) {
        given(products.edit(any(), any(), anyInt(), any())).willThrow(problem.because("No."));
        var answer = people.send(ADMIN, "PATCH", ONE, "{}", "If-Match", "\"0\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesNonAdministratorsAndStaleVersions() {
        given(products.create(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(people.send(STUDENT, "POST", PRODUCTS, NEW).status()).isEqualTo(403);
        given(products.edit(any(), any(), anyInt(), any())).willThrow(KernelProblem.STALE_VERSION.because("No."));
        assertThat(people.send(ADMIN, "PATCH", ONE, "{}", "If-Match", "\"0\"").status())
                .isEqualTo(412);
        given(products.get(any())).willThrow(CommerceProblem.PRODUCT_NOT_FOUND.because("No."));
        assertThat(people.get(STUDENT, ONE).status()).isEqualTo(404);
        assertThat(people.get(STUDENT, PRODUCTS + "?cursor=x").code()).isEqualTo("request.invalid-cursor");
        assertThat(client.get(PRODUCTS).status()).isEqualTo(401);
        assertThat(client.send("POST", PRODUCTS, NEW).status()).isEqualTo(401);
    }
}
