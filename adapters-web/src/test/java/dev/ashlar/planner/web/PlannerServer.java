// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.web.slice.WebSlice;
import dev.ashlar.planner.application.AutomationJobService;
import dev.ashlar.planner.application.AutomationRunService;
import dev.ashlar.planner.application.AutomationWorkflow;
import dev.ashlar.planner.application.CalendarFeedService;
import dev.ashlar.planner.application.FreeBusyService;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.application.TodoBulkService;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TrashService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Runs a test against the planner's controllers above mocked services; all such tests share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebSlice
@Import(PlannerServer.Web.class)
@MockitoBean(
        types = {
            AutomationJobService.class,
            AutomationRunService.class,
            AutomationWorkflow.class,
            CalendarFeedService.class,
            FreeBusyService.class,
            FriendshipService.class,
            ProjectMemberService.class,
            ProjectService.class,
            ScheduleService.class,
            TodoBulkService.class,
            TodoService.class,
            TrashService.class
        })
@interface PlannerServer {
    /** The controllers of this package, each created on its first call, so that a test mocks only what it calls. */
    @ComponentScan(basePackages = "dev.ashlar.planner.web", lazyInit = true)
    class Web {}
}
