// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadActivityService;
import dev.ashlar.crm.application.LeadImportService;
import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.application.LeadMergeService;
import dev.ashlar.crm.application.LeadProgressService;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.LeadTagService;
import dev.ashlar.crm.application.SalesTeamService;
import dev.ashlar.kernel.web.slice.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Test of the controllers of crm above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({CrmServer.Web.class, SalesPeople.class})
@MockitoBean(
        types = {
            LeadActivityService.class,
            LeadImportService.class,
            LeadImportWorkflow.class,
            LeadMergeService.class,
            LeadProgressService.class,
            LeadService.class,
            LeadTagService.class,
            SalesTeamService.class
        })
@interface CrmServer {
    /** Controllers of this package. */
    @ComponentScan("dev.ashlar.crm.web")
    class Web {}
}
