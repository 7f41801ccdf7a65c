// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.wallet.application.AllotmentService;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.WalletService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against the wallet's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({WalletServer.Web.class, People.class})
@MockitoBean(types = {WalletService.class, AllotmentService.class, CorrectionService.class})
@interface WalletServer {
    /** The controllers of this package. */
    @ComponentScan("dev.ashlar.wallet.web")
    class Web {}
}
