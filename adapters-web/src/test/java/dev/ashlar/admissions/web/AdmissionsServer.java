// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.CollegeService;
import dev.ashlar.admissions.application.CourseService;
import dev.ashlar.admissions.application.DiscountService;
import dev.ashlar.admissions.application.EnrollmentService;
import dev.ashlar.admissions.application.ReviewService;
import dev.ashlar.kernel.web.slice.WebSlice;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Test of the controllers of admissions above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import({AdmissionsServer.Web.class, Visitors.class})
@MockitoBean(
        types = {
            AdmissionService.class,
            BatchService.class,
            CollegeService.class,
            CourseService.class,
            DiscountService.class,
            EnrollmentService.class,
            ReviewService.class
        })
@interface AdmissionsServer {
    /** Controllers of this package. */
    @ComponentScan("dev.ashlar.admissions.web")
    class Web {}
}
