// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against mentoring's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import(MentoringServer.Web.class)
@MockitoBean(types = {MentorService.class, SlotService.class, BookingService.class, MeetingService.class})
@interface MentoringServer {
    /** The controllers of this package. */
    @ComponentScan("dev.ashlar.mentoring.web")
    class Web {}
}
