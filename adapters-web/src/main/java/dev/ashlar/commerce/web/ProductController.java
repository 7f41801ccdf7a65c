package dev.ashlar.commerce.web;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.ProductView;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "Products", description = "What is sold: goods, and tokens for the wallet.")
class ProductController {
    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    @Operation(
            summary = "What is sold, newest first",
            description =
                    "Filter by kind. Administrators see what is not sold any more, too. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<ProductView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable ProductKind kind,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(
                products.products(actor, kind, page), count ? (Long) products.countProducts(actor, kind) : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One product")
    @Refuses("commerce.product-not-found")
    ResponseEntity<ProductView> one(Actor actor, @PathVariable ProductId id) {
        var product = products.product(id);
        return ETags.ok(product.version(), product);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Put a product on sale (administrators)",
            description = "A sku is taken once, so a retry does no harm.")
    @Refuses({"auth.forbidden", "commerce.sku-taken"})
    ResponseEntity<ProductView> create(Actor actor, @RequestBody @Valid ProductRequest request) {
        var product = products.create(actor, request.product());
        return ResponseEntity.created(
                        URI.create("/api/v1/products/" + product.id().value()))
                .eTag(ETags.of(product.version()))
                .body(product);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a product (administrators)",
            description =
                    "Fields that are absent stay. Orders keep the price they were placed at. A sale changes the stock"
                            + " and so outdates what you have read.")
    @Refuses({"auth.forbidden", "commerce.product-not-found", "request.stale-version", "commerce.out-of-stock"})
    ResponseEntity<ProductView> edit(
            Actor actor, @PathVariable ProductId id, IfMatch ifMatch, @RequestBody @Valid EditProductRequest request) {
        var product = products.edit(actor, id, ifMatch.version(), request.edit());
        return ETags.ok(product.version(), product);
    }

    /**
     * A product to sell.
     *
     * @param tokenAmount tokens in one token pack; absent for goods
     */
    record ProductRequest(
            @NotBlank @Size(max = Product.MAX_SKU) @Schema(example = "tokens-100")
            String sku,

            @NotBlank @Size(max = Product.MAX_NAME) @Schema(example = "100 tokens")
            String name,

            @NotNull @Schema(example = "token_pack") ProductKind kind,

            @Min(1) @Max(Product.MAX_TOKENS) @Schema(example = "100") @Nullable
            Long tokenAmount,

            @NotNull Money price,

            @Min(0) @Max(Product.MAX_STOCK) @Schema(example = "1000")
            long stock) {
        NewProduct product() {
            return new NewProduct(sku, name, kind, tokenAmount, price, stock);
        }
    }

    /** What to change of a product. */
    record EditProductRequest(
            @Schema(example = "A hundred tokens") Change<@NotBlank @Size(max = Product.MAX_NAME) String> name,

            Change<Money> price,

            @Schema(example = "2000") Change<@Min(0) @Max(Product.MAX_STOCK) Long> stock,

            @Schema(example = "true") Change<Boolean> active) {
        ProductEdit edit() {
            return new ProductEdit(name, price, stock, active);
        }
    }
}
