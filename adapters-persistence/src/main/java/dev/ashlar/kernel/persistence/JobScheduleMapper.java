// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.JobSchedule;
import org.apache.ibatis.annotations.Mapper;

/** {@link JobSchedule} in {@code kernel.scheduled_tasks}. */
@Mapper
interface JobScheduleMapper extends JobSchedule {}
