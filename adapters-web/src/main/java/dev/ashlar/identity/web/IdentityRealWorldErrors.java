package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.kernel.web.problem.RealWorldErrors;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Identity's refusals where the RealWorld API is spoken. */
@Component
class IdentityRealWorldErrors implements RealWorldErrors {
    private static final String TAKEN = "has already been taken";

    @Override
    public Map<String, FieldMessage> byCode() {
        return Map.of(
                IdentityProblem.EMAIL_TAKEN.code(), new FieldMessage("email", TAKEN),
                IdentityProblem.USERNAME_TAKEN.code(), new FieldMessage("username", TAKEN),
                IdentityProblem.INVALID_CREDENTIALS.code(), new FieldMessage("credentials", "invalid"),
                IdentityProblem.LOCKED_OUT.code(), new FieldMessage("credentials", "tried too often; wait"));
    }

    @Override
    public Map<String, String> fieldNames() {
        return Map.of("avatarUrl", "image");
    }
}
