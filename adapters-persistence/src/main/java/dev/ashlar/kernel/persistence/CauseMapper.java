// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.Cause;
import org.apache.ibatis.annotations.Mapper;

/** Tells the database the cause of the changes of a transaction. {@link GuardedExecutor} runs it before the first of them. */
@Mapper
interface CauseMapper {
    /** Sets the cause until the end of the transaction. */
    String declare(Cause cause);
}
