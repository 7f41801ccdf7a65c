// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.web.ActorArgument;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = AuthController.TAG, description = AuthController.ABOUT)
class RegistrationController {
    private final RegistrationWorkflow registrations;
    private final AccountService accounts;
    private final KnownPlatforms platforms;

    RegistrationController(RegistrationWorkflow registrations, AccountService accounts, KnownPlatforms platforms) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.platforms = platforms;
    }

    @PostMapping("/register")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.MAIL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Register an account",
            description =
                    "Creates an account with a profile and mails a token that verifies the address. Every new user is a"
                            + " student. The answer is the same if the address has an account; then its owner gets a mail"
                            + " instead. A username is public, so a taken one is refused.")
    @Refuses({"identity.username-taken", "request.unknown-platform"})
    MailedAnswer registerAccount(
            @RequestBody @Valid RegisterRequest request,
            @RequestHeader(name = ActorArgument.PLATFORM_HEADER, defaultValue = Actor.DEFAULT_PLATFORM)
                    @Parameter(description = "Code of the platform (product) of the account.")
                    String platform,
            HttpServletRequest http) {
        if (!platforms.contains(platform)) {
            throw KernelProblem.UNKNOWN_PLATFORM
                    .because(
                            "The platform in X-Platform is unknown. Send the code of a platform or leave the header out.")
                    .at(ActorArgument.PLATFORM_HEADER, "must be the code of a platform");
        }
        registrations.register(request.registration(platform), new NewPassword(request.password()), Clients.of(http));
        return new MailedAnswer("A mail is on its way to the address.");
    }

    @PostMapping("/email/verify")
    @PublicEndpoint
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Verify an email address",
            description =
                    "The mailed token works once, for three days. A pending address replaces that of the account.")
    @Refuses({"identity.token-invalid", "identity.email-taken"})
    void verifyEmailAddress(@RequestBody @Valid VerifyRequest request) {
        accounts.verifyEmail(request.token());
    }

    /**
     * New user.
     *
     * @param timeZone IANA name; UTC if absent
     * @param locale language tag; en if absent
     */
    record RegisterRequest(
            @NotBlank @Size(max = Login.MAX_EMAIL) @Schema(example = "ada@example.org")
            String email,

            @NotBlank @Size(min = Login.MIN_USERNAME, max = Login.MAX_USERNAME) @Schema(example = "ada")
            String username,

            @NotNull
            @Size(min = NewPassword.MIN_LENGTH, max = NewPassword.MAX_LENGTH)
            @Schema(example = "correct horse battery staple")
            String password,

            @NotBlank @Size(max = Person.MAX_NAME) @Schema(example = "Ada")
            String firstName,

            @NotBlank @Size(max = Person.MAX_NAME) @Schema(example = "Lovelace")
            String lastName,

            @Size(max = Person.MAX_PHONE_NUMBER) @Schema(example = "+44 20 7946 0958") @Nullable
            String phoneNumber,

            @Schema(example = "1990-12-10") @Nullable LocalDate birthDate,

            @Size(max = Fields.MAX_TIME_ZONE) @Schema(example = "Europe/London") @Nullable
            String timeZone,

            @Size(max = Profile.MAX_LOCALE) @Schema(example = "en-GB") @Nullable
            String locale) {
        Registration registration(String platform) {
            var person = Person.of(firstName, lastName, phoneNumber, birthDate);
            return new Registration(email, username, person, timeZone, locale, platform);
        }

        @Override
        public String toString() {
            return "RegisterRequest[email=" + email + "]";
        }
    }

    /** Mailed token. */
    record VerifyRequest(
            @NotBlank @Size(max = SecretSource.MAX_LENGTH) @Schema(example = AuthController.SECRET)
            String token) {
        @Override
        public String toString() {
            return "VerifyRequest[hidden]";
        }
    }
}
