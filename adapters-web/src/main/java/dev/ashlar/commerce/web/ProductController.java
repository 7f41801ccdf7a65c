// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.ProductView;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.commerce.domain.Stock;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products")
@Tag(name = "Products", description = "Goods and token packs for sale.")
class ProductController {
    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    @Operation(
            summary = "List products",
            description =
                    "The newest product comes first. The filter is the kind. Administrators also see products that are no longer sold."
                            + " count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<ProductView> listProducts(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Kind of the products.") @Nullable
                    ProductKind kind,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(products.list(actor, kind, page), count, () -> products.count(actor, kind));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Create a product", description = "Only administrators may do so. The SKU is unique.")
    @Refuses({"auth.forbidden", "commerce.sku-taken"})
    Versioned<ProductView> createProduct(Actor actor, @RequestBody @Valid ProductRequest request) {
        var product = products.create(actor, request.product());
        return Versioned.created("/api/v1/products/" + product.id().value(), product.version(), product);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a product", description = "The ETag is the version for an edit.")
    @Refuses("commerce.product-not-found")
    Versioned<ProductView> getProduct(Actor actor, @PathVariable ProductId id) {
        var product = products.get(id);
        return Versioned.okByContent(product.version(), product);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a product",
            description =
                    "Only administrators may do so. Absent fields keep their values. Orders keep the price at which they were"
                            + " placed. A sale changes the version as an edit does.")
    @Refuses({"auth.forbidden", "commerce.product-not-found", "request.stale-version", "commerce.stock-insufficient"})
    Versioned<ProductView> updateProduct(
            Actor actor, @PathVariable ProductId id, IfMatch ifMatch, @RequestBody @Valid EditProductRequest request) {
        int version = ifMatch.version(() -> products.get(id).version());
        var product = products.edit(actor, id, version, request.edit());
        return Versioned.ok(product.version(), product);
    }

    /**
     * Product to create.
     *
     * @param tokenAmount tokens in one token pack; absent for goods
     */
    record ProductRequest(
            @NotBlank @Size(max = Offer.MAX_SKU) @Schema(example = "tokens-100")
            String sku,

            @NotBlank @Size(max = Offer.MAX_NAME) @Schema(example = "100 tokens")
            String name,

            @NotNull @Schema(example = "token_pack") ProductKind kind,

            @Min(1) @Max(Offer.MAX_TOKENS) @Schema(example = "100") @Nullable
            Long tokenAmount,

            @NotNull Money price,

            @Min(0) @Max(Stock.MAX) @Schema(example = "1000")
            long stock) {
        NewProduct product() {
            return new NewProduct(new Offer(sku, name, kind, tokenAmount, price), stock);
        }
    }

    /** Edit of a product. */
    record EditProductRequest(
            @Schema(example = "A hundred tokens") Change<@NotBlank @Size(max = Offer.MAX_NAME) String> name,

            Change<Money> price,

            @Schema(example = "2000") Change<@Min(0) @Max(Stock.MAX) Long> stock,

            @Schema(example = "true") Change<Boolean> active) {
        ProductEdit edit() {
            return new ProductEdit(name, price, stock, active);
        }
    }
}
