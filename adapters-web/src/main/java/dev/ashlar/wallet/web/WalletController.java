// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Csv;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.UsageView;
import dev.ashlar.wallet.application.WalletService;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/wallet")
@Tag(name = "Wallet", description = "Your tokens and the ledger that explains each movement.")
class WalletController {
    private final WalletService wallets;

    WalletController(WalletService wallets) {
        this.wallets = wallets;
    }

    @GetMapping
    @Operation(
            summary = "Get your balance with held and available tokens",
            description = "Held tokens belong to the balance, but cannot be spent.")
    @Refuses("wallet.wallet-not-found")
    WalletView getWallet(Actor actor) {
        return wallets.get(actor);
    }

    @GetMapping("/usages")
    @Operation(
            summary = "List your ledger entries",
            description =
                    "The newest entry comes first. Filters are the type and the time: from is inclusive, to is exclusive. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<UsageView> listLedgerEntries(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Type of the entries.") @Nullable UsageType type,
            @RequestParam(required = false) @Parameter(description = "Start of the range, inclusive.") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "End of the range, exclusive.") @Nullable
                    Instant to,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new UsageFilter(type, from, to);
        var usages = wallets.usages(actor, filter, page);
        return Listing.of(usages, count, () -> wallets.countUsages(actor, filter));
    }

    @GetMapping("/balance")
    @Operation(summary = "Get your balance at a time", description = "The balance is 0 before the first movement.")
    BalanceResponse getBalance(
            Actor actor,
            @RequestParam @Parameter(description = "Time of the balance.", example = "2026-02-02T00:00:00Z")
                    Instant at) {
        return new BalanceResponse(at, wallets.balanceAt(actor, at));
    }

    /** Streams the statement in parts, so that memory does not grow with the ledger. */
    @GetMapping(path = "/statement.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "Download your ledger as CSV",
            description = "The oldest entry comes first. The file ends with the last entry at the time of the request.")
    @ApiResponse(
            responseCode = "200",
            description = "The ledger.",
            content =
                    @Content(
                            mediaType = Csv.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(StatementCsv.EXAMPLE)))
    void downloadStatement(Actor actor, HttpServletResponse response) throws IOException {
        long end = wallets.statementEnd(actor);
        response.setContentType(Csv.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"");
        // The writer of the response would hide that the client has disconnected.
        var csv = new StatementCsv(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        csv.writeHeader();
        long last = 0;
        do {
            var part = wallets.statement(actor, last, end);
            csv.write(part);
            last = part.isEmpty() ? end : part.getLast().seq();
        } while (last < end);
    }

    /** Balance at a time. */
    record BalanceResponse(Instant at, long balance) {}
}
