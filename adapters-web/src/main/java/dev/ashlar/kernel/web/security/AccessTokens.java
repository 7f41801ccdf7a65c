package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an access token says, and how. Whoever issues one keeps to these names; whoever reads one comes here. */
public final class AccessTokens {
    /** Value of the {@code iss} claim. */
    public static final String ISSUER = "ashlar";

    /** The claim with the person's role, in lower case. The person's id is the subject. */
    public static final String ROLE_CLAIM = "role";

    /** The claim with the session, the family of refresh tokens that this token belongs to. */
    public static final String SESSION_CLAIM = "sid";

    private AccessTokens() {}

    /** The person a verified token was issued to. */
    public static UserId userIdOf(Jwt token) {
        return new UserId(UUID.fromString(token.getSubject()));
    }

    /** The person's role when a verified token was issued. */
    public static Role roleOf(Jwt token) {
        @Nullable Role role = roleOrNull(token);
        if (role == null) {
            throw new IllegalStateException("a token without a role was let in");
        }
        return role;
    }

    static @Nullable Role roleOrNull(Jwt token) {
        return Labels.find(Role.class, token.getClaims().get(ROLE_CLAIM));
    }

    /** The session a verified token belongs to; null if it names none. */
    static @Nullable UUID sessionOrNull(Jwt token) {
        var session = token.getClaimAsString(SESSION_CLAIM);
        return session == null ? null : UUID.fromString(session);
    }
}
