package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.PersonalExport;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Personal data", description = "Export of all that is stored about you.")
class PersonalDataController {
    private static final String EXAMPLE = """
            {"account":{"id":"019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b","email":"ada@example.org"},"articles":[],"orders":[]}""";

    private final AccountService accounts;
    private final PersonalExport export;
    private final JsonMapper json;

    PersonalDataController(AccountService accounts, PersonalExport export, JsonMapper json) {
        this.accounts = accounts;
        this.export = export;
        this.json = json;
    }

    /** Streams the lists page by page, so that memory does not grow with them. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Export your data",
            description =
                    "Returns your account and, each as an array, your sessions, security events, wallet entries, orders,"
                            + " meetings, articles and comments, complete and newest first.")
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
}
