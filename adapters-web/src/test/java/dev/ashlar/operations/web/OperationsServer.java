// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.operations.application.ApiRequestService;
import dev.ashlar.operations.application.AuditLogWorkflow;
import dev.ashlar.operations.application.EventService;
import dev.ashlar.operations.application.HealthService;
import dev.ashlar.operations.application.IncidentService;
import dev.ashlar.operations.application.JobService;
import dev.ashlar.operations.application.KpiService;
import dev.ashlar.operations.application.MetadataService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Test of the controllers of operations above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({
    ApiRequestController.class,
    AuditLogController.class,
    EventController.class,
    HealthController.class,
    JobController.class,
    KpiController.class,
    MetadataController.class
})
@MockitoBean(
        types = {
            ApiRequestService.class,
            AuditLogWorkflow.class,
            EventService.class,
            HealthService.class,
            IncidentService.class,
            JobService.class,
            KpiService.class,
            MetadataService.class
        })
@interface OperationsServer {}
