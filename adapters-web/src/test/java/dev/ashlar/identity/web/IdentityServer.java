// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.application.AccountDeletionWorkflow;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.PersonalExport;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.application.SecondFactorService;
import dev.ashlar.identity.application.SecondFactorWorkflow;
import dev.ashlar.identity.application.SecurityEventService;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.UserAdministration;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.web.slice.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Test of identity's controllers on mocked services. All such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import(IdentityServer.Web.class)
@MockitoBean(
        types = {
            CredentialWorkflow.class,
            SessionService.class,
            PasswordResetService.class,
            AccountDeletionWorkflow.class,
            PersonalExport.class,
            RegistrationWorkflow.class,
            SecondFactorService.class,
            SecondFactorWorkflow.class,
            SecurityEventService.class,
            AccountService.class,
            UserAdministration.class,
            ViolatedConstraints.class
        })
@interface IdentityServer {
    /** Controllers and adapters of this package. */
    @ComponentScan("dev.ashlar.identity.web")
    class Web {}
}
