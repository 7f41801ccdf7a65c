// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.SecondFactorAccounts;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Rights of callers by their role. An administrator without the second factor that the settings demand has none. */
@Component
public final class Rights {
    private final boolean demandsSecondFactor;
    private final SecondFactorAccounts accounts;

    Rights(
            @Value("${ashlar.security.admin-second-factor:false}") boolean demandsSecondFactor,
            SecondFactorAccounts accounts) {
        this.demandsSecondFactor = demandsSecondFactor;
        this.accounts = accounts;
    }

    /** Returns the rights of the holder of a verified token. */
    List<GrantedAuthority> of(Jwt token) {
        var role = AccessTokens.roleOf(token);
        boolean lacksSecondFactor =
                demandsSecondFactor && role == Role.ADMIN && !accounts.hasSecondFactor(AccessTokens.userIdOf(token));
        return lacksSecondFactor ? List.of() : List.of(right(role));
    }

    /** True if the caller has all rights of an administrator. */
    public static boolean ofAdministrator(Authentication caller) {
        return caller.getAuthorities().contains(right(Role.ADMIN));
    }

    private static GrantedAuthority right(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }
}
