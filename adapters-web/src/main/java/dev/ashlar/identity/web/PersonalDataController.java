// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountDeletionWorkflow;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.PersonalExport;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Personal data", description = "Export and deletion of all that is stored about you.")
class PersonalDataController {
    private static final String EXAMPLE = """
            {"account":{"id":"019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b","email":"ada@example.org"},"articles":[],"orders":[]}""";

    private final AccountService accounts;
    private final PersonalExport export;
    private final AccountDeletionWorkflow deletion;
    private final JsonMapper json;

    PersonalDataController(
            AccountService accounts, PersonalExport export, AccountDeletionWorkflow deletion, JsonMapper json) {
        this.accounts = accounts;
        this.export = export;
        this.deletion = deletion;
        this.json = json;
    }

    /** Streams the lists page by page, so that memory does not grow with them. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Export your data",
            description =
                    "Returns your account and, each kind as an array, everything else that is stored about you, such as"
                            + " sessions, security events, wallet entries, orders, meetings, articles and todos.")
    @ApiResponse(
            responseCode = "200",
            description = "Your data.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(EXAMPLE)))
    @Refuses("identity.user-not-found")
    void exportMyData(Actor actor, HttpServletResponse response) throws IOException {
        var account = accounts.me(actor);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"");
        try (var out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writePOJOProperty("account", account);
            export.read(actor, (name, rows) -> {
                out.writeArrayPropertyStart(name);
                rows.forEach(out::writePOJO);
                out.writeEndArray();
            });
            out.writeEndObject();
        }
    }

    @PostMapping("/delete")
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Delete your account",
            description =
                    "Erases your personal data and ends all sessions, at once and for good. Future meetings are cancelled,"
                            + " your applications withdrawn and your enrollments dropped; drafts of articles, todos, schedules"
                            + " and everything else of yours is removed. Published articles and comments stay without your"
                            + " name, as do ledger entries, orders, and applications with their history.")
    @Refuses({
        "identity.password-wrong",
        "identity.login-locked",
        "identity.second-factor-required",
        "identity.code-invalid",
        "identity.codes-locked",
        "identity.last-administrator"
    })
    void deleteMyAccount(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid DeletionRequest request,
            HttpServletRequest http) {
        var session = Clients.sessionOf(caller);
        deletion.delete(actor, session, request.currentPassword(), request.oneTimeCode(), Clients.of(http));
    }

    /**
     * Current password and second factor.
     *
     * @param code code of the app or a recovery code, if the account has a second factor
     */
    record DeletionRequest(
            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String currentPassword,

            @Size(max = OneTimeCode.MAX_LENGTH) @Schema(example = "287082") @Nullable
            String code) {
        @Nullable
        OneTimeCode oneTimeCode() {
            return code == null ? null : new OneTimeCode(code);
        }

        @Override
        public String toString() {
            return "DeletionRequest[hidden]";
        }
    }
}
