// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.NewSecondFactor;
import dev.ashlar.identity.application.SecondFactorService;
import dev.ashlar.identity.application.SecondFactorView;
import dev.ashlar.identity.application.SecondFactorWorkflow;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/second-factor")
@Tag(name = "Second factor", description = "Authenticator app (TOTP) that protects your account besides the password.")
class SecondFactorController {
    private final SecondFactorWorkflow workflow;
    private final SecondFactorService factors;

    SecondFactorController(SecondFactorWorkflow workflow, SecondFactorService factors) {
        this.workflow = workflow;
        this.factors = factors;
    }

    @GetMapping
    @Operation(
            summary = "Get the state of your second factor",
            description = "The answer tells if log-ins need a code, and how many recovery codes are left.")
    SecondFactorView getSecondFactor(Actor actor) {
        return factors.get(actor);
    }

    @PostMapping
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Enroll a second factor",
            description =
                    "Returns the secret for an authenticator app, once. The factor counts when you have confirmed it with a"
                            + " code; until then enrolling again replaces the secret.")
    @Refuses({"identity.password-wrong", "identity.login-locked", "identity.second-factor-enabled"})
    NewSecondFactor enrollSecondFactor(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid EnrollSecondFactorRequest request,
            HttpServletRequest http) {
        return workflow.enroll(actor, Clients.sessionOf(caller), request.currentPassword(), Clients.of(http));
    }

    @PostMapping("/confirm")
    @RateLimited(RateLimited.Kind.LOGIN)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Confirm your second factor",
            description =
                    "Enables the second factor by its first code, and returns the recovery codes, once. All other sessions"
                            + " end. From then on each log-in needs a code.")
    @Refuses({
        "identity.second-factor-not-found",
        "identity.second-factor-enabled",
        "identity.code-invalid",
        "identity.codes-locked"
    })
    RecoveryCodesAnswer confirmSecondFactor(
            Actor actor, JwtAuthenticationToken caller, @RequestBody @Valid ConfirmRequest request) {
        return new RecoveryCodesAnswer(
                factors.confirm(actor, Clients.sessionOf(caller), new OneTimeCode(request.code())));
    }

    @PostMapping("/disable")
    @RateLimited(RateLimited.Kind.LOGIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Disable your second factor",
            description = "Log-ins then need the password only, and administrators may lose access to administration.")
    @Refuses({
        "identity.password-wrong",
        "identity.login-locked",
        "identity.second-factor-not-found",
        "identity.code-invalid",
        "identity.codes-locked"
    })
    void disableSecondFactor(
            Actor actor,
            JwtAuthenticationToken caller,
            @RequestBody @Valid DisableRequest request,
            HttpServletRequest http) {
        var code = new OneTimeCode(request.code());
        workflow.disable(actor, Clients.sessionOf(caller), request.currentPassword(), code, Clients.of(http));
    }

    /** Current password of the account. */
    record EnrollSecondFactorRequest(
            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String currentPassword) {
        @Override
        public String toString() {
            return "EnrollSecondFactorRequest[hidden]";
        }
    }

    /** First code that the app shows. */
    record ConfirmRequest(
            @NotBlank @Size(max = OneTimeCode.MAX_LENGTH) @Schema(example = "287082")
            String code) {
        @Override
        public String toString() {
            return "ConfirmRequest[hidden]";
        }
    }

    /** Current password and a code of the app, or a recovery code. */
    record DisableRequest(
            @NotNull @Size(max = NewPassword.MAX_LENGTH) @Schema(example = "correct horse battery staple")
            String currentPassword,

            @NotBlank @Size(max = OneTimeCode.MAX_LENGTH) @Schema(example = "287082")
            String code) {
        @Override
        public String toString() {
            return "DisableRequest[hidden]";
        }
    }

    /** Codes that replace the app, each once. */
    record RecoveryCodesAnswer(
            @Schema(example = "[\"K7QX-2MNP-ABCD-3HJL\"]") List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodesAnswer[hidden]";
        }
    }
}
